"""What holds for every document, however odd: no crash, every row accounted for, spans that point into the text, linear time."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.core.documents.readers.text import read_text
from raadhus.meetings.reader import read_meeting, reading_to_json
from raadhus.meetings.tests import layouts_marked, layouts_numbered, layouts_other, layouts_registered

TEXTS = [
    layout.text
    for layout in layouts_numbered.LAYOUTS + layouts_registered.LAYOUTS + layouts_other.LAYOUTS + layouts_marked.LAYOUTS
]
LINES = sorted({line for text in TEXTS for line in text.splitlines()})
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.text(max_size=60),
    st.sampled_from(
        [
            "\f",
            "| a | b |",
            "a\tb\tc",
            "1.",
            "Punkt 1:",
            "Beslutning",
            "Bilag",
            "Fraværende:",
            "-",
            "." * 300,
            " " * 300,
        ]
    ),
)
BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text):
    source = read_text(text)
    return source, read_meeting(source, file="x.txt")


def spans(value):
    if isinstance(value, dict):
        if {"start", "end", "page"} == set(value):
            yield value
        else:
            for inner in value.values():
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def uncovered(source, reading):
    """The lines that nothing in the reading accounts for: neither an item, the header, contents, furniture nor a warning."""
    taken = [(item.source.start, item.source.end) for item in reading.items]
    taken += [(warning.source.start, warning.source.end) for warning in reading.warnings]
    taken += [(span.start, span.end) for span in reading.set_aside]
    taken += [(span.start, span.end) for _, span in reading.header_sources]
    return [
        line.text for line in source.lines if not any(start <= line.start and line.end <= end for start, end in taken)
    ]


@given(st.lists(PIECES, max_size=40))
@BOUNDED
def test_no_document_crashes_it_and_every_line_is_accounted_for(pieces):
    source, reading = read("\n".join(pieces))
    assert uncovered(source, reading) == []


@given(st.sampled_from(TEXTS), st.data())
@BOUNDED
def test_a_document_cut_and_shuffled_still_reads(text, data):
    lines = text.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines[one], lines[other] = lines[other], lines[one]
        del lines[data.draw(st.integers(0, len(lines) - 1))]
    source, reading = read("\n".join(lines))
    assert uncovered(source, reading) == []


@given(st.lists(PIECES, max_size=40))
@BOUNDED
def test_every_span_points_into_the_text(pieces):
    source, reading = read("\n".join(pieces))
    for span in spans(reading_to_json(reading)):
        assert 0 <= span["start"] <= span["end"] <= len(source.text)


@pytest.mark.parametrize("text", TEXTS)
def test_reading_twice_gives_the_same(text):
    assert read(text)[1] == read(text)[1]


def test_ten_thousand_items_take_linear_time():
    def seconds(count):
        item = "Punkt {0}: Sag om emne {0}\n\n25/{0}\n\nIndstilling\n\n1. at sagen godkendes\n\nBeslutning\n\nGodkendt.\n\n"
        text = "REFERAT Direktionen d. 02-06-2025\n\n" + "".join(
            item.format(number) for number in range(1000, 1000 + count)
        )
        begun = time.process_time()
        assert len(read(text)[1].items) == count
        return time.process_time() - begun

    seconds(100)
    small, large = seconds(1000), seconds(9000)
    assert large < 9 * small * 3 + 1


@pytest.mark.parametrize(
    "line",
    [
        "." * 20_000,
        " a" * 20_000,
        "at " * 10_000,
        "1" * 20_000,
        "(" * 20_000,
        "indstiller " * 4_000,
        "og " * 10_000,
        "a-" * 10_000,
    ],
    ids=lambda line: line[:12],
)
def test_a_hostile_line_does_not_hold_it_up(line):
    begun = time.process_time()
    read(f"Punkt 1: Sag\n\nIndstilling\n\n{line}\n\nBeslutning\n\n{line}\n\nBilag\n\n{line}\n")
    assert time.process_time() - begun < 20


def test_what_is_not_understood_becomes_a_warning_with_its_place():
    source, reading = read(
        "Noget helt andet\n\nREFERAT Byrådet d. 02-06-2025\n\nPunkt 1: Sag\n\n25/12\n\nBeslutning\n\nGodkendt.\n"
    )
    (warning,) = [warning for warning in reading.warnings if warning.code == "unread-text"]
    assert source.text[warning.source.start : warning.source.end] == "Noget helt andet"
    assert re.search("ikke forstået", warning.message)
