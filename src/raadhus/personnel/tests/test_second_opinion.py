"""T12: another program (tau-ARGUS, by pytauargus) looks at a yearly table and finds no hidden number."""

import os
from dataclasses import replace

import numpy as np
import pytest

from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.population import cells_of
from raadhus.personnel.rules.disclosure.primary import Kind, Subject
from raadhus.personnel.rules.disclosure.reference import municipality
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.tests.other_engines import needed
from raadhus.personnel.tests.second_opinion import Table

TABLE = {"", Breakdown.OCCUPATION}
WHOLE = {"breakdown": "", "value": ""}


@pytest.fixture(scope="module")
def reference():
    return municipality()


@pytest.fixture(scope="module")
def published(reference):
    """Headcount of a year as the release plan lets it out, of the reference municipality: units by occupation."""
    people = np.ones(len(reference.population), dtype=np.int64)
    subject = Subject("headcount", Disclosure.OPEN, Kind.COUNT, Term(2025, Step.YEAR), reference.population, people)
    plan = make_plan(subject, reference.lattice, Settings())
    out = [cell for cell in (*plan.known, *plan.shown) if cell.place.breakdown in TABLE]
    merged = tuple(cell for cell in out if cell.place.merged)
    return Table(reference, frozenset(cell.place for cell in out if not cell.place.merged), merged)


@pytest.fixture(scope="module")
def only_the_large(reference):
    """The same table with nothing but the least number of people as a rule."""
    places = [
        cell.place
        for cell in cells_of(reference.population, reference.lattice)
        if cell.place.breakdown in TABLE and (not cell.place.breakdown or cell.persons >= 5)
    ]
    return Table(reference, frozenset(places), ())


def intervals(table, folder, around):
    needed("pytauargus", expected=bool(os.environ.get("CI")))
    from pytauargus._tauargus import audit_jj  # noqa: PLC0415 - installed in some places only

    path = folder / "table.jj"
    path.write_text("\n".join(table.lines(around)) + "\n", encoding="utf-8")
    return audit_jj(str(path))


def told_by_the_whole(table):
    """Cells that are all of a unit of few: its headcount is open, and who knows where nobody is knows them from that alone."""
    persons = {cell.place: cell.persons for cell in table.cells}
    small = [(n, cell) for n, cell in enumerate(table.cells) if cell.place.breakdown and 0 < cell.persons < 5]
    return {n for n, cell in small if persons[replace(cell.place, **WHOLE)] == cell.persons}


def test_another_program_can_tell_no_hidden_number_to_within_one_person(published, tmp_path):
    found = intervals(published, tmp_path, around=1)
    assert len([row for row in found if row["status"] == "u"]) > 200
    told = {row["cell"] for row in found if row["unsafe"] or row["max"] - row["min"] < 1}
    assert told == told_by_the_whole(published)
    assert len(told) < 5


def test_the_same_program_computes_what_a_threshold_alone_hides(only_the_large, tmp_path):
    found = intervals(only_the_large, tmp_path, around=1)
    exact = [row for row in found if row["max"] - row["min"] < 0.5]
    assert len(exact) > 20
    assert all(row["unsafe"] for row in exact)
