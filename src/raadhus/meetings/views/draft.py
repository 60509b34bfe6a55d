"""One case on its way, and its attachments."""

from datetime import datetime
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.choosing import sittings_to_choose
from raadhus.meetings.queries.draft_page import DraftPage, draft_attachment, draft_page
from raadhus.meetings.views.agenda_forms import AttachmentForm, PlanForm, ReasonForm


@door("meetings.read_own_drafts")
@require_GET
def draft(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show one case with its facts, texts, attachments and history, and what the viewer may do."""
    viewer, now = actor_of(request), timezone.now()
    page = draft_page(viewer=viewer, draft_id=draft_id, now=now)
    return render(request, "meetings/drafts/draft.html", {"page": page, **_forms(page, now)})


def _forms(page: DraftPage, now: datetime) -> dict[str, object]:
    sittings = sittings_to_choose(page.draft.body_id, now) if "plan" in page.steps else []
    return {
        "return_form": ReasonForm(auto_id="return-%s"),
        "plan_form": PlanForm(sittings=sittings, auto_id="plan-%s"),
        "has_sittings": bool(sittings),
        "attachment_form": AttachmentForm(auto_id="bilag-%s"),
    }


@door("meetings.read_own_drafts")
@require_GET
def attachment(request: HttpRequest, draft_id: UUID, attachment_id: UUID) -> HttpResponseBase:
    """Give an attachment of a case, always as a download: it was made elsewhere."""
    row, file = draft_attachment(
        viewer=actor_of(request), draft_id=draft_id, attachment_id=attachment_id, now=timezone.now()
    )
    return FileResponse(file, as_attachment=True, filename=row.name, content_type=row.media_type)
