import pytest

from raadhus.meetings.rules.gate import findings, holds_cpr_number
from raadhus.meetings.rules.record import record_from_reading
from raadhus.meetings.tests.papers import closed_item, open_item, reading


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
