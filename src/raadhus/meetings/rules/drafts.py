"""How a case moves towards an agenda: written, proposed, returned, approved, planned and treated (docs/rules/agendas.md)."""

from enum import StrEnum

from raadhus.kernel.errors import DomainError
from raadhus.meetings.rules.sentences import Sentence


class DraftState(StrEnum):
    """Where a case for a body stands; `label` is Danish."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    RETURNED = "returned"
    APPROVED = "approved"
    PLANNED = "planned"
    TREATED = "treated"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]


class DraftStep(StrEnum):
    """What may be done with a case on its way."""

    PROPOSE = "propose"
    RETURN = "return"
    APPROVE = "approve"
    PLAN = "plan"
    UNPLAN = "unplan"
    TREAT = "treat"
    UNTREAT = "untreat"
    WITHDRAW = "withdraw"
    RESUME = "resume"


class CaseType(StrEnum):
    """What the body is asked to do with a case; `label` is Danish."""

    DECISION = "decision"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    ANNOUNCEMENT = "announcement"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _TYPE_LABELS[self]


class CannotStepDraft(DomainError):
    """The case does not stand where this could be done."""


_LABELS = {
    DraftState.DRAFT: "Kladde",
    DraftState.PROPOSED: "Foreslået",
    DraftState.RETURNED: "Sendt retur",
    DraftState.APPROVED: "Godkendt til dagsorden",
    DraftState.PLANNED: "På dagsordenen",
    DraftState.TREATED: "Behandlet",
    DraftState.WITHDRAWN: "Trukket tilbage",
}
_TYPE_LABELS = {
    CaseType.DECISION: "Beslutningssag",
    CaseType.INFORMATION: "Orienteringssag",
    CaseType.DISCUSSION: "Drøftelse",
    CaseType.ANNOUNCEMENT: "Meddelelsessag",
    CaseType.OTHER: "Andet",
}

_OPEN = frozenset({DraftState.DRAFT, DraftState.PROPOSED, DraftState.RETURNED, DraftState.APPROVED})

# A step: from where it may be taken, and where it leads.
DRAFT_STEPS: dict[DraftStep, tuple[frozenset[DraftState], DraftState]] = {
    DraftStep.PROPOSE: (frozenset({DraftState.DRAFT, DraftState.RETURNED}), DraftState.PROPOSED),
    DraftStep.RETURN: (frozenset({DraftState.PROPOSED, DraftState.APPROVED}), DraftState.RETURNED),
    DraftStep.APPROVE: (frozenset({DraftState.PROPOSED}), DraftState.APPROVED),
    DraftStep.PLAN: (frozenset({DraftState.APPROVED}), DraftState.PLANNED),
    DraftStep.UNPLAN: (frozenset({DraftState.PLANNED}), DraftState.APPROVED),
    DraftStep.TREAT: (frozenset({DraftState.PLANNED}), DraftState.TREATED),
    DraftStep.UNTREAT: (frozenset({DraftState.TREATED}), DraftState.PLANNED),
    DraftStep.WITHDRAW: (_OPEN, DraftState.WITHDRAWN),
    DraftStep.RESUME: (frozenset({DraftState.WITHDRAWN}), DraftState.DRAFT),
}


def stepped(current: DraftState, step: DraftStep) -> DraftState:
    """Return where the step leads. Raises CannotStepDraft."""
    allowed_from, leads_to = DRAFT_STEPS[step]
    if current not in allowed_from:
        wanted = " / ".join(state.label for state in DraftState if state in allowed_from)
        raise CannotStepDraft(
            Sentence("Sagen står som »%(state)s«; den skal stå som »%(wanted)s«.", state=current.label, wanted=wanted)
        )
    return leads_to


def possible_steps(current: DraftState) -> tuple[DraftStep, ...]:
    """Return the steps that can be taken from here."""
    return tuple(step for step in DraftStep if current in DRAFT_STEPS[step][0])
