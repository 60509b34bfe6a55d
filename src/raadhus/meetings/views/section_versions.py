"""The versions of a section of a case."""

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
from raadhus.kernel.errors import DomainError, NotAllowed, NotFound
from raadhus.meetings.actions.draft_history import restore_section_version
from raadhus.meetings.queries.section_history import section_history
from raadhus.meetings.views.posted_text import whole_number


@door("meetings.read_own_drafts")
@require_http_methods(["GET", "POST"])
def history(request: HttpRequest, draft_id: UUID, section_id: UUID) -> HttpResponse:
    """Show a section's versions, and make an earlier one the newest."""
    viewer, now = actor_of(request), timezone.now()
    if request.method == "POST":
        revision, base = (whole_number(request.POST.get(name, "")) for name in ("revision", "base"))
        try:
            restore_section_version(
                actor=viewer, draft_id=draft_id, section_id=section_id, revision=revision, base=base, now=now
            )
        except (NotAllowed, NotFound):
            raise
        except DomainError as error:
            messages.error(request, str(error))
            return redirect("meetings:section_history", draft_id=draft_id, section_id=section_id)
        messages.success(request, _("Versionen er gendannet som den nyeste."))
        return redirect(f"{reverse('meetings:writing', args=[draft_id])}#afsnit-{section_id}")
    found = section_history(viewer=viewer, draft_id=draft_id, section_id=section_id, now=now)
    return render(request, "meetings/writing/history.html", {"history": found})
