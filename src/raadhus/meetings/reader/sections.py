"""An item's rows as sections: which headings count in this document, and boxes of registration data taken out of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from raadhus.meetings.reader.bodies import names_body
from raadhus.meetings.reader.dates import DATE_PART, find_date
from raadhus.meetings.reader.headings import Heading, Style, find_heading, is_strong, style_of
from raadhus.meetings.reader.marks import meta_label
from raadhus.meetings.reader.rows import Role, Row, Sheet
from raadhus.meetings.reader.titles import Head, read_margin_box
from raadhus.meetings.rules.reading import SectionKind

_DATE_ALONE = re.compile(rf"(?:den\s+)?{DATE_PART}[.:]?$", re.IGNORECASE)
_MOSTLY = 0.7
_LONGEST_UNKNOWN = 100
_ENOUGH_HEADINGS = 3

Signature = tuple[Style, int, float | None]


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


@dataclass(frozen=True, slots=True)
class Habit:
    """How this document prints its section headings."""

    is_styled: bool
    signature: Signature | None
    strong: frozenset[Signature] = frozenset()

    def allows(self, signature: Signature) -> bool:
        """Return True when a weaker heading word printed so stands at least as high as the strong ones."""
        style, level, size = signature
        alike = [other for other in self.strong if other[0] is style]
        if not alike:
            return not self.strong or style > max(other[0] for other in self.strong)
        if style is Style.MARKED:
            return level <= max(other[1] for other in alike)
        return style is not Style.LARGE or (size or 0) >= min(other[2] or 0 for other in alike)


def heading_habit(sheet: Sheet, rows: Sequence[Row]) -> Habit:
    """Return how the strongest heading words are printed all through the rows."""
    signatures = Counter(_signature(row, sheet) for row in rows if is_strong(row))
    total = sum(signatures.values())
    styled = sum(count for signature, count in signatures.items() if signature[0] > Style.NONE)
    is_styled = total >= _ENOUGH_HEADINGS and styled >= total * _MOSTLY
    common, count = signatures.most_common(1)[0] if signatures else (None, 0)
    usable = common is not None and common[0] in (Style.UPPERCASE, Style.LARGE, Style.MARKED)
    usual = common if usable and total >= _ENOUGH_HEADINGS and count >= total * _MOSTLY else None
    return Habit(is_styled, usual, frozenset(signatures))


def _signature(row: Row, sheet: Sheet) -> Signature:
    style = style_of(row, sheet)
    return style, row.line.level if style is Style.MARKED else 0, row.line.size if style is Style.LARGE else None


def split_sections(rows: Sequence[Row], sheet: Sheet, habit: Habit, head: Head) -> tuple[list[RawSection], list[MeetingMark]]:
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
    return [section for section in sections if section.heading or section.rows], marks


def _within_earlier(heading: Heading, before: RawSection) -> bool:
    return heading.is_statement and (before.within_earlier or before.kind is SectionKind.EARLIER)


def _accepted(row: Row, sheet: Sheet, habit: Habit, sections: Sequence[RawSection]) -> Heading | None:
    """Return the heading when this document prints headings so and the place allows one."""
    style = style_of(row, sheet)
    heading = find_heading(row, styled=style > Style.NONE)
    if heading is None:
        return _unknown(row, sheet, habit)
    if heading.is_statement or (style > Style.NONE and (is_strong(row) or habit.allows(_signature(row, sheet)))):
        return heading
    if style > Style.NONE and not heading.rest:
        return None
    if sections[-1].kind is SectionKind.ATTACHMENTS:
        return heading if _may_follow_attachments(row, heading, habit, sections) else None
    if is_strong(row) or heading.rest is not None or heading.is_combined:
        return heading if not habit.is_styled or heading.kind is SectionKind.DECISION else None
    return heading if not habit.is_styled and row.gap > 0 else None


def _may_follow_attachments(row: Row, heading: Heading, habit: Habit, sections: Sequence[RawSection]) -> bool:
    """An attachment may be called "Indstilling": after "Bilag" a bare word is a heading only when the item lacks that section."""
    seen = {section.kind for section in sections}
    return not habit.is_styled and heading.kind not in seen and (row.gap > 0 or heading.kind is SectionKind.DECISION)


def _unknown(row: Row, sheet: Sheet, habit: Habit) -> Heading | None:
    """A line that no vocabulary knows, printed exactly like the known headings."""
    if habit.signature is None or row.is_table or len(row.text) > _LONGEST_UNKNOWN or not any(c.isalpha() for c in row.text):
        return None
    if _signature(row, sheet) != habit.signature or row.text[-1] in ".,;" or len(row.text) < 4:  # noqa: PLR2004 - an abbreviation
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
