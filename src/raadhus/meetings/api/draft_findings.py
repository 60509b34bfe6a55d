"""The API of the linter in a case as it is written."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.suppressing import suppress_finding, unsuppress_finding
from raadhus.meetings.queries.draft_findings import draft_findings

router = Router()


class DraftFixOut(Schema):
    """A safe correction: `found` becomes `replacement` where it stands between `before` and `after`."""

    before: str
    found: str
    after: str
    replacement: str


class DraftFindingOut(Schema):
    """One finding; `place` is a section's id, "recommendations", or empty for the case as a whole."""

    place: str
    code: str
    severity: str
    message: str
    quote: str
    help: str
    fix: DraftFixOut | None
    suppressed: str


class SuppressionIn(Schema):
    """Why a rule shall not count in the case."""

    reason: str


@router.get("drafts/{uuid:draft_id}/findings", response=list[DraftFindingOut])
@door("meetings.read_own_drafts")
def draft_findings_list(request: HttpRequest, draft_id: UUID) -> list[Any]:
    """Return what the linter finds in a case, also what was set aside."""
    found = draft_findings(viewer=actor_of(request), draft_id=draft_id, now=timezone.now())
    return [*(one for _place, ones in found.places for one in ones), *found.suppressed]


@router.put("drafts/{uuid:draft_id}/suppressions/{code}", response={204: None})
@door("meetings.write_draft")
def suppress_draft_finding(request: HttpRequest, draft_id: UUID, code: str, said: SuppressionIn) -> Status[None]:
    """Set a rule aside for a case, with the reason."""
    suppress_finding(actor=actor_of(request), draft_id=draft_id, code=code, reason=said.reason, now=timezone.now())
    return Status(204, None)


@router.delete("drafts/{uuid:draft_id}/suppressions/{code}", response={204: None})
@door("meetings.write_draft")
def unsuppress_draft_finding(request: HttpRequest, draft_id: UUID, code: str) -> Status[None]:
    """Put a rule into force again."""
    unsuppress_finding(actor=actor_of(request), draft_id=draft_id, code=code, now=timezone.now())
    return Status(204, None)
