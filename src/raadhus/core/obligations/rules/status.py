"""How an obligation moves from promised to done, and what must be given at each move (docs/rules/obligations.md)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from raadhus.kernel.errors import Conflict, DomainError, WrongInput


class Status(StrEnum):
    """Where an obligation stands; `label` is Danish."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    DONE = "done"
    LAPSED = "lapsed"
    REPLACED = "replaced"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]

    @property
    def is_active(self) -> bool:
        """True while something is still promised."""
        return self in ACTIVE


class Move(StrEnum):
    """What may be done to an obligation's status."""

    START = "start"
    WAIT = "wait"
    COMPLETE = "complete"
    LAPSE = "lapse"
    REPLACE = "replace"
    REOPEN = "reopen"


class CannotCreate(WrongInput):
    """What was given is not enough for an obligation."""


class CannotMove(DomainError):
    """The obligation does not stand where this could be done."""


class MissingEvidence(DomainError):
    """Nothing shows that the obligation was met."""


class ChangedMeanwhile(Conflict):
    """Somebody else changed the obligation after it was read."""


class MissingReason(DomainError):
    """The move needs a reason, so that it can be understood later."""


ACTIVE = frozenset({Status.OPEN, Status.IN_PROGRESS, Status.WAITING})

_LABELS = {
    Status.OPEN: "Åben",
    Status.IN_PROGRESS: "I gang",
    Status.WAITING: "Afventer",
    Status.DONE: "Udført",
    Status.LAPSED: "Bortfaldet",
    Status.REPLACED: "Erstattet",
}

# A move: from where it may be made, and where it leads.
MOVES: dict[Move, tuple[frozenset[Status], Status]] = {
    Move.START: (frozenset({Status.OPEN, Status.WAITING}), Status.IN_PROGRESS),
    Move.WAIT: (frozenset({Status.OPEN, Status.IN_PROGRESS}), Status.WAITING),
    Move.COMPLETE: (ACTIVE, Status.DONE),
    Move.LAPSE: (ACTIVE, Status.LAPSED),
    Move.REPLACE: (ACTIVE, Status.REPLACED),
    Move.REOPEN: (frozenset({Status.DONE, Status.LAPSED}), Status.OPEN),
}

_DONE_TO_IT = {
    Move.START: "gå i gang",
    Move.WAIT: "sætte den til at afvente",
    Move.COMPLETE: "melde den udført",
    Move.LAPSE: "lade den bortfalde",
    Move.REPLACE: "erstatte den",
    Move.REOPEN: "genåbne den",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody hands in: its name and its content."""

    name: str
    data: bytes | BinaryIO


def next_status(current: Status, move: Move) -> Status:
    """Return where the move leads. Raises CannotMove when it cannot be made from here."""
    allowed_from, leads_to = MOVES[move]
    if current not in allowed_from:
        raise CannotMove(f"Forpligtelsen er {current.label.lower()}, så man kan ikke {_DONE_TO_IT[move]}.")
    return leads_to


def possible_moves(current: Status) -> tuple[Move, ...]:
    """Return the moves that can be made from here, in the order of the enumeration."""
    return tuple(move for move in Move if current in MOVES[move][0])


def needed_evidence(*, text: str, link: str, file: str) -> None:
    """Do nothing when at least one of the three shows that it was done. Raises MissingEvidence."""
    if not (text.strip() or link.strip() or file.strip()):
        raise MissingEvidence("Skriv, link til eller vedhæft det, der viser, at forpligtelsen er udført.")


def needed_reason(reason: str) -> str:
    """Return the reason without spaces around it. Raises MissingReason when there is none."""
    if not reason.strip():
        raise MissingReason("Skriv en begrundelse, så det kan forstås senere.")
    return reason.strip()
