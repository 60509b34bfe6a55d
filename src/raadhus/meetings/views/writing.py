"""The page on which a case is written."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.submitting import save_writing
from raadhus.meetings.queries.writing import writing_page
from raadhus.meetings.views.posted_text import submitted
from raadhus.meetings.views.writing_context import writing_context

_PAGE = "meetings/writing/writing.html"


@door("meetings.read_own_drafts")
@require_http_methods(["GET", "POST"])
def writing(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show a case with its texts for writing; a page without scripts posts all of them."""
    viewer, now = actor_of(request), timezone.now()
    if request.method != "POST":
        page = writing_page(viewer=viewer, draft_id=draft_id, now=now)
        return render(request, _PAGE, writing_context(page))
    said = submitted(request.POST)
    done = save_writing(actor=viewer, draft_id=draft_id, said=said, now=now)
    if done.conflicts:
        page = writing_page(viewer=viewer, draft_id=draft_id, now=now, unsaved=done.unsaved(said))
        return render(request, _PAGE, {**writing_context(page), "conflicts": done.conflicts}, status=409)
    messages.success(request, _("Sagen er gemt."))
    return redirect(f"{reverse('meetings:writing', args=[draft_id])}#{done.anchor}")
