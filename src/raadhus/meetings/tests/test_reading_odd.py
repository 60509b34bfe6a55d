"""What odd documents did to the reading once, and must not do again."""

import time

import pytest

from raadhus.core.documents.text import read_document
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.prose import sentences

HEAD = "Referat\n\nDirektionen den 3. marts 2026\n\n1. Budget\n\nBeslutning\nGodkendt.\n\n"


def reading(text: str):
    return read_meeting(read_document(text.encode(), "x"), file="x")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Bilag\n\nNotat\n\n²\n",
        HEAD + "Side " + "9" * 5000 + "\n",
        "Bare en linje",
        "1. Budget",
        "§",
    ],
)
def test_odd_documents_are_read(text):
    assert reading(text).file == "x"


def test_plain_numbered_titles_are_items():
    text = (
        "Referat\n\nDirektionen den 3. marts 2026\n\n1. Budget\n\nBeslutning\nGodkendt.\n\n2. Løn\n\nBeslutning\nUdsat."
    )
    assert [(item.number, item.title) for item in reading(text).items] == [("1", "Budget"), ("2", "Løn")]


@pytest.mark.parametrize(
    "line",
    [
        " " * 5000 + "x",
        "Beslutning" + " " * 5000 + "x",
        "Beslutning" + "a" * 5000,
        ". " * 3000 + "x",
        "a og " * 1000 + "1",
        "A" * 9000,
        "-" * 5000 + "x",
    ],
    ids=["spaces", "spaces inside", "a long word", "dots", "and", "capitals", "dashes"],
)
def test_no_line_takes_long(line):
    started = time.process_time()
    reading(HEAD + line + "\n" + line + "\n\n2. Løn\n\nBeslutning\n" + line)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("En sag til ØU ift. Godkendelse af leasing. Næste sætning.", 2),
        ("Udgiften er 5 pct. Der er plads til 3 mio. kr. pr. år.", 2),
        ("Jf. afd. B iht. Loven m.fl. godkendes det.", 1),
        ("A.P. Holm deltog d. 3. maj kl. 17. Mødet sluttede.", 2),
    ],
)
def test_abbreviations_end_no_sentence_but_a_unit_may(text, count):
    assert len(sentences(text)) == count


def test_an_item_line_printed_twice_begins_one_item():
    assert [item.number for item in reading("PUNKT0\nPUNKT0\nForventet sagsgang").items] == ["0"]
