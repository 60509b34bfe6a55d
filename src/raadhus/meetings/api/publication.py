"""The API of publication: the gate."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.publish_page import meeting_gate
from raadhus.meetings.writer.gate_json import gate_json

router = Router()


class GateFindingOut(Schema):
    """One thing that the gate found; `item` is the item's number."""

    code: str
    message: str
    item: str | None
    blocks: bool


class GateCheckOut(Schema):
    """One check: what was looked at, and what was found. Notes ask nothing; `skipped` says why it was not made."""

    check: str
    label: str
    verdict: str
    looked_at: str
    skipped: str
    findings: list[GateFindingOut]
    notes: list[GateFindingOut]


class GateOut(Schema):
    """The gate's report: stops, warns or passed, and every check."""

    meeting: UUID
    label: str
    verdict: str
    checks: list[GateCheckOut]


@router.get("meetings/{uuid:meeting_id}/gate", response=GateOut)
@door("meetings.publish_meeting")
def gate(request: HttpRequest, meeting_id: UUID) -> dict[str, Any]:
    """Run every check of the meeting as it would be published now (docs/formats/meetings-gate.md)."""
    found = meeting_gate(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return gate_json(found.id, found.label, found.report)
