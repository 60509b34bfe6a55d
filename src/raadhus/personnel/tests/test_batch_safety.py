"""What the batch leaves behind: nothing private in the cube, nothing half, the same answer from any number of processes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.personnel.actions import forgetting
from raadhus.personnel.actions.attempting import begun
from raadhus.personnel.actions.forgetting import forget_figures
from raadhus.personnel.batch import running
from raadhus.personnel.batch.alone import alone
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import Release
from raadhus.personnel.queries.cubes import current_cube, published_folder
from raadhus.personnel.queries.intact import damaged_releases
from raadhus.personnel.queries.lookup import LookupAsked, look_up
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.facts import Absence, Kind
from raadhus.personnel.tests.made_payroll import payroll
from raadhus.personnel.tests.test_releasing import HR, publish

TOLD = payroll(date(2024, 12, 31))
TODAY = date(2025, 1, 2)

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path, monkeypatch):
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    monkeypatch.setattr(running, "run_controls", lambda: ())
    return settings.PERSONNEL_FOLDER


@pytest.fixture
def years_alone(monkeypatch):
    """Only the year, so that a release takes a moment."""
    monkeypatch.setattr("raadhus.personnel.batch.laying_out.terms_wanted", lambda first, *_: (Term(first, Step.YEAR),))


def test_two_processes_and_one_give_the_same_to_the_bit(folder, monkeypatch, years_alone, settings, tmp_path):
    publish(monkeypatch, TOLD, TODAY)
    key, alone_made = (folder / "private" / "key").read_bytes(), list(current_cube().every())
    settings.PERSONNEL_FOLDER = tmp_path / "other"
    (tmp_path / "other" / "private").mkdir(parents=True)
    (tmp_path / "other" / "private" / "key").write_bytes(key)
    Release.objects.all().delete()
    publish(monkeypatch, TOLD, TODAY, workers=2)
    assert list(current_cube().every()) == alone_made


def test_nothing_about_anybody_is_in_the_published_files(folder, monkeypatch, years_alone):
    publish(monkeypatch, TOLD, TODAY)
    text = b"".join(path.read_bytes() for path in published_folder(1).iterdir())
    assert not [row.employment for row in TOLD.terms if f'"{row.employment}"'.encode() in text]
    assert b"weekly_hours" not in text
    assert (folder / "private").stat().st_mode & 0o077 == 0
    assert (folder / "private" / "key").stat().st_mode & 0o077 == 0
    assert list(damaged_releases()) == []
    (published_folder(1) / "cube.duckdb").write_bytes(b"another")
    assert "cube.duckdb" in next(damaged_releases())


def test_what_a_killed_process_left_is_cleaned_up_and_closed(folder):
    store = Store(folder)
    Release.objects.create(state="running", started_by="HR", started_at=timezone.now())
    (folder / "published" / ".draft-1-x").mkdir(parents=True)
    with alone(store), store.drafts(2):
        assert Release.objects.get().state == "refused"
        assert not (folder / "published" / ".draft-1-x").exists()
        begun(actor=HR, now=timezone.now())
        with pytest.raises(Conflict), alone(store):
            pass
        with pytest.raises(Conflict):
            begun(actor=HR, now=timezone.now())
    assert not list((folder / "published").iterdir())


def wrong(**changes):
    """Payroll with its first employment wrong."""
    first, *rest = TOLD.terms
    return replace(TOLD, terms=[first._replace(**changes), *rest])


def twice():
    return replace(TOLD, terms=[*TOLD.terms, TOLD.terms[0]])


def without_a_month():
    """Everybody ends before June and begins again after it."""
    june, july = date(2024, 6, 1), date(2024, 7, 1)
    there = [row for row in TOLD.terms if row.start < june and (row.end is None or row.end > july)]
    others = [row for row in TOLD.terms if row not in there]
    parts = [part for row in there for part in (row._replace(end=june), row._replace(start=july))]
    return replace(TOLD, terms=[*others, *parts])


def all_away():
    """Everybody of a unit is away all year."""
    own = [row for row in TOLD.terms if row.unit == "hjem"]
    others = {row.employment for row in TOLD.terms} - {row.employment for row in own}
    away = [Absence(row.employment, date(2023, 12, 1), date(2024, 12, 31), Kind.SICKNESS) for row in own]
    return replace(TOLD, absences=[*(one for one in TOLD.absences if one.employment in others), *away])


def from_next_year():
    later = [row._replace(start=date(2026, 3, 1), end=None, hired=None) for row in TOLD.terms]
    return replace(TOLD, terms=later)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (without_a_month, "2024"),
        (twice, "to gange"),
        (lambda: wrong(unit="nedlagt"), "nedlagt"),
        (lambda: wrong(monthly_ore=3_500_000_00), "løn"),
        (all_away, "hjem"),
        (from_next_year, "andet år"),
    ],
)
def test_facts_that_cannot_be_right_stop_the_release_with_a_sentence(folder, monkeypatch, told, said):
    with pytest.raises(WrongInput, match=said):
        publish(monkeypatch, told(), TODAY)
    assert said in " ".join(Release.objects.get(state="refused").found)
    assert not published_folder(1).exists()


def test_what_is_published_is_looked_up_and_its_tables_go_with_payroll(folder, monkeypatch, years_alone):
    publish(monkeypatch, TOLD, TODAY)
    found = look_up(HR, LookupAsked("headcount", "by", year=2024), now=timezone.now())
    assert [str(one.term) for one in found] == ["2024"]
    share = look_up(HR, LookupAsked("full_time_share", "by", year=2024), now=timezone.now())[0].value
    assert 50 < share < 90
    monkeypatch.setattr(forgetting, "absences_kept_from", lambda: TODAY + timedelta(days=400))
    assert forget_figures(actor=HR, today=TODAY, now=timezone.now()) == 1
    assert Release.objects.get().frozen_date == TODAY
    assert not list((folder / "private" / "1").glob("*.parquet"))
    assert look_up(HR, LookupAsked("headcount", "by", year=2024), now=timezone.now()) == found
