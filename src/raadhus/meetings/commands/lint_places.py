"""Documents that are linted, and where a place in their text stands in the file: line and column, or page."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from raadhus.core.documents.text import Line, SourceText, document_bytes, read_document
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.reading import Reading

_PLAIN = ("text/plain", "text/markdown")
# What Markdown adds to a line, and the spaces that reading a line takes away.
_MARKUP = str.maketrans("", "", "*_#|`\\ \t\u00a0")


@dataclass(frozen=True)
class Document:
    """One file: its content, the text that was read from it, and the reading whose spans count in that text."""

    path: Path
    data: bytes
    source: SourceText
    reading: Reading

    @property
    def is_plain(self) -> bool:
        """True for plain text and Markdown, whose lines are the file's own."""
        return self.source.media_type in _PLAIN

    @cached_property
    def raw(self) -> str | None:
        """The file's text with its own line ends, None when it is no plain text in UTF-8."""
        try:
            return self.data.decode("utf-8") if self.is_plain else None
        except UnicodeDecodeError:
            return None

    @cached_property
    def raw_lines(self) -> list[str]:
        """The file's lines with their ends."""
        return (self.raw or "").splitlines(keepends=True)

    @cached_property
    def line_places(self) -> list[int | None]:
        """For each line that was read, the place of the file's line that it came from; None where it is not found."""
        places: list[int | None] = []
        begin = 0
        bare = [line.translate(_MARKUP) for line in (one.strip("\r\n\f\ufeff") for one in self.raw_lines)]
        for line in self.source.lines:
            wanted = line.text.translate(_MARKUP)
            found = next((at for at in range(begin, len(bare)) if bare[at] and _same(wanted, bare[at])), None)
            places.append(found)
            begin = begin if found is None else found if wanted != bare[found] else found + 1
        return places

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.source.lines]

    def line_at(self, start: int) -> tuple[int, Line] | None:
        """Return the line that was read at a place in the text, with its number from 0."""
        at = bisect_right(self._starts, start) - 1
        return (at, self.source.lines[at]) if at >= 0 else None

    def position(self, start: int) -> tuple[int, int]:
        """Return line and column, from 1: in the file where its lines are known, else in the text that was read."""
        found = self.line_at(start)
        if found is None:
            return 1, 1
        at, line = found
        place = self.line_places[at] if self.raw is not None else None
        column = start - line.start
        if place is None:
            return at + 1, column + 1
        printed = self.raw_lines[place]
        return place + 1, max(printed.find(line.text), 0) + column + 1


def _same(wanted: str, printed: str) -> bool:
    return wanted == printed or (len(wanted) > 1 and (wanted in printed or wanted.startswith(printed)))


def read_documents(paths: Iterable[Path], *, ocr: bool) -> tuple[list[Document], bool]:
    """Return the documents that could be read, and whether one could not; each of those is told on standard error."""
    documents, failed = [], False
    for path in paths:
        try:
            documents.append(read(path, ocr=ocr))
        except WrongInput as error:
            click.echo(f"raadhus: {error}", err=True)
            failed = True
    return documents, failed


def read(path: Path, *, ocr: bool = False) -> Document:
    """Return the document of a file. Raises WrongInput."""
    data = document_bytes(path)
    source = read_document(data, str(path), ocr=ocr)
    return Document(path, data, source, read_meeting(source, file=str(path)))
