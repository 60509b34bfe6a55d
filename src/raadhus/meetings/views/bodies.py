"""The bodies, one body with its meetings, and changing one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.meetings.actions import change_body
from raadhus.meetings.forms import BodyForm
from raadhus.meetings.queries.addresses import readable
from raadhus.meetings.queries.lists import body_list, body_page
from raadhus.meetings.queries.pages import permissions


@door("meetings.read")
@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    """Show the bodies."""
    viewer, now = actor_of(request), timezone.now()
    rows = body_list(viewer=viewer, now=now)
    context = {"bodies": rows, "may_create": may(viewer, "meetings.create_body", now=now)}
    return render(request, "meetings/bodies.html", context)


@door("meetings.read")
@require_GET
def body(request: HttpRequest, key: str) -> HttpResponse:
    """Show one body with its meetings by year."""
    viewer, now = actor_of(request), timezone.now()
    row, years = body_page(viewer=viewer, key=key, now=now)
    if viewer.is_public:
        years = {year: readable(rows) for year, rows in years.items()}
    context = {
        "body": row,
        "years": years,
        "may": permissions(viewer, now),
        "may_see_rules": may(viewer, "meetings.read_sittings", now=now),
    }
    return render(request, "meetings/body.html", context)


@door("meetings.change_body")
@require_http_methods(["GET", "POST"])
def body_change(request: HttpRequest, key: str) -> HttpResponse:
    """Rename a body, change its profile, or say whether citizens may follow it."""
    viewer, now = actor_of(request), timezone.now()
    row, _years = body_page(viewer=viewer, key=key, now=now)
    initial = {"name": row.name, "profile": row.profile.value, "is_public": row.is_public}
    form = BodyForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_body(actor=viewer, key=key, **form.cleaned_data, now=now)
        messages.success(request, _("Organet er ændret."))
        return redirect("meetings:body", key=key)
    return render(request, "meetings/body_change.html", {"body": row, "form": form})
