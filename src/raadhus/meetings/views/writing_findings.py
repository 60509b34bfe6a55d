"""The linter's findings in a case, as the part of the writing page that is fetched while one writes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.draft_findings import draft_findings


@door("meetings.read_own_drafts")
@require_GET
def findings(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show the findings by the place that they belong to."""
    found = draft_findings(viewer=actor_of(request), draft_id=draft_id, now=timezone.now())
    return render(request, "meetings/writing/all_findings.html", {"findings": found})
