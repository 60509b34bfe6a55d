"""The payroll of an invented small municipality, for tests of the batch: so few people that a release is made in a moment."""

from datetime import date, timedelta
from random import Random

from raadhus.personnel.queries.payroll import Payroll
from raadhus.personnel.rules.facts import Absence, Form, Kind, Terms
from raadhus.personnel.rules.history import UnitSpan

FIRST = date(2024, 1, 1)
UNITS = {
    "by": None,
    "skole": "by",
    "pleje": "by",
    "skole-a": "skole",
    "skole-b": "skole",
    "hjem": "pleje",
    "lille": "pleje",
}
_SIZES = {"skole-a": 24, "skole-b": 18, "hjem": 22, "lille": 3}


def spans(moved_on=None):
    """Return the organisation; with a day, the school's second house lies under care from then on."""
    found = [UnitSpan(key, above, key.capitalize(), date(2020, 1, 1), None) for key, above in UNITS.items()]
    if moved_on is None:
        return found
    at = next(place for place, span in enumerate(found) if span.key == "skole-b")
    old = found[at]
    return [*found[:at], old._replace(end=moved_on), old._replace(start=moved_on, parent="pleje"), *found[at + 1 :]]


def payroll(known_to=date(2025, 3, 31), *, people=None, moved_on=None):
    """Return what payroll has told until a day: everybody since before 2024, a few who came and left, and sickness."""
    chance, terms, absences = Random(3), [], []  # noqa: S311 - invented staff
    number = 0
    for unit, size in (people or _SIZES).items():
        for _ in range(size):
            number += 1
            terms += _terms(chance, number, unit)
            absences += _absences(chance, number)
    told = [row for row in terms if row.start <= known_to]
    seen = [row for row in absences if row.first <= known_to]
    cut = [row._replace(last=None) if row.last > known_to else row for row in seen]
    ended = [row._replace(end=None) if row.end and row.end > known_to else row for row in told]
    return Payroll(known_to, ended, cut, spans(moved_on), None)


def _terms(chance, number, unit):
    start = FIRST - timedelta(days=chance.randrange(100, 3000))
    end = None
    if number % 11 == 0:
        start = FIRST + timedelta(days=chance.randrange(20, 500))
    if number % 13 == 0:
        end = FIRST + timedelta(days=chance.randrange(30, 640))
    hours = 37_00 if number % 3 else 32_00
    born = date(1958, 6, 1) + timedelta(days=chance.randrange(14_000))
    pay = chance.randrange(30_000_00, 42_000_00)
    form = Form.MONTHLY if number % 9 else Form.HOURLY
    job = "264" if number % 5 == 0 else "900"
    if end is not None and end <= start:
        end = None
    return [Terms(f"p{number}", f"e{number}", unit, start, end, hours, form, job, start, born, "KM"[number % 2], pay)]


def _absences(chance, number):
    day = FIRST - timedelta(days=40)
    found = []
    while day < date(2026, 6, 30):
        day += timedelta(days=chance.randrange(5, 60))
        last = day + timedelta(days=chance.choice([0, 1, 2, 4, 20]))
        kind = Kind.SICKNESS if chance.random() < 0.7 else Kind.HOLIDAY
        found.append(Absence(f"e{number}", day, last, kind))
        day = last + timedelta(days=1)
    return found
