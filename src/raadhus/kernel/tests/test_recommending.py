"""What a recommendation asks for is known again in other words."""

import pytest

from raadhus.kernel.recommending import bare


@pytest.mark.parametrize(
    "text",
    ["At direktionen tager orienteringen til efterretning.", "tager orienteringen til efterretning", "at TAGER »orienteringen« til efterretning;"],
)  # fmt: skip
def test_signs_capitals_and_beginnings_do_not_count(text):
    assert bare(text) == "tager orienteringen til efterretning"


def test_a_text_of_nothing_but_a_beginning_asks_for_nothing():
    assert bare("At direktionen") == bare(" - ") == ""
