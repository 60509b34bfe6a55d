"""Reads of proposed cases."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.core.audit.public import Subject, TrailEntry, trail
from raadhus.core.cases.models import ProposalRecord
from raadhus.core.cases.queries.cases import CLOSED_LABEL
from raadhus.core.cases.queries.shapes import NoSuchProposal, Proposal, proposal_shown
from raadhus.core.cases.queries.visibility import one_visible_proposal, visible_proposals
from raadhus.core.cases.rules.proposals import State
from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import PROPOSAL_ORIGINS


@dataclass(frozen=True, slots=True)
class ProposalDetail:
    """One proposed case, its trail, whether its room can take the decision back, and what the viewer may do."""

    proposal: Proposal
    trail: tuple[TrailEntry, ...]
    has_receiver: bool
    may_withdraw: bool
    may_hand_back: bool


class FoundProposals:
    """Proposed cases that are counted and fetched page by page."""

    def __init__(self, rows: QuerySet[ProposalRecord]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[Proposal, ...]:
        return tuple(proposal_shown(row) for row in self._rows[wanted])


def proposals(viewer: Actor, *, now: datetime, state: str = "", room: str = "") -> FoundProposals:
    """Return the proposed cases that the viewer may see, the latest first."""
    rows = visible_proposals(viewer, now)
    exact = {"state": state, "room": room}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    return FoundProposals(rows.order_by("-proposed_at", "-id"))


def waiting_proposals(viewer: Actor, now: datetime) -> tuple[Proposal, ...]:
    """Return what is proposed and not yet on an agenda, the earliest first."""
    rows = visible_proposals(viewer, now).filter(state=State.PROPOSED.value).order_by("proposed_at", "id")
    return tuple(proposal_shown(row) for row in rows)


def proposal(viewer: Actor, key: str, *, now: datetime) -> ProposalDetail:
    """Return one proposed case. Looking up a closed one of somebody else's is audited. Raises NoSuchProposal."""
    row = one_visible_proposal(viewer, key, now)
    is_own = row.proposed_by == viewer.key
    if row.closed_to_public and not is_own:
        subject = Subject("proposal", str(row.pk), CLOSED_LABEL)
        require(viewer, "cases.read_closed", unit=row.unit_key or WHOLE_HOUSE, now=now, subject=subject)
    state = State(row.state)
    withdraws = may(viewer, "cases.withdraw", now=now) and (is_own or may(viewer, "cases.plan", now=now))
    return ProposalDetail(
        proposal=proposal_shown(row),
        trail=trail("proposal", str(row.pk)),
        has_receiver=PROPOSAL_ORIGINS.get(row.room) is not None,
        may_withdraw=state is State.PROPOSED and withdraws,
        may_hand_back=state is State.DECIDED and may(viewer, "cases.hand_back", now=now),
    )


def kept_proposal(reader: Actor, key: str, *, now: datetime) -> Proposal | None:
    """Return the proposed case whose key a room keeps, read by the room itself; None when it is no more."""
    try:
        return proposal(reader, key, now=now).proposal
    except NoSuchProposal:
        return None


def address_for(viewer: Actor, found: Proposal | None, *, now: datetime) -> str:
    """Return the address of a proposed case for a viewer who may open it, else nothing.

    Whoever reads what a room keeps of its cases need not be one who reads proposals.
    """
    return found.url if found and visible_proposals(viewer, now).filter(pk=found.key).exists() else ""
