"""Which rows are headings of an item's sections, and what they say: the kind, a body, a date, text on the same line."""

import re
from dataclasses import dataclass
from enum import IntEnum

from raadhus.core.documents.text import LineKind
from raadhus.meetings.reader.bodies import NAME, names_body, without_genitive
from raadhus.meetings.reader.dates import DATE_PART, find_date
from raadhus.meetings.reader.rows import Row, Sheet
from raadhus.meetings.reader.vocabulary import COMBINED, FROM_KINDS, INLINE, PHRASES, STRONG
from raadhus.meetings.rules.reading import SectionKind

_LONGEST = 120
_MIN_LETTERS = 4
_ENDS = " :.*-–"
_DEN = r"(?:\s*[,:–-]?\s*(?:den\s+|d\.\s*)?)"
_TAIL = r"(?:\s*(?:kl\.?\s*\d{1,2}[.:]\d{2})?\s*[,:.]?\s*(?:\(?(?:pkt|punkt|sag)\.?\s*(?:nr\.?)?\s*\d+\)?)?\s*[:.]?)"
# "Byrådets møde den 24. september 2014:", "Økonomiudvalget, 8. april 2014:", "Økonomiudvalget den 8. april 2014".
_BODY_DATE = re.compile(
    rf"{NAME}(?:\s+møde|\s+beslutning(?:er)?(?:\s+(?:i|på|fra|ved)\s+møde(?:t)?)?)?{_DEN}(?P<date>{DATE_PART}){_TAIL}$"
)
_DECISION_BODY_DATE = re.compile(
    rf"(?:beslutning|beslutninger|beslutningen|referat|behandling|vedtagelse|afgørelse|protokol)\b\s*"
    rf"(?:truffet\s*)?(?:(?:i|fra|af|ved|på)\s+|[-–:,]\s*)?(?P<body>[^.:;!?\d]{{0,80}}?)(?:\s+møde)?{_DEN}(?P<date>{DATE_PART}){_TAIL}$",
    re.IGNORECASE,
)
_DECISION_BODY = re.compile(
    r"(?:beslutning|beslutninger)\s*(?:(?:i|fra|af|ved)\s+|[-–:,]\s*|\s)(?P<body>[^.:;!?\d]{3,60})[:.]?$", re.IGNORECASE
)
_BODY_DECISION = re.compile(r"(?P<body>[^.:;!?\d]{3,60}?)\s+beslutning(?:er)?\s*:?$", re.IGNORECASE)
_DATE_BODY = re.compile(rf"(?P<date>{DATE_PART})\s*[-–:,]?\s+(?P<body>[^.:;!?\d]{{2,60}})[:]?$", re.IGNORECASE)
_FROM = re.compile(rf"(?P<word>{'|'.join(FROM_KINDS)})\s+(?:fra|af|til)\s+(?P<who>.{{1,90}})$", re.IGNORECASE)
_INLINE = re.compile(r"(?P<head>[A-ZÆØÅ][^:.\n]{2,40}):\s+(?P<rest>\S.*)$", re.DOTALL)


class Style(IntEnum):
    """How a row stands out from running text, weakest first."""

    NONE = 0
    UPPERCASE = 1
    BOLD = 2
    LARGE = 3
    MARKED = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading: `body` and `date` for decisions, `rest` when the section's text begins on the same line."""

    kind: SectionKind
    text: str
    body: str | None = None
    date: str | None = None
    rest: str | None = None
    is_statement: bool = False
    is_combined: bool = False


def style_of(row: Row, sheet: Sheet) -> Style:
    """Return how the row stands out."""
    if row.is_heading:
        return Style.MARKED
    body = sheet.typography.body_size
    if row.line.size is not None and body is not None and row.line.size > body * 1.05:
        return Style.LARGE
    if row.line.bold:
        return Style.BOLD
    if row.text.isupper() and sum(character.isalpha() for character in row.text) >= _MIN_LETTERS:
        return Style.UPPERCASE
    return Style.NONE


def phrase_of(row: Row) -> str:
    """Return the row's text as the vocabulary has it."""
    return row.fold.strip(_ENDS)


def find_heading(row: Row, *, styled: bool) -> Heading | None:
    """Return the heading that the row's words make it, or None. `styled` tells that the row stands out from running text."""
    if row.is_table or row.line.kind is LineKind.LIST_ITEM or (len(row.text) > 400 and ":" not in row.text[:60]):  # noqa: PLR2004 - running text
        return None
    phrase = phrase_of(row)
    if phrase in COMBINED:
        return Heading(SectionKind.DECISION, row.text, is_combined=True)
    if phrase in PHRASES:
        return Heading(PHRASES[phrase], row.text)
    if len(row.text) <= _LONGEST:
        found = _statement(row.text) or _from_somebody(row.text, styled=styled)
        if found:
            return found
    return _inline(row.text)


def is_strong(row: Row) -> bool:
    """Return True when the words alone nearly always make a heading."""
    return phrase_of(row) in STRONG


def _statement(text: str) -> Heading | None:
    """Recognise a heading that names a body and perhaps a date: somebody's decision."""
    if text[-1].isalpha() and " " not in text:
        return None
    for pattern in (_DECISION_BODY_DATE, _BODY_DATE, _DATE_BODY):
        match = pattern.match(text)
        if not match:
            continue
        found = find_date(match["date"])
        body = without_genitive(match["body"])
        if found and _plausible(pattern, text, body):
            return Heading(SectionKind.DECISION, text, body or None, found.iso, is_statement=True)
    return _undated(text)


def _plausible(pattern: re.Pattern[str], text: str, body: str) -> bool:
    if pattern is _DECISION_BODY_DATE:
        short = len(body.split()) <= 5 and text.casefold().startswith("beslutning")  # noqa: PLR2004 - an unknown name
        return not body or names_body(body) or short
    if pattern is _DATE_BODY:
        return body[:1].isupper() or body.startswith("[")
    return names_body(body)


def _undated(text: str) -> Heading | None:
    for pattern in (_BODY_DECISION, _DECISION_BODY):
        match = pattern.match(text)
        if match and names_body(without_genitive(match["body"])):
            return Heading(SectionKind.DECISION, text, without_genitive(match["body"]))
    return None


def _from_somebody(text: str, *, styled: bool) -> Heading | None:
    match = _FROM.match(text)
    if match and styled and not text.endswith((".", ",")):
        return Heading(FROM_KINDS[match["word"].casefold()], text)
    return None


def _inline(text: str) -> Heading | None:
    match = _INLINE.match(text)
    if not match:
        return None
    phrase = match["head"].casefold().strip()
    if phrase in INLINE and not re.match(r"\d", match["rest"]):
        return Heading(PHRASES[phrase], match["head"], rest=match["rest"])
    return None
