"""What became of a file that was given."""

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
