"""The recommendations of an item, in the layouts that municipalities use: numbers, letters, dashes, "At 1)", running "at"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from raadhus.meetings.reader.flow import Paragraph, is_inner, marker_of, paragraphs
from raadhus.meetings.reader.rows import Row, Sheet
from raadhus.meetings.rules.reading import ReadRecommendation, Span

_LEAD = re.compile(
    r"(?:[^.]{0,200}?\b(?:indstiller|indstilles|anbefaler|anbefales|foreslår|foreslås|indstilling(?:en)?)\b[^.]{0,160}?(?:,?\s+at)?\s*:?|at\s+\S+(?:\s+\S+){0,5}:)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_AND_TEXT = re.compile(
    r"(?P<lead>[^.]{0,200}?\b(?:indstiller|indstilles|anbefaler|anbefales|foreslår|foreslås)\b[^.:]{0,120}?[,:]?\s*)(?P<at>\bat\b\s*:?\s*(?P<text>\S.*))$",
    re.IGNORECASE | re.DOTALL,
)
_SUBMITS = re.compile(
    r"[A-ZÆØÅ][^.]{0,100}?\b(?:indstille[rs]|anbefaler)\b,?\s*(?:til\s+[^.]{2,60})?,?\s*(?:at\b|:|$)",
    re.DOTALL,
)
_AT = re.compile(r"at\b[\s:]*(?=\S)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b\w{3,}es\b|\b(?:tager|godkender|anbefaler|drøfter|tiltræder|vedtager|beslutter|bevilger|giver|frigiver|afsætter|sender|bemyndiger)\b"
)
_NEXT_AT = re.compile(r"(?:,|\.)?\s+(?:og|samt)\s+at\s+|,\s+at\s+|;\s*at\s+", re.IGNORECASE)


def read_recommendations(rows: Sequence[Row], sheet: Sheet) -> tuple[ReadRecommendation, ...]:
    """Return the recommendations in the rows of one section, nested ones as children."""
    pieces = paragraphs(rows, sheet)
    table = [row for row in rows if row.is_table]
    marked = [piece for piece in pieces if _is_marked(piece)]
    if not marked and table:
        return _from_table(table)
    if marked:
        return _nested(_grown(pieces))
    return _running(pieces)


def find_recommendations(rows: Sequence[Row], sheet: Sheet) -> tuple[ReadRecommendation, ...]:
    """Return what "... indstiller, at ..." in running text asks for, where no heading announces it."""
    pieces = paragraphs(rows, sheet)
    for position, piece in enumerate(pieces):
        last = piece.text.rsplit(". ", 1)[-1]
        if not piece.marker and last != piece.text and _LEAD.match(last) and last.endswith((":", ",", " at")):
            piece = replace(piece, text=last)  # noqa: PLW2901 - the lead-in ends a longer paragraph
        if piece.marker or not _SUBMITS.match(piece.text):
            continue
        if _is_lead(piece) and not _lists(pieces[position + 1 : position + 2]):
            continue
        following = [row for later in pieces[position + 1 :] for row in later.rows]
        ats = [row for later in takewhile(_is_at, pieces[position + 1 :]) for row in later.rows]
        return read_recommendations(following if _is_lead(piece) else [*piece.rows, *ats], sheet)
    return ()


def _is_at(piece: Paragraph) -> bool:
    return bool(_AT.match(piece.text))


def _lists(pieces: Sequence[Paragraph]) -> bool:
    """Return True when what follows a lead-in is a list, or goes on in small letters."""
    return any(piece.marker or _AT.match(piece.text) or piece.text[:1].islower() for piece in pieces)


def is_explicit(recommendations: Sequence[ReadRecommendation], rows: Sequence[Row]) -> bool:
    """Return True when the section lists what is recommended, rather than talk about it."""
    return (
        len(recommendations) > 1
        or any(rec.label for rec in recommendations)
        or any(_AT.match(row.text) or _LEAD.match(row.text) for row in rows)
    )


def _is_marked(piece: Paragraph) -> bool:
    return piece.marker is not None and bool(piece.text)


def _grown(pieces: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the marked pieces, each followed by unmarked ones that begin with "at" (another layout in the same list)."""
    families = {piece.marker.family for piece in pieces if piece.marker}
    grown: list[Paragraph] = []
    for piece in pieces:
        if _is_marked(piece) or (grown and "at" in families and _AT.match(piece.text)):
            grown.append(piece)
        elif grown and piece.text[:1].islower() and not _AT.match(piece.text) and not _LEAD.match(piece.text):
            grown[-1] = replace(grown[-1], rows=grown[-1].rows + piece.rows, text=f"{grown[-1].text} {piece.text}")
    return grown


def _nested(pieces: Sequence[Paragraph]) -> tuple[ReadRecommendation, ...]:
    """Nest: another kind of marker, or one set further in, belongs to the recommendation before."""
    top: list[ReadRecommendation] = []
    for piece in pieces:
        rec = ReadRecommendation(label=_label(piece), text=piece.text, source=piece.span)
        if not top or not is_inner(piece, pieces[0]):
            top.append(rec)
        else:
            top[-1] = replace(top[-1], children=(*top[-1].children, rec))
    return tuple(top)


def _label(piece: Paragraph) -> str | None:
    return piece.marker.label.casefold() if piece.marker and piece.marker.label else None


def _running(pieces: Sequence[Paragraph]) -> tuple[ReadRecommendation, ...]:
    """Without markers: paragraphs that begin with "at", or what follows "indstiller, at"."""
    ats = [piece for piece in pieces if _AT.match(piece.text) and not _is_lead(piece)]
    if ats:
        led = next((piece for piece in pieces[: pieces.index(ats[0])] if _LEAD_AND_TEXT.match(piece.text)), None)
        first = _LEAD_AND_TEXT.match(led.text) if led else None
        begun = _split(led, first["at"]) if led and first and not _is_lead(led) else ()
        return (*begun, *(rec for piece in ats for rec in _split(piece, piece.text)))
    for position, piece in enumerate(pieces):
        match = _LEAD_AND_TEXT.match(piece.text)
        if match and not _is_lead(piece):
            return _split(piece, match["text"])
        if _is_lead(piece):
            return _after_lead(pieces[position + 1 :])
    return tuple(_plain(piece) for piece in pieces[:1])


def _is_lead(piece: Paragraph) -> bool:
    return bool(_LEAD.match(piece.text)) and (piece.text.rstrip().endswith((":", " at", ",")) or len(piece.text) < 40)  # noqa: PLR2004 - a short phrase


def _after_lead(pieces: Sequence[Paragraph]) -> tuple[ReadRecommendation, ...]:
    """After a lead-in: each line that goes on in small letters, or the one paragraph that follows."""
    small = [piece for piece in pieces if piece.text[:1].islower()]
    return tuple(_plain(piece) for piece in (small if len(small) > 1 else pieces[:1]))


def _plain(piece: Paragraph) -> ReadRecommendation:
    return ReadRecommendation(label=None, text=piece.text, source=piece.span)


def _split(piece: Paragraph, text: str) -> tuple[ReadRecommendation, ...]:
    """Split "at X godkendes, og at Y tages til efterretning" where each part asks for something of its own."""
    parts: list[str] = []
    begin = 0
    for match in _NEXT_AT.finditer(text):
        before, after = text[begin : match.start()], text[match.end() :]
        if _PASSIVE.search(before) and _PASSIVE.search(after[:300]):
            parts.append(before)
            begin = match.end()
    parts.append(text[begin:])
    return tuple(ReadRecommendation(label=None, text=part.strip(), source=piece.span) for part in parts)


def _from_table(rows: Sequence[Row]) -> tuple[ReadRecommendation, ...]:
    found: list[ReadRecommendation] = []
    for row in rows:
        cells = [cell for cell in row.line.cells if cell]
        text = max(cells, key=len, default="")
        marker = marker_of(f"{cells[0]} ") if len(cells) > 1 else marker_of(text)
        label = marker.label if marker else None
        if text and (marker or _AT.match(text) or cells[0].casefold() == "at"):
            span = Span(row.line.start, row.line.end, row.line.page)
            body = text[marker.length :] if marker and len(cells) == 1 else text
            found.append(ReadRecommendation(label=label, text=body, source=span))
    return tuple(found)
