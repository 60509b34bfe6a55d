"""From printed lines to paragraphs: what continues what, words split at a line or page end, list markers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raadhus.core.documents.text import LineKind
from raadhus.meetings.reader.headings import Style, style_of
from raadhus.meetings.reader.rows import Row, Sheet
from raadhus.meetings.rules.prose import ends_in_abbreviation
from raadhus.meetings.rules.reading import Span

_BULLET = "-–•·▪◦●*"
_MARKER = re.compile(
    rf"(?P<bullet>[{_BULLET}]\s+|[•·▪◦●]|o\s+(?=\S))?"
    r"(?:(?P<at>at\s*(?:(?P<at_number>\d{1,2}|[a-zæøå])[.):]|\)\s*(?P<at_behind>\d{1,2})?\.?)(?=\s|$))"
    r"|(?P<number>\d{1,2})(?:[.)](?:\s+|(?=at\b)|$)|\s*:\s+)"
    r"|\(?(?P<letter>[a-zæøå])[.)](?:\s+|(?=at\b)|$)"
    r"|(?P<roman>[ivx]{1,4})[.)]\s+)?",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.!?:;…][\"”»')\]]*$")
_IN_A_LIST = re.compile(r"^at\s|\b(?:indstill|anbefal|foresl)\w*\b.{0,80},$", re.IGNORECASE)
_JOINED_ON = re.compile(r"\b(?:og|samt|eller)$")
_HYPHEN = re.compile(r"(?P<left>[\w.]{0,60}\w)[-\u2010]$")
_HYPHENS = ("-", "\u2010")
_LONGEST_WORD = 80
_FIRST_WORD = re.compile(r"\S+")
_JOINING_WORDS = frozenset(["og", "eller", "samt", "samt/eller", "hhv", "til"])
_NEAR_EDGE = 6.0  # points that a full line may fall short of the edge by
_NEAR_WRAP = 2
_PART_SIZE = 1.02
_INDENT = 8.0  # points that an inner list is set further in, at least


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker: `label` as a number or letter (None for a bullet), its class, and where the text begins."""

    label: str | None
    family: str
    length: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows that belong together: the joined text without its marker, and how deep it stands."""

    rows: tuple[Row, ...]
    text: str
    marker: Marker | None
    printed: str | None
    is_heading: bool = False

    @property
    def span(self) -> Span:
        """Where the paragraph stands."""
        return Span(self.rows[0].line.start, self.rows[-1].line.end, self.rows[0].line.page)


def is_inner(piece: Paragraph, outer: Paragraph) -> bool:
    """Return True when a list entry belongs below the outermost ones: another kind of marker, or set further in."""
    if _family(piece) != _family(outer):
        return True
    line, first = piece.rows[0].line, outer.rows[0].line
    if line.left is not None and first.left is not None:
        return line.left - first.left > _INDENT
    return line.kind is LineKind.LIST_ITEM and line.level > first.level


def _family(piece: Paragraph) -> str:
    family = piece.marker.family if piece.marker else "at"
    return "number" if family == "at" else family


def marker_of(text: str) -> Marker | None:
    """Return the list marker that the text begins with, or None."""
    match = _MARKER.match(text)
    if not match or not match.end():
        return None
    if match["at"]:
        return Marker(match["at_number"] or match["at_behind"], "at", match.end())
    for family in ("number", "letter", "roman"):
        if match[family]:
            return Marker(match[family], family, match.end())
    return Marker(None, "bullet", match.end()) if match["bullet"] and match.end() < len(text) else None


def paragraphs(rows: Sequence[Row], sheet: Sheet) -> list[Paragraph]:
    """Return the rows as paragraphs; table rows are left out (blocks reads them)."""
    result: list[Paragraph] = []
    current: list[Row] = []
    for row in rows:
        if current and continues(current[-1], row, sheet):
            current.append(row)
            continue
        if current:
            result.append(_paragraph(current, sheet))
        current = [] if row.is_table else [row]
    if current:
        result.append(_paragraph(current, sheet))
    return result


def continues(before: Row, row: Row, sheet: Sheet) -> bool:
    """Return True when the row carries on the text of the row before."""
    if before.is_table or row.is_table or before.line.hard_break or _starts_anew(row):
        return False
    if before.is_heading or row.is_heading or _differ_in_print(before, row, sheet):
        return False
    if before.text.endswith(":") and row.text[0].isupper():
        return False
    if row.fold.startswith("at ") and _begins_entry(before, row, sheet):
        return False
    split = _is_split(before, row)
    if row.gap or before.line.page != row.line.page:
        return split and (row.gap <= 1 or before.line.page != row.line.page)
    return split or _is_full(before, row, sheet)


def _begins_entry(before: Row, row: Row, sheet: Sheet) -> bool:
    """Tell whether a row that begins with "at" is the next entry of an unmarked list, rather than a sentence that goes on."""
    if _JOINED_ON.search(before.text) or (row.gap and before.text[-1] in ",;"):
        return True
    return _IN_A_LIST.search(before.text) is not None and not _is_full(before, row, sheet)


def _starts_anew(row: Row) -> bool:
    marker = marker_of(row.text)
    return row.line.kind is LineKind.LIST_ITEM or (
        marker is not None and (marker.family != "letter" or marker.length < len(row.text))
    )


def _differ_in_print(before: Row, row: Row, sheet: Sheet) -> bool:
    if before.line.size is not None and row.line.size is not None:
        larger, smaller = max(before.line.size, row.line.size), min(before.line.size, row.line.size)
        if larger > smaller * _PART_SIZE:
            return True
    return (style_of(before, sheet) >= Style.BOLD) != (style_of(row, sheet) >= Style.BOLD)


def _is_split(before: Row, row: Row) -> bool:
    """Tell whether the text breaks off where no sentence ends: a hyphen, or a small letter follows."""
    if before.text.endswith(_HYPHENS) and _HYPHEN.search(before.text[-_LONGEST_WORD:]) and row.text[0].isalpha():
        return True
    open_ended = not _TERMINAL.search(before.text) or ends_in_abbreviation(before.text)
    return open_ended and row.text[0].islower() and marker_of(row.text) is None


def _is_full(before: Row, row: Row, sheet: Sheet) -> bool:
    """Tell whether the row before is so long that the next word did not fit on it."""
    first = _FIRST_WORD.match(row.text)
    word = len(first[0]) if first else 0
    type_ = sheet.typography
    if before.line.right is not None and before.line.left is not None and type_.right is not None:
        width = (before.line.right - before.line.left) / max(1, len(before.text))
        return before.line.right + (word + 1) * width > type_.right - _NEAR_EDGE
    if type_.wrap is None:
        return False
    return len(before.line.text) + 1 + word > type_.wrap - _NEAR_WRAP


def joined(rows: Iterable[Row], sheet: Sheet) -> str:
    """Return the rows' text as one, with split words made whole."""
    text = ""
    for row in rows:
        text = _join(text, row.text, sheet) if text else row.text
    return text


def _join(before: str, after: str, sheet: Sheet) -> str:
    match = _HYPHEN.search(before[-_LONGEST_WORD:]) if before.endswith(_HYPHENS) else None
    first = re.match(r"\w+", after)
    if not match or not first or first[0].casefold() in _JOINING_WORDS:
        return f"{before} {after}"
    left = match["left"].rsplit(" ", 1)[-1].casefold()
    hyphenated, whole = f"{left}-{first[0].casefold()}", f"{left}{first[0].casefold()}"
    if hyphenated not in sheet.words and whole in sheet.words and first[0].islower():
        return before[:-1] + after
    return before + after


def _paragraph(rows: Sequence[Row], sheet: Sheet) -> Paragraph:
    text = joined(rows, sheet)
    marker = marker_of(text)
    printed = text[: marker.length].strip() if marker else None
    return Paragraph(tuple(rows), text[marker.length :].strip() if marker else text, marker, printed)
