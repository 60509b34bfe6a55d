"""Annotations: where a note is shown, and to whom."""

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.roles import Role
from raadhus.personnel.models import Annotation
from raadhus.personnel.queries.annotations import annotations, annotations_for
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.rules.annotations import check_annotation
from raadhus.personnel.tests.people_of_figures import make_leader

MONTH = 2025 * 12 + 7


@pytest.fixture
def notes(released, now):
    """One note at each of some units."""
    for unit in ("by", "skole", "skole-a", "kultur"):
        Annotation.objects.create(unit_key=unit, month=MONTH, text=f"om {unit}", written_by="x", written_at=now)


def texts(found):
    return {one.text.removeprefix("om ") for one in found}


@pytest.mark.parametrize(
    ("unit", "seen"),
    [
        ("by", {"by", "skole", "skole-a", "kultur"}),
        ("skole", {"by", "skole", "skole-a"}),
        ("skole-a", {"by", "skole", "skole-a"}),
        ("skole-b", {"by", "skole"}),
        ("kultur", {"by", "kultur"}),
    ],
)
def test_a_note_holds_below_its_unit_and_is_shown_above_it(notes, cast, now, unit, seen):
    reach = Reach(cast[Role.HR], current_cube(), now)
    assert texts(annotations_for([unit], "headcount", MONTH, MONTH, reach=reach)) == seen


def test_a_leader_sees_the_notes_of_the_own_unit_and_above_and_not_of_others(notes, cast, now):
    leader = make_leader("skole-a")
    reach = Reach(leader, current_cube(), now)
    assert texts(annotations_for(["by"], "headcount", MONTH, MONTH, reach=reach)) == {"by", "skole-a"}
    assert texts(annotations_for(["by"], "headcount", MONTH, MONTH)) == {"by"}
    assert texts(annotations(leader, now)) == {"by", "skole", "skole-a"}


def test_a_note_follows_a_unit_that_moved_in_both_organisations(released, now):
    Annotation.objects.create(unit_key="kultur", month=2024 * 12, text="om kultur", written_by="x", written_at=now)
    assert texts(annotations_for(["klub"], "headcount", 2024 * 12, 2024 * 12)) == {"kultur"}
    assert texts(annotations_for(["skole-a"], "headcount", 2024 * 12, 2024 * 12)) == set()


def test_a_note_of_one_measure_stands_at_no_other(released, now):
    Annotation.objects.create(
        unit_key="by", measure="headcount", month=MONTH, text="om by", written_by="x", written_at=now
    )
    assert annotations_for(["by"], "headcount", MONTH, MONTH)
    assert not annotations_for(["by"], "leaving_rate", MONTH, MONTH)
    assert not annotations_for(["by"], "headcount", MONTH + 1, MONTH + 5)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("  ", "Skriv, hvad der skete"),
        ("x" * 301, "højst 300"),
        ("Ansat 010190-1234 begyndte", "CPR-nummer"),
        ("Skriv til ole@skole.example", "mailadresse"),
        ("Ring på 12 34 56 78", "telefonnummer"),
        ("Ny leder Lene Karla Linde er begyndt", "nævner en person"),
        ("Lene Lindes barsel", "nævner en person"),
    ],
)
def test_a_note_about_a_person_is_refused_with_one_sentence(text, why):
    with pytest.raises(WrongInput, match=why) as refused:
        check_annotation(text, ["Lene Karla Linde", "Bo Bæk"])
    assert text.strip() == "" or text not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["Ny skole åbnet", "Linde Skole og Lene-huset slået sammen", "120 pladser fra 01.08.2025"]
)
def test_a_note_about_a_unit_is_kept_as_written(text):
    assert check_annotation(f" {text} ", ["Lene Karla Linde"]) == text
