"""The minutes that wait for one's signature, and putting up those of a sitting."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, NotAllowed
from raadhus.meetings.actions import put_up_minutes
from raadhus.meetings.queries.signing_page import minutes_of_sitting
from raadhus.meetings.queries.waiting_minutes import waiting_minutes
from raadhus.meetings.queries.workroom import seen_sitting, workroom_tabs
from raadhus.meetings.views.signing_forms import PutUpForm


@door("meetings.sign_minutes")
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Show the minutes that wait for the viewer's own signature."""
    rows = waiting_minutes(viewer=actor_of(request), now=timezone.now())
    return render(request, "meetings/signing/waiting.html", {"rows": rows})


@door("meetings.sign_minutes")
@require_http_methods(["GET", "POST"])
def put_up(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Put the minutes of a sitting up, or lead to them when they are."""
    viewer, now = actor_of(request), timezone.now()
    sitting = seen_sitting(sitting_id, viewer, now)
    known = minutes_of_sitting(viewer=viewer, sitting_id=sitting_id, now=now)
    if known is not None:
        return redirect("meetings:signing", meeting_id=known)
    form = PutUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = put_up_minutes(actor=viewer, sitting_id=sitting_id, deadline=form.cleaned_data["deadline"], now=now)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Referatet er lagt frem til godkendelse og underskrift."))
            return redirect("meetings:signing", meeting_id=made.pk)
    tabs = workroom_tabs(viewer, sitting, "meetings:put_up", now)
    return render(request, "meetings/signing/put_up.html", {"sitting": sitting, "tabs": tabs, "form": form})
