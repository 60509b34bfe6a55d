"""An item's first rows: its title (perhaps wrapped or printed twice), open or closed, case number, other registration data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from raadhus.meetings.reader.contents import Contents, title_key
from raadhus.meetings.reader.flow import continues, joined
from raadhus.meetings.reader.headings import Style, find_heading, style_of
from raadhus.meetings.reader.marks import (
    CaseNumber,
    case_alone,
    case_labelled,
    is_case_line,
    meta_label,
    says_closed,
    split_case,
    split_status,
    status_alone,
    status_with_case,
)
from raadhus.meetings.reader.proposals import is_number_row
from raadhus.meetings.reader.rows import Role, Row, Sheet
from raadhus.meetings.reader.starts import Start

_MOST_TITLE_ROWS = 5
_MOST_META_ROWS = 14
_LONGEST_VALUE = 80
_BREAKS_OFF = re.compile(r"[\d-]+-$|:$")


@dataclass(slots=True)
class Head:
    """What an item's head says."""

    title: str = ""
    closed: bool = False
    case: CaseNumber | None = None
    rest: list[Row] = field(default_factory=list)

    def offer(self, number: CaseNumber | None) -> None:
        """Keep the best case number seen so far."""
        if number and (self.case is None or number.rank > self.case.rank):
            self.case = number


def read_head(start: Start, rows: Sequence[Row], sheet: Sheet, contents: Contents) -> Head:
    """Return the head of the item whose rows these are (first row: the start), and the rows that follow the head."""
    head = Head()
    count = _title_rows(start, rows, sheet, contents)
    sheet.take(rows[:count], Role.TITLE)
    head.title = _title(start, rows[:count], sheet, head)
    head.closed = head.closed or says_closed(head.title) or says_closed(rows[0].text)
    head.title, number = split_case(head.title)
    if number:
        head.offer(CaseNumber(number, 2))
        title, mark = split_status(head.title)
        head.title, head.closed = title, head.closed or bool(mark)
    position = _skip_repetition(rows, count, head, sheet)
    position = _read_meta(rows, position, head, sheet, start.number)
    head.rest = list(rows[position:])
    return head


def _title(start: Start, rows: Sequence[Row], sheet: Sheet, head: Head) -> str:
    if rows[0].is_table:
        head.closed = any(status_alone(cell) for cell in rows[0].line.cells)
        return start.title
    raw = rows[0].line.text if len(rows) == 1 else ""
    _, status = split_status(raw.rstrip()) if raw else (None, None)
    title = joined(rows, sheet)
    if start.title and start.title in title:
        title = title[title.index(start.title) :]
    elif not start.title:
        title = joined(rows[1:], sheet)
    stripped, mark = split_status(title)
    if mark is None and status is not None:
        stripped, mark = split_status(re.sub(r"\s(?=\S+$)", "  ", title))
        stripped = " ".join(stripped.split())
    head.closed = bool(mark)
    return stripped.strip() or title


def _title_rows(start: Start, rows: Sequence[Row], sheet: Sheet, contents: Contents) -> int:
    """Return how many rows the title takes."""
    count = 1 if start.title or len(rows) < 2 or _ends_title(rows[1], sheet) else 2  # noqa: PLR2004 - the title's own row
    style = style_of(rows[count - 1], sheet)
    while count < min(len(rows), _MOST_TITLE_ROWS) and not _ends_title(rows[count], sheet):
        before, row = rows[count - 1], rows[count]
        alike = style >= Style.LARGE and style_of(row, sheet) == style and row.line.size == before.line.size
        wrapped = alike and not row.is_heading and not row.gap
        if (
            before.is_table
            or split_status(before.line.text)[1] is not None
            or not (
                wrapped or continues(before, row, sheet) or contents.carries_on(joined(rows[:count], sheet), row.text)
            )
        ):
            break
        count += 1
    return count


def _ends_title(row: Row, sheet: Sheet) -> bool:
    if status_alone(row.text) is not None or is_case_line(row.text) or meta_label(row.text) or is_number_row(row):
        return True
    return find_heading(row, styled=style_of(row, sheet) > Style.NONE) is not None


def _skip_repetition(rows: Sequence[Row], position: int, head: Head, sheet: Sheet) -> int:
    """Skip the title printed once more, alone or after its number (with open or closed, perhaps)."""
    key = title_key(head.title)
    if position < len(rows) and key and title_key(rows[position].text) == key:
        _, status = split_status(rows[position].line.text)
        head.closed = head.closed or bool(status)
        sheet.take([rows[position]], Role.TITLE)
        return position + 1
    return position


def _read_meta(rows: Sequence[Row], position: int, head: Head, sheet: Sheet, start_number: str | None) -> int:
    """Read registration lines at the top of the item; return where its text begins."""
    stop = min(len(rows), position + _MOST_META_ROWS)
    while position < stop:
        row = rows[position]
        status = status_alone(row.text)
        both = status_with_case(row.text)
        if status is not None:
            head.closed = head.closed or status
        elif both:
            head.closed = head.closed or both[0]
            head.offer(CaseNumber(both[1], 2))
        elif case_alone(row.text) and head.case is None:
            head.offer(CaseNumber(case_alone(row.text) or "", 2))
        elif is_number_row(row) and start_number and re.search(rf"\b{start_number}\b", row.text):
            pass
        elif is_case_line(row.text) or meta_label(row.text):
            head.closed = head.closed or bool(split_status(row.line.text)[1])
            position += _read_label(rows, position, head, sheet)
        else:
            break
        sheet.take([row], Role.META)
        position += 1
    return position


def _read_label(rows: Sequence[Row], position: int, head: Head, sheet: Sheet) -> int:
    """Read a labelled line, with its value when that stands on the next row; return how many rows more it took."""
    row = rows[position]
    text, more = row.text, 0
    following = rows[position + 1] if position + 1 < len(rows) else None
    if (
        following
        and not following.gap
        and len(following.text) <= _LONGEST_VALUE
        and _wants_value(row, following, sheet)
    ):
        text, more = text + ("" if text.endswith("-") else " ") + following.text, 1
        sheet.take([following], Role.META)
    head.offer(case_labelled(text))
    return more


def _wants_value(row: Row, following: Row, sheet: Sheet) -> bool:
    if (
        row.is_table
        or meta_label(following.text)
        or (_ends_title(following, sheet) and not re.match(r"\d", following.text))
    ):
        return False
    if _BREAKS_OFF.search(row.text):
        return True
    bare = meta_label(row.text)
    return bare is not None and row.fold.strip(" .:") == bare.strip(" .:")


def read_margin_box(rows: Sequence[Row], position: int, head: Head, sheet: Sheet) -> int:
    """Read a box of registration data dumped into the text from the margin; return the row after it, or `position` when there is none."""
    label = meta_label(rows[position].text)
    if label is None or not label.startswith(("sags", "dok", "j")):
        return position
    end = position
    while end < len(rows) and meta_label(rows[end].text):
        more = _read_label(rows, end, head, sheet)
        sheet.take(rows[end : end + 1], Role.META)
        end += 1 + more
    return end
