"""What the appendix of a letter holds: the calculation of one case, so that the reader can check every krone."""

from dataclasses import dataclass
from datetime import date

TITLE = "Bilag: beregning af mistet refusion"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """A case on paper on a day: facts (name, value), the reason in one sentence, each step, and what else must be known."""

    day: date
    facts: tuple[tuple[str, str], ...]
    reason: str
    steps: tuple[str, ...]
    parts: tuple[Part, ...]
