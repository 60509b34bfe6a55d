from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from raadhus.meetings.rules.highlight import PieceKind, anchor_of, marked
from raadhus.meetings.rules.reading import ReadWarning, Span
from raadhus.meetings.tests.papers import reading

spans = st.builds(Span, st.integers(-5, 40), st.integers(-5, 40))


@given(st.text(max_size=30), st.lists(spans, max_size=8))
def test_nothing_of_the_text_is_lost_or_doubled_and_spans_nest(text, found):
    made = replace(
        reading(), items=(), header_sources=(), warnings=tuple(ReadWarning("x", "y", span) for span in found)
    )
    pieces = marked(text, made)
    assert "".join(piece.value for piece in pieces if piece.kind is PieceKind.TEXT) == text
    depth = 0
    for piece in pieces:
        depth += {PieceKind.OPEN: 1, PieceKind.CLOSE: -1}.get(piece.kind, 0)
        assert depth >= 0
    assert depth == 0


def test_every_value_has_an_anchor_to_go_to():
    made = reading()
    anchors = {piece.value for piece in marked("x" * 200, made) if piece.kind is PieceKind.OPEN}
    assert {anchor_of(item.source) for item in made.items} <= anchors


def test_a_value_without_a_place_has_no_link():
    assert anchor_of(Span(3, 3)) == anchor_of(None) == ""
