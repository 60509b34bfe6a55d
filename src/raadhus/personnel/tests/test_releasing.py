"""From payroll to a published cube: whole or not at all, and what is out never changes."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils.timezone import make_aware

from raadhus.kernel.actors import system
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.actions import releasing
from raadhus.personnel.actions.releasing import release_figures
from raadhus.personnel.batch import laying_out, running
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import Release
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.rules.disclosure.gate import Gate, TriedAttack
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.tests.made_payroll import UNITS, payroll

HR = system("tests", "HR")
YEAR = Term(2024, Step.YEAR)
TERMS = tuple(Term(2025, Step.MONTH, number) for number in (1, 2))

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    return settings.PERSONNEL_FOLDER


def publish(monkeypatch, told, today=None, **changes):
    today = today or told.known_to.replace(day=1, month=told.known_to.month + 1)
    monkeypatch.setattr(releasing, "read_payroll", lambda _reader, now: told)  # noqa: ARG005 - as it is called
    moment = make_aware(datetime.combine(today, datetime.min.time()))
    return release_figures(actor=HR, today=today, now=moment, **changes)


def there_on(told, day, forms=("monthly", "hourly")):
    """The people of a day, counted by hand."""
    return {
        row.person
        for row in told.terms
        if row.start <= day and (row.end is None or day < row.end) and row.form.value in forms
    }


def test_a_month_more_leaves_what_is_out_as_it_is(folder, monkeypatch):
    second = payroll(date(2025, 2, 28))
    first = replace(second, known_to=date(2025, 1, 31))
    publish(monkeypatch, first)
    cube = current_cube()
    before = set(cube.every())
    shown = {one.term: one.value for one in cube.series("was", "by", "headcount")}
    assert shown[Term(2025, Step.MONTH, 1)] == len(there_on(first, date(2025, 1, 31)))
    assert {one.unit for one in cube.units} == {"by", "skole", "pleje", "skole-a", "skole-b", "hjem", "lille"}
    made = publish(monkeypatch, second).release
    after = set(current_cube().every())
    assert made.number == 2
    attacks = {one["attack"]: one for one in Store(folder).manifest(2)["attacks"]}
    assert attacks["T3"]["months"] == 1 + 13  # the new month and all that are out
    assert before < after
    assert {one.term for one in after - before} == {Term(2025, Step.MONTH, 2)}
    assert publish(monkeypatch, second).release is None
    assert Release.objects.count() == 2


def test_an_attack_that_succeeds_stops_everything(folder, monkeypatch):
    told = payroll(date(2024, 12, 31))
    monkeypatch.setattr(running, "run_controls", lambda: ())
    monkeypatch.setattr(Gate, "exact", lambda _: iter([TriedAttack("T1", {}, "fundet")]))
    with pytest.raises(WrongInput, match="T1: fundet"):
        publish(monkeypatch, told, today=date(2025, 1, 2))
    release = Release.objects.get()
    assert release.state == "refused"
    assert "T1" in release.found[0]
    assert not list((folder / "published").iterdir())


def test_a_year_whose_months_are_out_is_their_mean(folder, monkeypatch):
    told = payroll(date(2024, 12, 31))
    monkeypatch.setattr(running, "run_controls", lambda: ())
    publish(monkeypatch, told, today=date(2025, 1, 2))
    shown = {one.term: one.value for one in current_cube().series("was", "by", "headcount")}
    months = [value for term, value in shown.items() if term.step is Step.MONTH]
    assert shown[YEAR] == round(sum(months) / Decimal(12))


def test_a_unit_that_is_put_together_anew_says_so_when_nothing_is_kept_of_the_month_and_the_others_stand(
    folder, monkeypatch
):
    monkeypatch.setattr(running, "run_controls", lambda: ())
    first = payroll(date(2025, 1, 31))
    monkeypatch.setattr(laying_out, "terms_wanted", lambda _first, last, _years: TERMS[: last - 2025 * 12 + 1])
    publish(monkeypatch, first)
    shutil.rmtree(folder / "private" / "1" / "columns")
    publish(monkeypatch, payroll(date(2025, 2, 28), moved_on=date(2025, 2, 15)))
    cube = current_cube()
    january, february = ({one.unit: one for one in cube.beside("is", UNITS, ["headcount"], term)} for term in TERMS)
    assert {unit for unit, one in january.items() if one.value is None} == {"skole", "pleje"}
    assert "lagt om" in january["pleje"].words
    was = {one.unit: one for one in cube.beside("was", UNITS, ["headcount"], TERMS[0])}
    assert january["skole-b"].value == was["skole-b"].value
    assert february["pleje"].value > was["pleje"].value
