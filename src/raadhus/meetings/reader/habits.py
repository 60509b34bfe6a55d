"""How this document prints its section headings, learnt from the words that are nearly always headings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.meetings.reader.headings import Heading, Style, is_strong, style_of
from raadhus.meetings.reader.rows import Row, Sheet
from raadhus.meetings.rules.reading import SectionKind

_MOSTLY = 0.7
_ENOUGH_HEADINGS = 3

Signature = tuple[Style, int, float | None]


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
    signatures = Counter(signature_of(row, sheet) for row in rows if is_strong(row))
    total = sum(signatures.values())
    styled = sum(count for signature, count in signatures.items() if signature[0] > Style.NONE)
    is_styled = total >= _ENOUGH_HEADINGS and styled >= total * _MOSTLY
    common, count = signatures.most_common(1)[0] if signatures else (None, 0)
    usable = common is not None and common[0] in (Style.UPPERCASE, Style.LARGE, Style.MARKED)
    usual = common if usable and total >= _ENOUGH_HEADINGS and count >= total * _MOSTLY else None
    return Habit(is_styled, usual, frozenset(signatures))


def signature_of(row: Row, sheet: Sheet) -> Signature:
    """Return how the row is printed, as far as headings are told apart by it."""
    style = style_of(row, sheet)
    return style, row.line.level if style is Style.MARKED else 0, row.line.size if style is Style.LARGE else None


def is_heading_here(row: Row, heading: Heading, sheet: Sheet, habit: Habit) -> bool:
    """Return True when a row whose words make a heading is also printed like one, as this document does it."""
    style = style_of(row, sheet)
    if heading.is_statement:
        return True
    if style > Style.NONE:
        return (
            is_strong(row)
            or style is Style.UPPERCASE
            or heading.rest is not None
            or habit.allows(signature_of(row, sheet))
        )
    named = row.text.endswith(":") and heading.kind in (SectionKind.DECISION, SectionKind.RECOMMENDATION)
    if is_strong(row) or heading.rest is not None or heading.is_combined or named:
        return not habit.is_styled or heading.kind is SectionKind.DECISION
    return not habit.is_styled and row.gap > 0
