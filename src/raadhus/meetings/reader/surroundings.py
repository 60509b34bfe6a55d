"""The rows with what each says about its neighbours, computed once: headings, running lists, what stands after a title."""

import re
from collections.abc import Callable

from raadhus.meetings.reader.contents import Contents, title_key
from raadhus.meetings.reader.habits import Habit, is_heading_here
from raadhus.meetings.reader.headings import Style, find_heading, style_of
from raadhus.meetings.reader.marks import begins_closed, is_case_line, meta_label, status_alone
from raadhus.meetings.reader.rows import Row, Sheet

_LISTING = ("indstilling", "beslutningspunkt", "anbefaling", "administrativ indstilling")
_LEADS_IN = re.compile(r"(?:indstiller|indstilles|anbefaler|foreslår|foreslås|følgende)\b[^.]{0,80}[:,]?$|:$")
_LOOK_AHEAD = 6
_TITLE_ROWS = 4
_LEAD_LENGTH = 300


class Surroundings:
    """The free rows of a sheet and what stands around them."""

    def __init__(self, sheet: Sheet, contents: Contents, habit: Habit) -> None:
        self.sheet = sheet
        self.contents = contents
        self.habit = habit
        self.rows = [row for row in sheet.rows if sheet.is_free(row)]
        self.styles = [style_of(row, sheet) for row in self.rows]
        self.heads = [self._is_head(row, style) for row, style in zip(self.rows, self.styles, strict=True)]
        self.in_list = self._lists()

    def _is_head(self, row: Row, style: Style) -> bool:
        heading = find_heading(row, styled=style > Style.NONE)
        return heading is not None and is_heading_here(row, heading, self.sheet, self.habit)

    def _lists(self) -> list[bool]:
        """Tell for each row whether the text since the last heading is a list that somebody introduced."""
        inside, result = False, []
        for row, head in zip(self.rows, self.heads, strict=True):
            if head:
                inside = row.fold.startswith(_LISTING)
            elif is_case_line(row.text) or meta_label(row.text):
                inside = False
            elif _LEADS_IN.search(row.fold[-_LEAD_LENGTH:]):
                inside = True
            result.append(inside)
        return result

    def ends_title(self, position: int) -> bool:
        """Return True when the row at the position cannot be part of a title: it is another kind of row, or there is none."""
        if position >= len(self.rows):
            return True
        row = self.rows[position]
        return (
            self.heads[position]
            or is_case_line(row.text)
            or bool(meta_label(row.text))
            or status_alone(row.text) is not None
        )

    def is_statement(self, position: int) -> bool:
        """Return True when the row at the position heads somebody's decision."""
        heading = find_heading(self.rows[position], styled=True) if self.heads[position] else None
        return heading is not None and heading.is_statement

    def may_be_title(self, position: int) -> bool:
        """Return True when the row at the position can be a title, if only "Lukket punkt"."""
        row = self.rows[position]
        return begins_closed(row.text) or not (self.heads[position] or is_case_line(row.text) or meta_label(row.text))

    def confirmed(self, position: int, title: str, family: Callable[[Row], object] | None = None) -> int:
        """Return the evidence in the rows after a title: a case number, an open/closed mark, a section heading, the title again.

        `family` tells the rows that propose an item themselves: what stands below them is theirs.
        """
        score = 0
        key = title_key(title)
        for ahead in range(position + 1, min(position + 1 + _LOOK_AHEAD, len(self.rows))):
            row = self.rows[ahead]
            if family and family(row) is not None and title_key(row.text) != key and (title or ahead > position + 1):
                break
            if is_case_line(row.text):
                return score + 3
            if status_alone(row.text) is not None:
                score += 3
            elif meta_label(row.text) or self.heads[ahead]:
                return score + 2
            elif len(key) > 3 and title_key(row.text) == key:  # noqa: PLR2004 - the shortest word
                score += 2
            elif ahead - position >= _TITLE_ROWS or row.text.endswith((".", ":")):
                break
        return score
