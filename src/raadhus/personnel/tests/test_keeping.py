"""What is kept of a term that is out: all that a later plan needs, about the same people in every term, and gone with payroll's records."""

import shutil
from datetime import UTC, date, datetime

import numpy as np
import pytest

from raadhus.personnel.actions import forgetting
from raadhus.personnel.actions.forgetting import forget_figures
from raadhus.personnel.batch import laying_out, running
from raadhus.personnel.batch.keeping import kept_columns
from raadhus.personnel.batch.store import Store, file_hash, kept_term
from raadhus.personnel.batch.sums import BY_NAME, HEADS, SICK
from raadhus.personnel.models import Release
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.tests.made_payroll import payroll
from raadhus.personnel.tests.test_releasing import HR, publish

JANUARY, FEBRUARY = (Term(2025, Step.MONTH, number) for number in (1, 2))
NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Where the folder of the release is made by the first who asks, and copied from by the others."""
    return tmp_path_factory.mktemp("kept") / "personnel"


@pytest.fixture
def store(settings, tmp_path, monkeypatch, made):
    """A house that has released two months."""
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    if made.exists():
        shutil.copytree(made, settings.PERSONNEL_FOLDER)
        Release.objects.create(number=1, state="published", first_month=2025 * 12, started_at=NOW, finished_at=NOW)
    else:
        monkeypatch.setattr(running, "run_controls", lambda: ())
        monkeypatch.setattr(laying_out, "terms_wanted", lambda *_: (JANUARY, FEBRUARY))
        publish(monkeypatch, payroll(date(2025, 2, 28)))
        shutil.copytree(settings.PERSONNEL_FOLDER, made)
    return Store(settings.PERSONNEL_FOLDER)


def test_a_term_is_kept_with_the_people_of_every_cell_and_its_noise(store):
    kept, out = kept_columns(store.private(1), JANUARY), kept_term(store.private(1), JANUARY)
    heads = kept.sums[HEADS]
    values = kept.columns(BY_NAME[HEADS]).values[BY_NAME[HEADS].component]
    counted = {cell.place: int(values[cell.columns].sum()) for cell in (*heads.known, *heads.shown)}
    told = {place: one.total for place, one in out.sums[HEADS].items() if place in counted}
    assert {cell.place: counted[cell.place] for cell in heads.known} == {
        place: total for place, total in told.items() if not place.breakdown
    }
    assert all(abs(total - counted[place]) <= 4 for place, total in told.items())
    assert len([place for place in counted if not place.breakdown]) == 7
    assert not {cell.place for cell in heads.hidden} & counted.keys()
    assert 1 <= heads.deviations[HEADS] < 1.2
    assert kept.sums[SICK].deviations[SICK] > 0
    assert kept.limits.least == 5


def test_a_person_and_an_unchanged_employment_are_the_same_in_every_month(store):
    january, february = (kept_columns(store.private(1), term).columns(BY_NAME[HEADS]) for term in (JANUARY, FEBRUARY))
    for name in ("who", "spell", "keys"):
        both = np.intersect1d(getattr(january, name), getattr(february, name))
        assert len(both) > 0.9 * len(january)
    assert np.unique(january.who).size == january.person.max() + 1


def test_what_is_kept_is_in_the_manifest_and_goes_with_the_months_that_payroll_deletes(store, monkeypatch):
    files = {name: store.private(1) / name for name in ("columns/2025-01.npz", "columns/2025-02.npz")}
    listed = store.manifest(1)["private"]
    assert {name: listed[name] for name in files} == {name: file_hash(path) for name, path in files.items()}
    monkeypatch.setattr(forgetting, "absences_kept_from", lambda: date(2025, 1, 15))
    assert forget_figures(actor=HR, today=date(2025, 3, 1), now=NOW) == 1
    assert [path.is_file() for path in files.values()] == [False, True]
    assert kept_columns(store.private(1), JANUARY) is None
    assert kept_term(store.private(1), JANUARY) is not None
