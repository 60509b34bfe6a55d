"""The case tells each figure that the board asked about in its minutes, in their order, and none is left out on the way."""

import pytest

from raadhus.personnel.rules.publication.board_case import blocks_of
from raadhus.personnel.tests.made_publication import content

# The development in full-time posts, full time, 60 and over, those who leave, sickness; then administration and salary.
TOLD = ("årsværk", "fuld tid", "60 år", "personaleafgang", "sygedage", "administrative årsværk", "månedsløn")


@pytest.fixture(scope="module")
def written(cube_file):
    return content(cube_file, "year", 2025, 0)


def test_each_figure_has_its_paragraph_in_the_order_of_the_minutes(written):
    assert len(written.asked) == len(TOLD)
    assert [word for word, text in zip(TOLD, written.asked, strict=True) if word not in text.casefold()] == []


def test_the_case_holds_every_paragraph(written):
    texts = [block["text"] for block in blocks_of(written) if block["type"] == "paragraph"]
    at = texts.index(written.asked[0])
    assert tuple(texts[at : at + len(TOLD)]) == written.asked
