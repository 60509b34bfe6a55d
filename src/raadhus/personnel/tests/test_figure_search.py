"""The search finds measures, units' figures, notes and publications: each for those who may open it, and nobody else."""

import pytest
from tests.cast import STAGE_CREW

from raadhus.core.search.public import rebuild, search
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.annotating import remove_annotation, write_annotation
from raadhus.personnel.actions.publishing import publish, withdraw
from raadhus.personnel.queries.annotations import annotations
from raadhus.personnel.queries.search import SEARCH
from raadhus.personnel.tests.people_of_figures import make_leader

MONTH = 2025 * 12 + 7


def found(viewer, words, now, kind=None):
    """The titles of what a viewer finds."""
    answer = search(viewer, words, now=now, kind=kind)
    return {"".join(part.text for part in hit.title) for hit in answer.hits}


@pytest.fixture
def indexed(released, house, now):
    """Everything in the index, with a note at two schools and one in culture."""
    for unit in ("skole-a", "skole-b", "kultur"):
        write_annotation(actor=house[Role.HR], unit=unit, month=MONTH, text=f"Ombygning ved {unit}", now=now)
    rebuild(actor=STAGE_CREW, now=now)


def test_a_leader_finds_the_own_units_figures_and_notes_and_hr_all(indexed, house, now):
    leader = make_leader("skole-a")
    own = found(leader, "sygefraværsprocent", now, "unit_figures")
    everybodys = found(house[Role.HR], "sygefraværsprocent", now, "unit_figures")
    assert len(own) == 2
    assert own < everybodys
    assert (
        found(leader, "ombygning", now) == {one.text for one in annotations(leader, now)} == {"Ombygning ved skole-a"}
    )
    assert len(found(house[Role.HR], "ombygning", now)) == 3


def test_measures_are_found_by_employees_and_figures_by_nobody_without_a_role(indexed, house, now):
    assert "Sygefraværsprocent" in found(house[Role.EMPLOYEE], "sygefraværsprocent", now)
    assert found(house[Role.EMPLOYEE], "personaletal", now, "unit_figures") == set()
    assert found(PUBLIC, "sygefraværsprocent", now) == set()


def test_a_removed_note_is_not_an_entry(indexed, house, now):
    key = next(one.key for one in SEARCH.entries() if one.key.startswith("note:"))
    remove_annotation(actor=house[Role.HR], key=key.removeprefix("note:"), now=now)
    assert SEARCH.entries([key]) == []


def test_a_publication_is_found_by_everybody_while_it_is_out(draft, house, now):
    key = f"publication:{draft.pk}"
    assert SEARCH.entries([key])[0].allowed == {"drafts"}
    publish(actor=house[Role.HR], key=str(draft.pk), now=now)
    assert SEARCH.entries([key])[0].allowed == {"published"}
    assert "Sygefravær" in SEARCH.entries([key])[0].body
    withdraw(actor=house[Role.HR], key=str(draft.pk), reason="Fejl", now=now)
    assert SEARCH.entries([key])[0].allowed == {"drafts"}
    assert "published" in SEARCH.viewer_labels(PUBLIC, now)
    assert "drafts" not in SEARCH.viewer_labels(make_leader("skole-a"), now)
