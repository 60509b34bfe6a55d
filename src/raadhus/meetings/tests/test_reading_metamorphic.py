"""A real document changed in one way reads as changed in that way and in no other (skipped without the real documents)."""

import re
from dataclasses import replace

import pytest

from raadhus.core.documents.readers.text import read_text
from raadhus.meetings.reader import read_meeting

STARTS = re.compile(r"^(?=(?:## )?(?:\*\*)?Punkt \d+:)", re.MULTILINE)
VARIANTS = {
    "Indstilling": "Indstillinger",
    "Baggrund": "Resumé",
    "Sagsfremstilling": "Sagsbeskrivelse",
    "Økonomi": "Økonomiske konsekvenser",
}


def plain(value):
    """The reading without places and without what is derived from places."""
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        names = [
            name
            for name in value.__dataclass_fields__
            if name not in ("source", "header_sources", "set_aside", "warnings")
        ]
        return (type(value).__name__, *((name, plain(getattr(value, name))) for name in names))
    return value


def read(text):
    return read_meeting(read_text(text), file="x")


@pytest.fixture(params=["000", "003"])
def text(request, shared_dir):
    return next((shared_dir / "seeds").glob(f"{request.param}_*.txt")).read_text(encoding="utf-8")


def without_headings(reading):
    return replace(
        reading,
        items=tuple(
            replace(item, sections=tuple(replace(one, heading=None) for one in item.sections)) for item in reading.items
        ),
    )


def test_other_names(text):
    changed = re.sub(r"(M[øo]dedeltagere\W+)(\w+ \w+)", r"\1Ursula Vinterberg", text)
    before, after = read(text), read(changed)
    assert after.participants == ("Ursula Vinterberg", *before.participants[1:])
    assert plain(replace(after, participants=())) == plain(replace(before, participants=()))


def test_other_case_numbers(text):
    changed = re.sub(r"^(\d{2})/(\d+)$", r"\1/9\2", text, flags=re.MULTILINE)
    before, after = read(text), read(changed)
    assert [one.case_number for one in after.items] == [re.sub("/", "/9", one.case_number) for one in before.items]
    assert [plain(replace(one, case_number=None)) for one in after.items] == [
        plain(replace(one, case_number=None)) for one in before.items
    ]


def test_headings_in_capitals(text):
    changed = re.sub(
        r"^((?:### \*\*|## |### )?)(Baggrund|Indstilling|Sagsfremstilling|Bilag|Økonomi)(?=(?:\*\*)?$)",
        lambda match: match[1] + match[2].upper(),
        text,
        flags=re.MULTILINE,
    )
    assert changed != text
    assert plain(without_headings(read(changed))) == plain(without_headings(read(text)))


@pytest.mark.parametrize("word", VARIANTS)
def test_other_words_for_a_heading(text, word):
    changed = re.sub(
        rf"^((?:### \*\*|## |### )?){word}(?=(?:\*\*)?$)", rf"\g<1>{VARIANTS[word]}", text, flags=re.MULTILINE
    )
    assert plain(without_headings(read(changed))) == plain(without_headings(read(text)))


def test_items_in_another_order(text):
    head, *items = STARTS.split(text)
    before, after = read(text), read(head + "".join(f"{item.rstrip()}\n\n" for item in reversed(items)))
    assert [plain(item) for item in after.items] == [plain(item) for item in reversed(before.items)]
    assert plain(replace(after, items=())) == plain(replace(before, items=()))


def test_other_numbering(text):
    changed = re.sub(r"Punkt (\d+):", r"Pkt. 4\1:", text)
    before, after = read(text), read(changed)
    assert [item.number for item in after.items] == [f"4{item.number}" for item in before.items]
    assert [plain(replace(item, number=None)) for item in after.items] == [
        plain(replace(item, number=None)) for item in before.items
    ]
