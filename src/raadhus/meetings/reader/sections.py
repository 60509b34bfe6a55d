"""An item's rows as sections: which headings count in this document, and boxes of registration data taken out of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from raadhus.meetings.reader.bodies import names_body
from raadhus.meetings.reader.dates import DATE_PART, find_date
from raadhus.meetings.reader.habits import Habit, is_heading_here, signature_of
from raadhus.meetings.reader.headings import Heading, Style, find_heading, style_of
from raadhus.meetings.reader.marks import meta_label
from raadhus.meetings.reader.rows import Role, Row, Sheet
from raadhus.meetings.reader.titles import Head, read_margin_box
from raadhus.meetings.rules.reading import SectionKind

_DATE_ALONE = re.compile(rf"(?:den\s+)?{DATE_PART}[.:]?$", re.IGNORECASE)
_DOCUMENT_NUMBER = re.compile(r"\d{2,5}-\d{4}-\d{3,7}$|\d{2,4}/\d{4,7}(?:-\d+)?$|\d{5,9}-\d{1,4}$|\d{6,}$")
_LONGEST_UNKNOWN = 100


@dataclass(slots=True)
class RawSection:
    """A heading and the rows under it; `within_earlier` marks a statement printed in the case's history."""

    heading: Heading | None
    head_row: Row | None
    rows: list[Row] = field(default_factory=list)
    within_earlier: bool = False

    @property
    def kind(self) -> SectionKind:
        """What the heading says the section is about."""
        return self.heading.kind if self.heading else SectionKind.OTHER

    @property
    def all_rows(self) -> list[Row]:
        """The heading's row and the rows under it."""
        return [*([self.head_row] if self.head_row else []), *self.rows]


@dataclass(frozen=True, slots=True)
class MeetingMark:
    """A body and a date that a box of registration data says the document belongs to."""

    body: str | None
    date: str
    row: Row


def split_sections(
    rows: Sequence[Row], sheet: Sheet, habit: Habit, head: Head
) -> tuple[list[RawSection], list[MeetingMark]]:
    """Return the sections of one item and what boxes in its text say of the meeting."""
    sections = [RawSection(None, None)]
    marks: list[MeetingMark] = []
    position = 0
    while position < len(rows):
        after = _box(rows, position, sheet, head, marks)
        if after > position:
            position = after
            continue
        row = rows[position]
        heading = _accepted(row, sheet, habit, sections)
        if heading:
            sheet.take([row], Role.HEADING)
            within = _within_earlier(heading, sections[-1])
            sections.append(RawSection(heading, row, within_earlier=within))
        else:
            sheet.take([row], Role.BODY)
            sections[-1].rows.append(row)
        position += 1
    _move_loose_attachments(sections)
    return [section for section in sections if section.heading or section.rows], marks


def _move_loose_attachments(sections: list[RawSection]) -> None:
    """Titles with document numbers at the end of the item belong under an empty "Bilag" before it."""
    empty = next(
        (section for section in sections if section.kind is SectionKind.ATTACHMENTS and not section.rows), None
    )
    last = sections[-1]
    if empty is None or empty is last:
        return
    loose: list[Row] = []
    while (
        len(last.rows) > 1
        and _DOCUMENT_NUMBER.match(last.rows[-1].text)
        and not _DOCUMENT_NUMBER.match(last.rows[-2].text)
    ):
        loose[:0] = [last.rows[-2], last.rows[-1]]
        del last.rows[-2:]
    empty.rows.extend(loose)


def _within_earlier(heading: Heading, before: RawSection) -> bool:
    return heading.is_statement and (before.within_earlier or before.kind is SectionKind.EARLIER)


def _accepted(row: Row, sheet: Sheet, habit: Habit, sections: Sequence[RawSection]) -> Heading | None:
    """Return the heading when this document prints headings so and the place allows one."""
    style = style_of(row, sheet)
    heading = find_heading(row, styled=style > Style.NONE)
    if heading is None:
        return _unknown(row, sheet, habit)
    bare = style is Style.NONE and not (heading.is_statement and not row.fold.startswith("referat"))
    if bare and sections[-1].kind is SectionKind.ATTACHMENTS:
        return heading if _may_follow_attachments(row, heading, habit, sections) else None
    return heading if is_heading_here(row, heading, sheet, habit) else None


def _may_follow_attachments(row: Row, heading: Heading, habit: Habit, sections: Sequence[RawSection]) -> bool:
    """Tell attachments from headings: one may be called "Indstilling", so a bare word there is a heading only when the item lacks that section."""
    seen = {section.kind for section in sections}
    return not habit.is_styled and heading.kind not in seen and (row.gap > 0 or heading.kind is SectionKind.DECISION)


def _unknown(row: Row, sheet: Sheet, habit: Habit) -> Heading | None:
    """Recognise a line that no vocabulary knows, printed exactly like the known headings."""
    if (
        habit.signature is None
        or row.is_table
        or len(row.text) > _LONGEST_UNKNOWN
        or not any(c.isalpha() for c in row.text)
    ):
        return None
    if signature_of(row, sheet) != habit.signature or row.text[-1] in ".,;" or len(row.text) < 4:  # noqa: PLR2004 - an abbreviation
        return None
    return Heading(SectionKind.OTHER, row.text)


def _box(rows: Sequence[Row], position: int, sheet: Sheet, head: Head, marks: list[MeetingMark]) -> int:
    """Take a box of registration data out of the text: perhaps body and date, then labelled lines."""
    begin = position
    body = rows[position].text if names_body(rows[position].text) else None
    if body and position + 1 < len(rows):
        begin += 1
    dated = find_date(rows[begin].text) if _DATE_ALONE.match(rows[begin].text) else None
    begin += 1 if dated else 0
    if (body and not dated) or begin >= len(rows):
        begin = position
        dated = None
    if meta_label(rows[begin].text) is None:
        return position
    end = read_margin_box(rows, begin, head, sheet)
    if end == begin:
        return position
    sheet.take(rows[position:begin], Role.META)
    if dated:
        marks.append(MeetingMark(body, dated.iso, rows[position]))
    return end
