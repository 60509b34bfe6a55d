"""The whole document: furniture and contents set aside, items found, each read, and what nobody understood reported."""

from collections.abc import Sequence
from itertools import groupby

from raadhus.core.documents.text import SourceText
from raadhus.meetings.reader.contents import mark_contents, title_key
from raadhus.meetings.reader.dates import find_date
from raadhus.meetings.reader.bodies import names_body
from raadhus.meetings.reader.furniture import mark_furniture
from raadhus.meetings.reader.header import Header, read_end, read_header
from raadhus.meetings.reader.headings import Style, find_heading, style_of
from raadhus.meetings.reader.items import Draft, finish_item
from raadhus.meetings.reader.marks import case_labelled, divider_status
from raadhus.meetings.reader.meeting import infer_meeting
from raadhus.meetings.reader.rows import Role, Row, Sheet, open_sheet, span_of
from raadhus.meetings.reader.sections import Habit, MeetingMark, heading_habit, split_sections
from raadhus.meetings.reader.starts import Start, find_starts
from raadhus.meetings.reader.titles import CaseNumber, read_head
from raadhus.meetings.reader.verdicts import verdict_of_text
from raadhus.meetings.reader.warnings import warn
from raadhus.meetings.rules.reading import Kind, ReadItem, Reading

_FIRST_CLOSED = 101


def read_meeting(source: SourceText, *, file: str) -> Reading:
    """Return what the document says of one meeting. Never raises on odd documents: what is not understood becomes a warning."""
    sheet = open_sheet(source)
    mark_furniture(sheet)
    contents = mark_contents(sheet)
    starts = find_starts(sheet, contents)
    before, stretches = _stretches(sheet, starts)
    header = read_header(before, sheet)
    habit = heading_habit(sheet, [row for stretch in stretches for row in stretch[1]])
    marks: list[MeetingMark] = []
    closed_part = _closed_parts(sheet)
    drafts = [_draft(start, rows, sheet, habit, marks, closed_part) for start, rows in stretches]
    infer_meeting(header, [draft.sections for draft in drafts], marks)
    is_minutes = _is_minutes(header, drafts, sheet)
    items = [finish_item(draft, header, sheet, is_minutes=is_minutes) for draft in drafts]
    items = _numbered_as_closed(items)
    if drafts:
        read_end(drafts[-1].rows, header)
    return _reading(source, file, header, sheet, drafts, items)


def _reading(source: SourceText, file: str, header: Header, sheet: Sheet, drafts: Sequence[Draft], items: Sequence[ReadItem]) -> Reading:
    decided = any(item.decision for item in items)
    kind = Kind.MINUTES if decided else header.kind or Kind.AGENDA
    absent = header.absent or tuple(dict.fromkeys(name for draft in drafts for name in draft.absent))
    return Reading(
        file=file,
        kind=kind,
        municipality=header.municipality,
        body=header.body,
        date=header.date,
        start_time=header.start_time,
        end_time=header.end_time,
        place=header.place,
        participants=header.participants,
        absent=absent,
        items=tuple(items),
        warnings=warn(source, sheet, header, items),
        header_sources=tuple(header.sources.items()),
    )


def _stretches(sheet: Sheet, starts: Sequence[Start]) -> tuple[list[Row], list[tuple[Start, list[Row]]]]:
    """Return the rows before the first item, and each item's rows with what precedes its first row but belongs to it."""
    free = [row for row in sheet.rows if sheet.is_free(row)]
    place = {row.index: position for position, row in enumerate(free)}
    begins = []
    for start in starts:
        position = place[start.row.index]
        begins.append(_preface(free, position, start, begins[-1] + 1 if begins else 0))
    ends = [*begins[1:], len(free)]
    stretches = [(start, free[begin:end]) for start, begin, end in zip(starts, begins, ends, strict=True)]
    return free[: begins[0]] if begins else free, stretches


def _preface(free: Sequence[Row], position: int, start: Start, earliest: int) -> int:
    """Go back over the item's title printed on its own before the numbered line, and over its registration line."""
    key = title_key(start.title or start.row.text)
    for back in range(1, 4):
        if position - back < earliest:
            break
        row = free[position - back]
        if (len(key) > 2 and title_key(row.text) == key) or (back == 1 and row.is_heading and case_labelled(row.text)):
            return position - back
    return position


def _draft(start: Start, rows: list[Row], sheet: Sheet, habit: Habit, marks: list[MeetingMark], closed_part: dict[int, bool]) -> Draft:
    at = next(position for position, row in enumerate(rows) if row.index == start.row.index)
    preface, body = rows[:at], rows[at:]
    rest = [row for row in body if divider_status(row.text) is None or row is body[0]]
    head = read_head(start, rest, sheet)
    draft = Draft(start, rows, head)
    leading = [_from_preface(row, draft, marks, sheet) for row in preface]
    rest = [row for row in leading if row] + head.rest
    draft.sections, found = split_sections(rest, sheet, habit, head)
    marks.extend(found)
    head.closed = head.closed or closed_part.get(start.row.index, False)
    return draft


def _from_preface(row: Row, draft: Draft, marks: list[MeetingMark], sheet: Sheet) -> Row | None:
    """A row before the numbered line: the title once more, registration data, or the first section's heading (returned)."""
    number = case_labelled(row.text)
    if number:
        draft.head.offer(CaseNumber(number.number, number.rank))
        found = find_date(row.text)
        if found:
            body = row.text[: found.start].strip()
            marks.append(MeetingMark(body if names_body(body) else None, found.iso, row))
        sheet.take([row], Role.META)
        return None
    if find_heading(row, styled=style_of(row, sheet) > Style.NONE):
        return row
    sheet.take([row], Role.TITLE)
    return None


def _closed_parts(sheet: Sheet) -> dict[int, bool]:
    """Return for each row whether it stands in the closed part; divider lines get their role."""
    inside, result = False, {}
    for row in sheet.rows:
        status = divider_status(row.text) if sheet.is_free(row) else None
        if status is not None:
            inside = status
            sheet.take([row], Role.DIVIDER)
        result[row.index] = inside
    return result


def _is_minutes(header: Header, drafts: Sequence[Draft], sheet: Sheet) -> bool:
    if header.kind is Kind.AGENDA:
        return False
    if header.kind is Kind.MINUTES:
        return True
    texts = (section.rows for draft in drafts for section in draft.sections if section.heading is None and len(draft.sections) == 1)
    return any(verdict_of_text(" ".join(row.text for row in rows)) for rows in texts)


def _numbered_as_closed(items: list[ReadItem]) -> list[ReadItem]:
    """Some municipalities number closed items from 101 after open ones from 1: such items are closed."""
    return items
