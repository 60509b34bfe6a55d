"""Limits on a saved view: on which side of it the newest figure must be for its owner to be told (docs/rules/personnel.md)."""

from decimal import Decimal
from enum import StrEnum


class LimitKind(StrEnum):
    """Which side is told of; `label` is Danish, `said` what stands when the figure is there."""

    OVER = "over"
    UNDER = "under"

    @property
    def label(self) -> str:
        """The Danish word in the list of choices."""
        return _KIND_LABELS[self]

    @property
    def word(self) -> str:
        """The Danish word before the limit."""
        return _WORD_LABELS[self]

    @property
    def said(self) -> str:
        """What is said of a figure on that side."""
        return _CROSSED_LABELS[self]


_KIND_LABELS = {LimitKind.OVER: "over grænsen", LimitKind.UNDER: "under grænsen"}
_WORD_LABELS = {LimitKind.OVER: "over", LimitKind.UNDER: "under"}
_CROSSED_LABELS = {LimitKind.OVER: "er over grænsen", LimitKind.UNDER: "er under grænsen"}


def is_crossed(kind: LimitKind, limit: Decimal, figure: Decimal | None) -> bool:
    """Return True when the figure, as it is shown, lies beyond the limit; the limit itself is not beyond, and no figure says nothing."""
    if figure is None:
        return False
    return figure > limit if kind is LimitKind.OVER else figure < limit
