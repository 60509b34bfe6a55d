"""The small state machines of a meeting's reading, publication and suggestions."""

from dataclasses import dataclass
from enum import StrEnum

_ORIGIN_LABELS = {"import": "Import", "correction": "Rettelse", "restored": "Fortrudt til", "authored": "Skrevet her"}
_BODY_LABELS = {"proposed": "Foreslået", "active": "I funktion", "discontinued": "Nedlagt"}
_STATUS_LABELS = {"unconfirmed": "Afventer bekræftelse", "confirmed": "Bekræftet", "published": "Publiceret"}


class Origin(StrEnum):
    """How a reading came to be."""

    IMPORT = "import"
    CORRECTION = "correction"
    RESTORED = "restored"
    AUTHORED = "authored"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _ORIGIN_LABELS[self.value]


class BodyState(StrEnum):
    """Whether a body meets: a proposed one waits for the decision that makes it; a discontinued one meets no more."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    DISCONTINUED = "discontinued"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _BODY_LABELS[self.value]


# What a decision can make of a body, from where it stands.
BODY_STEPS = {
    BodyState.PROPOSED: frozenset({BodyState.ACTIVE, BodyState.DISCONTINUED}),
    BodyState.ACTIVE: frozenset({BodyState.DISCONTINUED}),
    BodyState.DISCONTINUED: frozenset({BodyState.ACTIVE}),
}


class SuggestionState(StrEnum):
    """What a person has said about a suggested obligation."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class Status(StrEnum):
    """Where a meeting is on its way from document to publication."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _STATUS_LABELS[self.value]


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting's status, and whether a newer reading waits to be confirmed."""

    status: Status
    is_waiting: bool


def standing(*, confirmed: object | None, newest: object | None, is_published: bool) -> Standing:
    """Return the standing of a meeting from its confirmed and newest reading (their ids) and whether it is published."""
    if confirmed is None:
        return Standing(Status.UNCONFIRMED, is_waiting=newest is not None)
    status = Status.PUBLISHED if is_published else Status.CONFIRMED
    return Standing(status, is_waiting=confirmed != newest)
