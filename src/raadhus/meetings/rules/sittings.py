"""How a sitting moves: the meeting as it is planned, sent out, held, written up and signed (docs/rules/sittings.md)."""

from enum import StrEnum

from raadhus.kernel.errors import DomainError
from raadhus.meetings.rules.sentences import Sentence


class SittingState(StrEnum):
    """Where a sitting stands; `label` is Danish."""

    DRAFT = "draft"
    SENT = "sent"
    IN_SESSION = "in_session"
    HELD = "held"
    FOR_APPROVAL = "for_approval"
    SIGNED = "signed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]


class SittingStep(StrEnum):
    """What may be done with a sitting."""

    SEND = "send"
    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"
    PUT_UP = "put_up"
    TAKE_DOWN = "take_down"
    SIGN_OFF = "sign_off"
    CANCEL = "cancel"


class CannotStepSitting(DomainError):
    """The sitting does not stand where this could be done."""


_LABELS = {
    SittingState.DRAFT: "Kladde",
    SittingState.SENT: "Dagsorden udsendt",
    SittingState.IN_SESSION: "I gang",
    SittingState.HELD: "Afholdt",
    SittingState.FOR_APPROVAL: "Referat til godkendelse",
    SittingState.SIGNED: "Referat underskrevet",
    SittingState.CANCELLED: "Aflyst",
}

# A step: from where it may be taken, and where it leads. Sending again makes the next version of the agenda.
SITTING_STEPS: dict[SittingStep, tuple[frozenset[SittingState], SittingState]] = {
    SittingStep.SEND: (frozenset({SittingState.DRAFT, SittingState.SENT}), SittingState.SENT),
    SittingStep.OPEN: (frozenset({SittingState.SENT}), SittingState.IN_SESSION),
    SittingStep.CLOSE: (frozenset({SittingState.IN_SESSION}), SittingState.HELD),
    SittingStep.REOPEN: (frozenset({SittingState.HELD}), SittingState.IN_SESSION),
    SittingStep.PUT_UP: (frozenset({SittingState.HELD}), SittingState.FOR_APPROVAL),
    SittingStep.TAKE_DOWN: (frozenset({SittingState.FOR_APPROVAL}), SittingState.HELD),
    SittingStep.SIGN_OFF: (frozenset({SittingState.FOR_APPROVAL}), SittingState.SIGNED),
    SittingStep.CANCEL: (frozenset({SittingState.DRAFT, SittingState.SENT}), SittingState.CANCELLED),
}


def stepped(current: SittingState, step: SittingStep) -> SittingState:
    """Return where the step leads. Raises CannotStepSitting."""
    allowed_from, leads_to = SITTING_STEPS[step]
    if current not in allowed_from:
        wanted = " / ".join(state.label for state in SittingState if state in allowed_from)
        raise CannotStepSitting(
            Sentence("Mødet står som »%(state)s«; det skal stå som »%(wanted)s«.", state=current.label, wanted=wanted)
        )
    return leads_to


def possible_steps(current: SittingState) -> tuple[SittingStep, ...]:
    """Return the steps that can be taken from here."""
    return tuple(step for step in SittingStep if current in SITTING_STEPS[step][0])
