"""The attachments under "Bilag": one title a line, wrapped titles joined, portals' file marks and document numbers removed."""

import re
from collections.abc import Sequence

from raadhus.meetings.reader.flow import paragraphs
from raadhus.meetings.reader.rows import Row, Sheet, span_of
from raadhus.meetings.rules.reading import ReadAttachment

_DOCUMENT_NUMBER = re.compile(
    r"\(?(?:dok\.?\s?nr\.?|dokument(?:nr)?\.?|doknr\.?|id)?\s*:?\s*[\dA-ZÆØÅ]{0,6}[\d/.-]{4,}(?:\s*v\d+)?\)?$",
    re.IGNORECASE,
)
_TRAILING_NUMBER = re.compile(r"\s{2,}\(?[\d-]{6,}(?:/\d+)?\)?$|\s+\((?:\d{2,4}-\d{4}-\d+|\d{5,}[-/]\d{2,})\)$")
_FILE_SIZE = re.compile(r"\s*[(\[](?:pdf|docx?|xlsx?|pptx?)?[\s,;:-]*(?:[\d.,]+\s*[kmg]i?b)?[)\]]$", re.IGNORECASE)
_GLUED_TYPE = re.compile(r"(?:PDF|DOCX?|XLSX?|PPTX?)(?=[A-ZÆØÅ0-9\"”(])")
_BULLET = re.compile(r"(?:[-–•·▪*]\s+|\d{1,2}[.)]\s+(?=\S))")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_NONE = frozenset(
    ["ingen", "ingen bilag", "ingen.", "-", "–", ".", "nej", "der er ingen bilag", "pdf", "0", "ingen bilag.", "intet"]
)


def read_attachments(rows: Sequence[Row], sheet: Sheet) -> tuple[ReadAttachment, ...]:
    """Return the attachments in the rows of a "Bilag" section."""
    entries = [(_title_cell(row.line.cells), span_of([row])) for row in rows if row.is_table]
    entries.extend((_raw(piece.printed, piece.text), piece.span) for piece in paragraphs(rows, sheet))
    entries.sort(key=lambda entry: entry[1].start)
    cleaned = [(_clean(title), span) for title, span in entries]
    kept = [
        (title, span)
        for title, span in cleaned
        if title and title.casefold() not in _NONE and not _DOCUMENT_NUMBER.match(title)
    ]
    if kept and kept[-1][0] == str(len(kept) - 1):
        kept.pop()  # a portal counts the attachments below them
    return tuple(ReadAttachment(title, span) for title, span in kept)


def _title_cell(cells: Sequence[str]) -> str:
    """Return the title: the first cell that is neither a number nor a document number."""
    return next((cell for cell in cells if cell and not cell.isdigit() and not _DOCUMENT_NUMBER.match(cell)), "")


def _raw(printed: str | None, text: str) -> str:
    return f"{printed} {text}" if printed else text


def _clean(title: str) -> str:
    title = title.strip()
    bullet = _BULLET.match(title)
    title = title[bullet.end() :].strip() if bullet else title
    title = _GLUED_TYPE.sub("", title, count=1) if _GLUED_TYPE.match(title) else title
    return _TRAILING_NUMBER.sub("", _FILE_SIZE.sub("", title)).strip()
