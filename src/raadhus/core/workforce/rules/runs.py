"""What became of a file that was given."""

from dataclasses import dataclass
from enum import StrEnum


class RunState(StrEnum):
    """What became of a file; `label` is Danish."""

    DONE = "done"
    NOTHING_NEW = "nothing_new"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _LABELS[self]


_LABELS = {RunState.DONE: "Indlæst", RunState.NOTHING_NEW: "Intet nyt", RunState.REFUSED: "Afvist"}


@dataclass(frozen=True, slots=True)
class Counts:
    """What a file changed. Of its rows each is added, changed or unchanged; `gone` are known ones that it ended."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0

    @property
    def state(self) -> RunState:
        """What became of a file that was not refused."""
        return RunState.DONE if self.added or self.changed or self.gone else RunState.NOTHING_NEW


class Stage(StrEnum):
    """What an import is doing; `label` is Danish."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"

    @property
    def label(self) -> str:
        """The Danish words shown while it goes on."""
        return _STAGES[self]


_STAGES = {Stage.READING: "Læser", Stage.COMPARING: "Sammenligner", Stage.WRITING: "Skriver"}
