"""A case as an extract: what the meetings say about it, sorted into facts, assessments and decisions, each with its source."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.core.documents.text import Block, blocks_to_json, plain_text
from raadhus.kernel.danish import slug
from raadhus.meetings.rules.case_parts import LEGAL_BASIS, CasePart, part_of
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.printed import PrintedItem, printed


@dataclass(frozen=True, slots=True)
class ExtractSource:
    """Where something was said: the meeting, the item's number and title, and the address of its page."""

    label: str
    date: date | None
    number: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ExtractEntry:
    """One section of one item; `source` is the place of its source among the extract's."""

    source: int
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class CaseExtract:
    """Everything the meetings say about a case that the viewer may see. `is_internal`: it holds more than the public may have."""

    case_number: str
    title: str
    made_on: date
    is_internal: bool
    sources: tuple[ExtractSource, ...]
    parts: tuple[tuple[CasePart, tuple[ExtractEntry, ...]], ...]

    @property
    def name(self) -> str:
        """The name of its file, without ending: ASCII."""
        return f"aktindsigt-{slug(self.case_number)}{'-intern' if self.is_internal else ''}"

    @property
    def heading(self) -> str:
        """What stands on top of it."""
        return f"Uddrag af sag {self.case_number}"

    @property
    def audience(self) -> str:
        """Whom it is for, in words."""
        if self.is_internal:
            return "Internt uddrag: kan indeholde lukkede punkter og må ikke udleveres uden gennemgang"
        return "Offentligt uddrag: kun det, der er publiceret"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Label and value beneath the title."""
        return (
            ("Sag", f"{self.case_number} {self.title}"),
            ("Udarbejdet", self.made_on.isoformat()),
            ("Udgave", self.audience),
        )


# One meeting's item on its way into an extract: the meeting, the item's place in it (from 0), label and address.
Step = tuple[DisclosedMeeting, int, str, str]


def case_extract(case_number: str, steps: Sequence[Step], *, made_on: date, is_internal: bool) -> CaseExtract:
    """Return the extract. It takes disclosed meetings and nothing else, so that it holds what they show and no more."""
    sources: list[ExtractSource] = []
    sorted_out: dict[CasePart, list[ExtractEntry]] = {part: [] for part in CasePart}
    for meeting, place, label, url in steps:
        page = printed(meeting).items[place]
        for section in page.sections:
            entry = ExtractEntry(len(sources), section.heading or "", section.blocks)
            sorted_out[part_of(section.kind)].append(entry)
        sources.append(ExtractSource(label, meeting.date, page.item.number or "", page.contents, url))
    title = sources[-1].title if sources else ""
    parts = tuple((part, tuple(entries)) for part, entries in sorted_out.items() if entries)
    return CaseExtract(case_number, title, made_on, is_internal, tuple(sources), parts)


def source_line(source: ExtractSource) -> str:
    """Return "Direktionen 02-03-2026 (referat), punkt 2: Budget for 2027"."""
    number = f", punkt {source.number}" if source.number else ""
    return f"{source.label}{number}: {source.title}"


def entries_by_source(entries: Iterable[ExtractEntry]) -> Iterator[tuple[int, list[ExtractEntry]]]:
    """Yield the entries of each source together, in the order of the sources."""
    found: dict[int, list[ExtractEntry]] = {}
    for entry in entries:
        found.setdefault(entry.source, []).append(entry)
    yield from sorted(found.items())


def write_case_json(extract: CaseExtract) -> bytes:
    """Return the extract as UTF-8 JSON (docs/formats/case-extract.md)."""
    return (json.dumps(case_json(extract), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def case_json(extract: CaseExtract) -> dict[str, Any]:
    """Return the extract as plain JSON values."""
    return {
        "case_number": extract.case_number,
        "title": extract.title,
        "made_on": extract.made_on.isoformat(),
        "internal": extract.is_internal,
        "legal_basis": [{"text": one.text, "assumed": one.is_assumed} for one in LEGAL_BASIS],
        "sources": [
            {
                "label": one.label,
                "date": one.date.isoformat() if one.date else None,
                "number": one.number,
                "title": one.title,
                "address": one.url,
            }
            for one in extract.sources
        ],
        "parts": [
            {"part": part.value, "entries": [_entry(entry) for entry in entries]} for part, entries in extract.parts
        ],
    }


def _entry(entry: ExtractEntry) -> dict[str, Any]:
    text, blocks = plain_text(entry.blocks), blocks_to_json(entry.blocks)
    return {"source": entry.source, "heading": entry.heading, "text": text, "blocks": blocks}


def items_of(meeting: DisclosedMeeting, case_number: str) -> list[int]:
    """Return the places of the items that show this case number; a withheld one shows none."""
    items: list[PrintedItem] = list(printed(meeting).items)
    shown = ((place, page.item) for place, page in enumerate(items) if not page.item.withheld)
    return [place for place, item in shown if (item.case_number or "").strip() == case_number]
