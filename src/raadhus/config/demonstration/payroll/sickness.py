"""Absences of the staff whose stories are not told: short and long sickness, children, births. Their steps are in time, so nothing is lost."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from raadhus.config.demonstration.payroll.records import BEGINNING, Payroll, Spell, Step, Term

_YEAR = 365.25
_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5
# What happens, how often in a year, and how many days it lasts (from, to).
_HAPPENS: tuple[tuple[str, float, tuple[int, int]], ...] = (
    ("790", 1.15, (1, 5)),
    ("BS", 0.45, (1, 2)),
    ("790", 0.12, (6, 27)),
    ("OM", 0.10, (1, 2)),
    ("790", 0.055, (31, 105)),
    ("526", 0.006, (35, 90)),
    ("590", 0.006, (2, 40)),
    ("GR", 0.006, (10, 60)),
    ("BA", 0.018, (140, 330)),
)
_CODES = tuple(code for code, _, _ in _HAPPENS)
_SHARES = tuple(share for _, share, _ in _HAPPENS)
_LENGTHS = tuple(days for _, _, days in _HAPPENS)
_A_YEAR = sum(_SHARES)
# Between two absences, so that none is taken for a part of the other.
_APART = 12
# Nobody is away in the first ten weeks, in which the rules for the newly employed hold.
_SETTLED = timedelta(days=70)
# Sickness by pregnancy is refunded by another authority.
_REFUNDED = frozenset({"790", "526", "590"})
# Refund from the first day must be claimed within three months of it.
_FLEKSJOB_DAYS = 70
_EMPLOYER_PERIOD = timedelta(days=30)


def absences(terms: list[Term], until: date) -> Payroll:
    """Return the absences of one employment up to a day, with their steps in NemRefusion where there are any."""
    first, last = terms[0], terms[-1]
    chance = Random(first.employment)  # noqa: S311 - invented people; nothing is secret
    made = Payroll()
    ends = last.last or date.max
    day = max(BEGINNING, first.hired + _SETTLED)
    while True:
        day = _working(day + _DAY * int(chance.expovariate(_A_YEAR / _YEAR)))
        if day > until or day >= ends:
            return made
        kind = chance.choices(range(len(_CODES)), _SHARES)[0]
        spell = _spell(chance, terms, day, kind, ends)
        made.spells.append(spell)
        made.steps += _steps(chance, spell, is_fleksjob=first.form == "fleksjob")
        day = (spell.last or day) + _DAY * _APART


def _spell(chance: Random, terms: list[Term], first: date, kind: int, ends: date) -> Spell:
    code, (least, most) = _CODES[kind], _LENGTHS[kind]
    days = chance.randint(least, most)
    if terms[0].form == "fleksjob":
        days = min(days, _FLEKSJOB_DAYS)
    last = first + _DAY * (days - 1)
    if last.weekday() > _FRIDAY:
        last -= _DAY * (last.weekday() - _FRIDAY)
    last = min(max(first, last), ends)
    hours = next(term.hours for term in reversed(terms) if term.start <= first)
    return Spell(
        employment=terms[0].employment,
        number=f"{first:%y%m%d}",
        first=first,
        last=last,
        code=code,
        registered=first + _DAY * chance.choice((0, 0, 0, 1, 1, 2, 4)),
        away=max(500, hours // 200 * 100) if code == "526" else None,
    )


def _steps(chance: Random, spell: Spell, *, is_fleksjob: bool) -> Iterator[Step]:
    """Yield notification and claim, well in time; a short absence has none unless it is refunded from its first day."""
    last = spell.last or spell.first
    is_long = last >= spell.first + _EMPLOYER_PERIOD
    if spell.code not in _REFUNDED or not (is_long or is_fleksjob):
        return
    soon = spell.first + _DAY * chance.randint(22, 26) if is_long else last + _DAY * chance.randint(2, 9)
    yield Step(spell.employment, spell.first, _working(soon), _working(max(soon, last) + _DAY * chance.randint(2, 9)))


def _working(day: date) -> date:
    return day + _DAY * (7 - day.weekday()) if day.weekday() >= _SATURDAY else day
