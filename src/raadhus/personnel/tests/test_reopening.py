"""Terms that are out, at the next release: corrections that are about enough people are shown, small ones wait, and new units are told of."""

from dataclasses import replace
from datetime import date

import pytest

from raadhus.personnel.batch import laying_out, running
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import Release
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.facts import Absence, Kind
from raadhus.personnel.tests.made_payroll import UNITS, payroll
from raadhus.personnel.tests.test_releasing import publish

MONTHS = tuple(Term(2025, Step.MONTH, number) for number in range(1, 5))

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(settings, tmp_path, monkeypatch):
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    monkeypatch.setattr(running, "run_controls", lambda: ())
    monkeypatch.setattr(laying_out, "terms_wanted", lambda _first, last, _years: MONTHS[: last - 2025 * 12 + 1])
    return Store(settings.PERSONNEL_FOLDER)


def paid_more(told, people):
    """Payroll with so many of the house earning 10,000 kr. more all along."""
    some = {row.employment for row in told.terms if row.unit == "hjem" and row.form.value == "monthly"}
    some = set(sorted(some)[:people])
    rows = [
        row._replace(monthly_ore=row.monthly_ore + 10_000_00) if row.employment in some else row for row in told.terms
    ]
    return replace(told, terms=rows)


def known_to(*day):
    """Payroll that knew all along what it knows in April."""
    return replace(payroll(date(2025, 4, 30)), known_to=date(*day))


def pay(unit="hjem"):
    return {one.term.number: one.value for one in current_cube().series("was", unit, "average_salary")}


def test_a_correction_of_few_waits_and_is_shown_with_more(store, monkeypatch):
    publish(monkeypatch, known_to(2025, 1, 31))
    first, before = set(current_cube().every()), pay()
    publish(monkeypatch, paid_more(known_to(2025, 2, 28), 3))
    assert first <= set(current_cube().every())
    assert (store.manifest(2)["terms"]["2025-01"]["waits"], current_cube().about["waits 2025-01"]) == (True, "few")
    publish(monkeypatch, paid_more(known_to(2025, 3, 31), 12))
    told = store.manifest(3)["terms"]["2025-01"]
    assert (told["release"], told["corrected"], told["why"], told["kept"]) == (1, 3, "protects", [1, 3])
    changed = first - set(current_cube().every())
    assert {one.measure for one in changed} == {"average_salary"}
    assert {one.unit for one in changed} == {"by", "pleje", "hjem"}
    assert pay()[1] > before[1]
    assert Release.objects.get(number=3).found[0] == "Tallene for 2025-01, 2025-02 er rettet efter løndata."


def test_new_units_are_told_of_in_the_months_that_are_out(store, monkeypatch):
    publish(monkeypatch, known_to(2025, 1, 31))
    first = set(current_cube().every())
    publish(monkeypatch, replace(known_to(2025, 2, 28), spans=payroll(moved_on=date(2025, 2, 15)).spans))
    cube = current_cube()
    january = {one.unit: one for one in cube.beside("is", UNITS, ["sick_days_per_employee"], MONTHS[0])}
    assert january["pleje"].value is not None
    was = {one for one in cube.every() if one.version == "was" and one.term == MONTHS[0]}
    assert was == {one for one in first if one.version == "was"}
    heads = {one.unit: one.value for one in cube.beside("is", UNITS, ["headcount"], MONTHS[0])}
    assert heads["pleje"] == heads["skole-b"] + heads["hjem"] + heads["lille"]
    assert "corrected" not in store.manifest(2)["terms"]["2025-01"]


def sick_in_february(told, unit="skole-a"):
    """Payroll with everybody of a unit away for some more days of February."""
    some = {row.employment: place for place, row in enumerate(told.terms) if row.unit == unit}
    first, last = date(2025, 2, 1), date(2025, 2, 28)
    others = [
        one
        for one in told.absences
        if one.employment not in some or (one.last and one.last < first) or one.first > last
    ]
    new = [Absence(key, date(2025, 2, 3), date(2025, 2, 4 + place % 5), Kind.SICKNESS) for key, place in some.items()]
    return replace(told, absences=[*others, *new])


def test_a_quarter_follows_its_months_and_no_figure_mixes_old_and_new(store, monkeypatch):
    quarter = Term(2025, Step.QUARTER, 1)
    monkeypatch.setattr(
        laying_out, "terms_wanted", lambda _first, last, _years: (*MONTHS[: last - 2025 * 12 + 1], quarter)
    )
    publish(monkeypatch, known_to(2025, 3, 31))
    first = {one[:-3]: one for one in current_cube().every()}
    publish(monkeypatch, sick_in_february(known_to(2025, 4, 30)))
    after = {one[:-3]: one for one in current_cube().every()}
    changed = {key for key in first if first[key] != after[key]}
    assert {str(first[key].term) for key in changed} == {"2025-02", "2025K1"}
    key = ("was", "by", False, "sick_percentage", "", "", quarter)
    assert after[key].value > first[key].value
