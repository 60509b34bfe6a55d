"""The whole document: furniture and contents set aside, items found, each read, and what nobody understood reported."""

from collections.abc import Sequence

from raadhus.core.documents.text import SourceText
from raadhus.meetings.reader.contents import mark_contents
from raadhus.meetings.reader.decisions import is_own
from raadhus.meetings.reader.drafting import Drafting, mark_closed_numbers, stretches
from raadhus.meetings.reader.furniture import mark_furniture
from raadhus.meetings.reader.habits import heading_habit
from raadhus.meetings.reader.header import Header, read_end, read_header
from raadhus.meetings.reader.items import Draft, finish_item
from raadhus.meetings.reader.meeting import infer_meeting
from raadhus.meetings.reader.rows import Role, open_sheet, span_of
from raadhus.meetings.reader.sbsys import is_sbsys, read_sbsys
from raadhus.meetings.reader.starts import find_starts
from raadhus.meetings.reader.verdicts import verdict_of_text
from raadhus.meetings.reader.warnings import warn
from raadhus.meetings.rules.reading import Kind, Reading

_SET_ASIDE = frozenset([Role.FURNITURE, Role.CONTENTS, Role.DIVIDER, Role.HEADER])


def read_meeting(source: SourceText, *, file: str) -> Reading:
    """Return what the document says of one meeting. Never raises on odd documents: what is not understood becomes a warning."""
    if is_sbsys(source):
        return read_sbsys(source, file=file)
    sheet = open_sheet(source)
    mark_furniture(sheet)
    contents = mark_contents(sheet)
    habit = heading_habit(sheet, [row for row in sheet.rows if sheet.is_free(row)])
    before, parts = stretches(sheet, find_starts(sheet, contents, habit))
    header = read_header(before, sheet)
    drafting = Drafting(sheet, habit, contents)
    drafts = [drafting.draft(start, rows) for start, rows in parts]
    inferred = mark_closed_numbers(drafts)
    infer_meeting(header, [draft.sections for draft in drafts], drafting.marks)
    is_minutes = _is_minutes(header, drafts)
    items = tuple(finish_item(draft, header, sheet, is_minutes=is_minutes) for draft in drafts)
    if drafts:
        read_end(drafts[-1].rows, header)
    decided = any(item.decision for item in items)
    return Reading(
        file=file,
        kind=Kind.MINUTES if decided else header.kind or Kind.AGENDA,
        municipality=header.municipality,
        body=header.body,
        date=header.date,
        start_time=header.start_time,
        end_time=header.end_time,
        place=header.place,
        participants=header.participants,
        absent=header.absent or tuple(dict.fromkeys(name for draft in drafts for name in draft.absent)),
        items=items,
        warnings=warn(source, sheet, header, items, inferred),
        header_sources=tuple(header.sources.items()),
        set_aside=tuple(span_of(run) for run in sheet.runs(_SET_ASIDE)),
    )


def _is_minutes(header: Header, drafts: Sequence[Draft]) -> bool:
    decided = any(is_own(section, header) and section.rows for draft in drafts for section in draft.sections)
    if header.kind is Kind.MINUTES or decided:
        return True
    if header.kind is Kind.AGENDA:
        return False
    texts = (
        section.rows
        for draft in drafts
        for section in draft.sections
        if section.heading is None and len(draft.sections) == 1
    )
    return any(verdict_of_text(" ".join(row.text for row in rows)) for rows in texts)
