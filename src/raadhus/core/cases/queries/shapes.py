"""A case and a proposed case as the screens, the API and other parts see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from raadhus.core.cases.models import CaseRecord, ProposalRecord
from raadhus.core.cases.rules.proposals import Content, State, content_hash, thawed
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ports import CodedDecision, CodedOutcome


class NoSuchCase(NotFound):
    """There is no such case, or the viewer may not know that there is."""


class NoSuchProposal(NotFound):
    """There is no such proposed case, or the viewer may not know that there is."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case file. `closed_date` is the first day on which it is no longer open."""

    key: str
    case_number: str
    kle_number: str
    title: str
    owner_key: str
    owner: str
    unit_key: str
    opened_date: date
    closed_date: date | None
    closed_to_public: bool

    @property
    def url(self) -> str:
        """The address of its page."""
        return reverse("cases:case", args=[self.key])


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case that a room proposes. `is_intact` is False when the content is no longer what was hashed."""

    key: str
    room: str
    room_key: str
    case_key: str | None
    title: str
    content: Content
    content_hash: str
    is_intact: bool
    unit_key: str
    closed_to_public: bool
    proposed_by: str
    proposed_by_name: str
    proposed_at: datetime
    state: State
    planned_key: str
    planned_label: str
    planned_url: str
    decision: CodedDecision | None
    hand_back_problem: str

    @property
    def url(self) -> str:
        """The address of its page."""
        return reverse("cases:proposal", args=[self.key])


def shown(row: CaseRecord) -> Case:
    """Return the record as a value."""
    return Case(
        key=str(row.pk),
        case_number=row.case_number,
        kle_number=row.kle_number,
        title=row.title,
        owner_key=row.owner_key,
        owner=row.owner_text or row.owner_key or row.unit_key,
        unit_key=row.unit_key,
        opened_date=row.opened_date,
        closed_date=row.closed_date,
        closed_to_public=row.closed_to_public,
    )


def proposal_shown(row: ProposalRecord) -> Proposal:
    """Return the record as a value, its hash worked out anew."""
    return Proposal(
        key=str(row.pk),
        room=row.room,
        room_key=row.room_key,
        case_key=str(row.case_id) if row.case_id else None,
        title=row.title,
        content=thawed(row.content),
        content_hash=row.content_hash,
        is_intact=content_hash(row.title, row.content) == row.content_hash,
        unit_key=row.unit_key,
        closed_to_public=row.closed_to_public,
        proposed_by=row.proposed_by,
        proposed_by_name=row.proposed_by_name,
        proposed_at=row.proposed_at,
        state=State(row.state),
        planned_key=row.planned_key,
        planned_label=row.planned_label,
        planned_url=row.planned_url,
        decision=decision_from_json(row.decision) if row.decision else None,
        hand_back_problem=row.hand_back_problem,
    )


def decision_to_json(decision: CodedDecision) -> dict[str, Any]:
    """Return a decision as JSON values."""
    return {
        "body": decision.body,
        "date": decision.date.isoformat(),
        "text": decision.text,
        "outcome": decision.outcome,
        "outcomes": [
            {"label": one.label, "text": one.text, "outcome": one.outcome, "remark": one.remark}
            for one in decision.outcomes
        ],
        "url": decision.url,
    }


def decision_from_json(values: dict[str, Any]) -> CodedDecision:
    """Return the decision that was kept."""
    outcomes = tuple(
        CodedOutcome(one["label"], one["text"], one["outcome"], one["remark"]) for one in values["outcomes"]
    )
    day = date.fromisoformat(values["date"])
    return CodedDecision(values["body"], day, values["text"], values["outcome"], outcomes, values["url"])
