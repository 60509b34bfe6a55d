from dataclasses import replace
from datetime import date

import pytest

from raadhus.meetings.rules.gate import findings, holds_cpr_number
from raadhus.meetings.rules.reading import Dissent
from raadhus.meetings.rules.record import Addition
from raadhus.meetings.tests.papers import closed_item, open_item, reading
from raadhus.meetings.tests.recorded import record_from_reading


@pytest.mark.parametrize("text", ["010190-1234", "CPR 0101901234.", "610190 1234", "290200-1111", "(311299-0000)"])
def test_a_cpr_number_is_found(text):
    assert holds_cpr_number(text)


@pytest.mark.parametrize(
    "text",
    ["320190-1234", "011390-1234", "26/100", "4971234567890", "1.010.901.234", "tlf. 43 59 10 00", "0101901234/5", ""],
)
def test_what_is_no_cpr_number_is_let_through(text):
    assert not holds_cpr_number(text)


def record(*items, **more):
    return record_from_reading(reading(items=items, **more))


def test_a_cpr_number_in_open_text_blocks_and_is_not_repeated():
    (found,) = findings(record(open_item(title="Klage fra 010190-1234")))
    assert found.blocks
    assert "010190" not in found.message


def test_a_cpr_number_in_a_closed_item_stays_there_and_blocks_nothing():
    assert findings(record(closed_item(word="010190-1234"))) == ()


def test_a_cpr_number_among_the_participants_blocks():
    assert [found.blocks for found in findings(record(participants=("Alma 010190-1234",)))] == [True]


def test_a_cpr_number_in_a_dissent_or_a_name_blocks():
    for more in (
        {"dissents": (Dissent("Bo Dahl", "Jeg mener, at 010190-1234 har ret."),)},
        {"disqualified": ("Bo Dahl 010190-1234",)},
        {"late_reason": "Kom sent fra 010190-1234"},
    ):
        assert [found.code for found in findings(record(open_item(**more)))] == ["cpr"]


def test_a_cpr_number_in_an_addition_blocks_unless_it_is_to_a_closed_item():
    whole = record(closed_item(), open_item())
    for place, blocked in ((None, ["cpr"]), ("punkt-1", []), ("punkt-2", ["cpr"])):
        addition = Addition(place, date(2026, 3, 9), "Bo Dahl", "Rettelse om 010190-1234")
        assert [found.code for found in findings(replace(whole, additions=(addition,)))] == blocked
