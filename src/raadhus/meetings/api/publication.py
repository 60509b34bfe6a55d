"""The API of publication: the gate, decisions, and extracts of cases."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.case_extracts import case_extract_for
from raadhus.meetings.queries.decisions import DecisionFilter, decision_list
from raadhus.meetings.queries.publish_page import meeting_gate
from raadhus.meetings.writer.case_extract import case_json
from raadhus.meetings.writer.gate_json import gate_json

router = Router()


class GateFindingOut(Schema):
    """One thing that the gate found; `item` is the item's number."""

    code: str
    message: str
    item: str | None
    blocks: bool


class GateCheckOut(Schema):
    """One check: what was looked at, and what was found.

    Notes ask nothing; `let_be` was set aside with a reason; `skipped` says why it was not made.
    """

    check: str
    label: str
    verdict: str
    looked_at: str
    skipped: str
    findings: list[GateFindingOut]
    notes: list[GateFindingOut]
    let_be: list[GateFindingOut]


class GateOut(Schema):
    """The gate's report: stops, warns or passed, and every check."""

    meeting: UUID
    label: str
    verdict: str
    checks: list[GateCheckOut]


class DecisionOut(Schema):
    """One decision; of a closed item it is what was written for the public."""

    id: str
    date: date
    body: str
    body_key: str
    number: str
    title: str
    case_number: str
    text: str
    outcomes: list[str]
    url: str


class DecisionsOut(Schema):
    """Some of the decisions, and how many there are in all."""

    total: int
    decisions: list[DecisionOut]


class DecisionsChosen(Schema):
    """What the list of decisions is narrowed to."""

    body: str = ""
    outcome: str = ""
    date_from: date | None = None
    date_to: date | None = None
    text: str = ""
    sort: str = "-date"
    start: int = Field(0, le=10_000_000)
    count: int = 50


_MOST = 200


@router.get("decisions", response=DecisionsOut)
@door("meetings.read")
def decisions(request: HttpRequest, chosen: Query[DecisionsChosen]) -> dict[str, Any]:
    """Return the decisions that the caller may see."""
    asked = chosen.dict()
    start, count = max(0, asked.pop("start")), min(max(1, asked.pop("count")), _MOST)
    found = decision_list(
        viewer=actor_of(request), chosen=DecisionFilter(**asked), now=timezone.now(), start=start, count=count
    )
    return {"total": found.total, "decisions": list(found.rows)}


@router.get("cases/extract")
@door("meetings.extract_case")
def extract(request: HttpRequest, case_number: str) -> dict[str, Any]:
    """Return the public extract of a case (docs/formats/case-extract.md)."""
    made = case_extract_for(viewer=actor_of(request), case_number=case_number, internal=False, now=timezone.now())
    return case_json(made)


@router.get("cases/extract/internal")
@door("meetings.extract_case_internal")
def extract_internal(request: HttpRequest, case_number: str) -> dict[str, Any]:
    """Return the extract of a case with what the caller may see; that it was made is written in the audit trail."""
    made = case_extract_for(viewer=actor_of(request), case_number=case_number, internal=True, now=timezone.now())
    return case_json(made)


@router.get("meetings/{uuid:meeting_id}/gate", response=GateOut)
@door("meetings.publish_meeting")
def gate(request: HttpRequest, meeting_id: UUID) -> dict[str, Any]:
    """Run every check of the meeting as it would be published now (docs/formats/meetings-gate.md)."""
    found = meeting_gate(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return gate_json(found.id, found.label, found.report)
