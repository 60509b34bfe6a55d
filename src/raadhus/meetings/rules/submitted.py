"""What a page without scripts posts: every text at once, and one act on the sections."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from raadhus.meetings.rules.stale_text import StaleText
from raadhus.meetings.rules.written_recommendations import WrittenPoint


@dataclass(frozen=True, slots=True)
class SubmittedSection:
    """One section as it was posted: `text` is Markdown, `base` the revision that the page was made from."""

    key: str
    base: int
    heading: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class SubmittedPoint:
    """One line of the recommendations; without text it is no line."""

    key: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Submitted:
    """All that was posted.

    `base` of the recommendations is None when they were not; `act` is save, add, up, down, remove,
    restore, suppress or unsuppress.
    """

    sections: tuple[SubmittedSection, ...]
    base: int | None
    lead: str
    points: tuple[SubmittedPoint, ...]
    act: str = "save"
    target: str = ""
    reason: str = ""

    def written_points(self) -> tuple[WrittenPoint, ...]:
        """Return the lines that say something."""
        texts = ((one, one.text.replace("\r\n", "\n").strip()) for one in self.points)
        return tuple(WrittenPoint(one.key, text, min(one.level, 1)) for one, text in texts if text)


@dataclass(frozen=True, slots=True)
class NotSaved:
    """A text that was not saved: its section's key or "recommendations", and why; `stale` when another wrote meanwhile."""

    key: str
    heading: str
    sentence: str
    stale: StaleText[Any] | None = None


@dataclass(frozen=True, slots=True)
class SubmitResult:
    """What could not be saved, and where on the page to go on."""

    conflicts: tuple[NotSaved, ...] = ()
    anchor: str = ""

    def unsaved(self, said: Submitted) -> Mapping[str, SubmittedSection | Submitted]:
        """Return what was typed and not saved, by key."""
        keys = {one.key for one in self.conflicts}
        sections: dict[str, SubmittedSection | Submitted] = {one.key: one for one in said.sections if one.key in keys}
        return {**sections, "recommendations": said} if "recommendations" in keys else sections
