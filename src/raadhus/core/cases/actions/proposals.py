"""Every write of proposed cases: a room proposes, the board's secretary plans, the board decides, the room gets it back."""

import json
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.cases.models import ProposalRecord
from raadhus.core.cases.queries.cases import CLOSED_LABEL
from raadhus.core.cases.queries.shapes import Proposal, decision_from_json, decision_to_json, proposal_shown
from raadhus.core.cases.queries.visibility import one_visible, one_visible_proposal
from raadhus.core.cases.rules.proposals import (
    Chart,
    Content,
    NotAProposal,
    State,
    Step,
    content_hash,
    frozen,
    next_state,
)
from raadhus.core.documents.text import Block, blocks_from_json
from raadhus.core.documents.text import Chart as ChartBlock
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError
from raadhus.kernel.ports import PROPOSAL_ORIGINS, CodedDecision
from raadhus.ui.charts import CannotDraw, draw_ahead


class CannotPlan(DomainError):
    """The content is no longer what was frozen."""


def propose_case(
    *,
    actor: Actor,
    room: str,
    room_key: str,
    title: str,
    content: Content,
    case_key: str | None = None,
    unit_key: str = "",
    closed_to_public: bool = False,
    now: datetime,
) -> Proposal:
    """Freeze a case that a room proposes: text, tables, charts and data as they are now. Raises NotAProposal."""
    require(actor, "cases.propose", now=now)
    named = " ".join(title.split())
    if not named:
        raise NotAProposal(_("Sagsforslaget mangler en titel."))
    try:
        blocks = blocks_from_json(content.blocks)
    except (KeyError, TypeError, ValueError) as error:
        raise NotAProposal(_("Sagsforslagets tekst har ikke blokmodellens form.")) from error
    values = frozen(content)
    _draw_ahead([*content.charts, *blocks])
    with transaction.atomic():
        row = ProposalRecord.objects.create(
            room=room,
            room_key=room_key,
            case=one_visible(actor, case_key, now) if case_key else None,
            title=named,
            content=values,
            content_hash=content_hash(named, values),
            unit_key=unit_key,
            closed_to_public=closed_to_public,
            proposed_by=actor.key,
            proposed_by_name=actor.name,
            proposed_at=now,
            changed_at=now,
        )
        return _told(row, actor, "cases.proposed", now, {"hash": row.content_hash})


def _draw_ahead(parts: Sequence[Chart | Block]) -> None:
    """Draw the charts now, so that no page waits for them. Raises NotAProposal when one cannot be drawn."""
    for one in parts:
        try:
            if isinstance(one, Chart):
                draw_ahead(one.spec, title=one.title, alt=one.alt)
            elif isinstance(one, ChartBlock):
                draw_ahead(json.loads(one.spec), title=one.title, alt=one.alt)
        except CannotDraw as error:
            raise NotAProposal(str(error)) from error


def withdraw_proposal(*, actor: Actor, key: str, now: datetime) -> Proposal:
    """Take a proposed case back before it is planned: whoever proposed it, or whoever plans."""
    with transaction.atomic():
        row = one_visible_proposal(actor, key, now, lock=True)
        require(actor, "cases.withdraw", now=now)
        if row.proposed_by != actor.key:
            require(actor, "cases.plan", now=now)
        row.state = next_state(State(row.state), Step.WITHDRAW).value
        return _told(row, actor, "cases.withdrawn", now)


def plan_proposal(*, actor: Actor, key: str, planned_key: str, label: str, url: str = "", now: datetime) -> Proposal:
    """Put a proposed case on an agenda. Raises CannotPlan when its content is no longer what was frozen."""
    with transaction.atomic():
        row = _stepped(actor, "cases.plan", key, Step.PLAN, now)
        if content_hash(row.title, row.content) != row.content_hash:
            raise CannotPlan(
                _("Sagsforslaget er ikke længere det, der blev frosset, og kan ikke sættes på dagsordenen.")
            )
        row.planned_key, row.planned_label, row.planned_url = planned_key, label, url
        return _told(row, actor, "cases.planned", now, {"label": label})


def unplan_proposal(*, actor: Actor, key: str, now: datetime) -> Proposal:
    """Take a planned case off the agenda: it is proposed again."""
    with transaction.atomic():
        row = _stepped(actor, "cases.plan", key, Step.UNPLAN, now)
        row.planned_key = row.planned_label = row.planned_url = ""
        return _told(row, actor, "cases.unplanned", now)


def decide_proposal(*, actor: Actor, key: str, decision: CodedDecision, now: datetime) -> Proposal:
    """Keep what the body decided, and hand it back to the room at once when the room can take it."""
    with transaction.atomic():
        row = _stepped(actor, "cases.decide", key, Step.DECIDE, now)
        row.decision = decision_to_json(decision)
        _told(row, actor, "cases.decided", now, {"body": decision.body, "outcome": decision.outcome})
        return _hand_back(row, actor, now)


def hand_back(*, actor: Actor, key: str, now: datetime) -> Proposal:
    """Try again to hand a decision back to the room that proposed. What stands in the way is said on the page."""
    with transaction.atomic():
        row = one_visible_proposal(actor, key, now, lock=True)
        require(actor, "cases.hand_back", now=now)
        next_state(State(row.state), Step.HAND_BACK)
        return _hand_back(row, actor, now)


def _stepped(actor: Actor, verb: str, key: str, step: Step, now: datetime) -> ProposalRecord:
    row = one_visible_proposal(actor, key, now, lock=True)
    require(actor, verb, now=now)
    row.state = next_state(State(row.state), step).value
    return row


def _hand_back(row: ProposalRecord, actor: Actor, now: datetime) -> Proposal:
    """Let the room receive the decision inside a savepoint: what it refuses leaves the decision kept, and nothing half done."""
    origin = PROPOSAL_ORIGINS.get(row.room)
    if origin is None or row.decision is None:
        return _stuck(row, _("Rummet {room} kan ikke tage imod beslutningen.").format(room=row.room), now)
    try:
        with transaction.atomic():
            origin.receive_decision(str(row.pk), decision_from_json(row.decision), actor=actor, now=now)
    except DomainError as error:
        return _stuck(row, str(error), now)
    row.state, row.hand_back_problem = next_state(State(row.state), Step.HAND_BACK).value, ""
    return _told(row, actor, "cases.handed_back", now, {"room": row.room})


def _stuck(row: ProposalRecord, problem: str, now: datetime) -> Proposal:
    row.hand_back_problem, row.changed_at = problem, now
    row.save()
    return proposal_shown(row)


def _told(
    row: ProposalRecord, actor: Actor, event: str, now: datetime, data: dict[str, JSON] | None = None
) -> Proposal:
    row.changed_at = now
    row.save()
    subject = Subject("proposal", str(row.pk), CLOSED_LABEL if row.closed_to_public else row.title)
    record(actor=actor, event=event, subject=subject, data=data or {}, now=now)
    return proposal_shown(row)
