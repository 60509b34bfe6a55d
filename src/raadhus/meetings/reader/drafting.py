"""From rows to drafts: each item's stretch of the document, its head and its sections, before the meeting is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from raadhus.meetings.reader.bodies import names_body
from raadhus.meetings.reader.contents import Contents, title_key
from raadhus.meetings.reader.dates import find_date
from raadhus.meetings.reader.habits import Habit
from raadhus.meetings.reader.headings import Style, find_heading, style_of
from raadhus.meetings.reader.items import Draft
from raadhus.meetings.reader.marks import (
    CaseNumber,
    case_alone,
    case_labelled,
    divider_status,
    is_case_line,
    is_divider,
)
from raadhus.meetings.reader.rows import Role, Row, Sheet
from raadhus.meetings.reader.sections import MeetingMark, split_sections
from raadhus.meetings.reader.starts import Start
from raadhus.meetings.reader.titles import read_head

_FIRST_CLOSED = 101
_LAST_OPEN = 100
_SHORTEST_TITLE = 3
_PRINTED_ALONE = 2


def stretches(sheet: Sheet, starts: Sequence[Start]) -> tuple[list[Row], list[tuple[Start, list[Row]]]]:
    """Return the rows before the first item, and each item's rows with what precedes its first row but belongs to it."""
    free = [row for row in sheet.rows if sheet.is_free(row)]
    place = {row.index: position for position, row in enumerate(free)}
    # A way of numbering that lost in the end may have set rows aside that the winner begins items with.
    # A row begins one item, also where two starts were led back to the same title before them.
    starts = list({start.row.index: start for start in reversed(starts) if start.row.index in place}.values())[::-1]
    begins: list[int] = []
    first = place[starts[0].row.index] if starts else 0
    case_first = first > 0 and is_case_line(free[first - 1].text)
    for start in starts:
        position = _preface(free, place[start.row.index], start, begins[-1] + 1 if begins else 0)
        if case_first and position > (begins[-1] + 1 if begins else 0) and is_case_line(free[position - 1].text):
            position -= 1
        begins.append(position)
    ends = [*begins[1:], len(free)][: len(begins)]
    stretches = [(start, free[begin:end]) for start, begin, end in zip(starts, begins, ends, strict=True)]
    return free[: begins[0]] if begins else free, stretches


def _preface(free: Sequence[Row], position: int, start: Start, earliest: int) -> int:
    """Go back over the item's title printed on its own before the numbered line, and over its registration line."""
    key = title_key(start.title or start.row.text)
    for back in range(1, 4):
        if position - back < earliest:
            break
        row = free[position - back]
        if (len(key) >= _SHORTEST_TITLE and title_key(row.text) == key) or (
            back == 1 and row.is_heading and case_labelled(row.text)
        ):
            return position - back
    return position


@dataclass
class Drafting:
    """Makes drafts, and collects what registration boxes in them say of the meeting."""

    sheet: Sheet
    habit: Habit
    contents: Contents
    marks: list[MeetingMark] = field(default_factory=list)

    def draft(self, start: Start, rows: list[Row]) -> Draft:
        """Return the draft of the item that has these rows."""
        at = next(position for position, row in enumerate(rows) if row.index == start.row.index)
        body = [row for row in rows[at:] if row is rows[at] or not is_divider(row.text)]
        head = read_head(start, body, self.sheet, self.contents)
        draft = Draft(start, rows, head)
        leading = [row for row in rows[:at] if self._from_preface(row, draft)]
        draft.sections, found = split_sections([*leading, *head.rest], self.sheet, self.habit, head)
        self.marks.extend(found)
        head.closed = head.closed or start.row.index in self._closed_rows
        return draft

    def _from_preface(self, row: Row, draft: Draft) -> bool:
        """Read a row before the numbered line: the title once more, registration data, or (True) the first section's heading."""
        alone = case_alone(row.text)
        number = CaseNumber(alone, _PRINTED_ALONE) if alone else case_labelled(row.text)
        if number:
            draft.head.offer(number)
            found = find_date(row.text)
            if found:
                body = row.text[: found.start].strip()
                self.marks.append(MeetingMark(body if names_body(body) else None, found.iso, row))
            self.sheet.take([row], Role.META)
            return False
        if find_heading(row, styled=style_of(row, self.sheet) > Style.NONE):
            return True
        self.sheet.take([row], Role.TITLE)
        return False

    @cached_property
    def _closed_rows(self) -> frozenset[int]:
        """The rows of the closed part; divider lines get their role."""
        inside, closed = False, []
        for row in self.sheet.rows:
            status = divider_status(row.text) if self.sheet.roles.get(row.index) in (None, Role.TITLE) else None
            if status is not None:
                inside = status
            if status is not None or (self.sheet.is_free(row) and is_divider(row.text)):
                self.sheet.take([row], Role.DIVIDER)
            if inside:
                closed.append(row.index)
        return frozenset(closed)


def mark_closed_numbers(drafts: Sequence[Draft]) -> frozenset[int]:
    """Close items numbered from 101 after items numbered from 1, as some municipalities number closed ones; return their places."""
    numbers = [int(draft.start.number) if draft.start.number else None for draft in drafts]
    if not numbers or numbers[0] is None or numbers[0] > 2:  # noqa: PLR2004 - the meeting counts from its own first item
        return frozenset()
    known = [number for number in numbers if number is not None]
    first = next((number for number in known if number >= _LAST_OPEN), None)
    if first != _FIRST_CLOSED or _LAST_OPEN in known:
        return frozenset()
    inferred = [
        place
        for place, number in enumerate(numbers)
        if number and number >= _FIRST_CLOSED and not drafts[place].head.closed
    ]
    for place in inferred:
        drafts[place].head.closed = True
    return frozenset(inferred)
