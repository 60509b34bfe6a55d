"""The page on which a body sets the linter."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.body_linting import change_body_linting
from raadhus.meetings.queries.body_linting import body_linting
from raadhus.meetings.rules.body_linting import OFF
from raadhus.meetings.rules.lint import Severity
from raadhus.meetings.views.posting import tried

_PREFIX = "regel-"


@door("meetings.read_sittings")
@require_GET
def linting(request: HttpRequest, key: str) -> HttpResponse:
    """Show every rule with what the body chose; whoever keeps the body gets the form."""
    page = body_linting(viewer=actor_of(request), key=key, now=timezone.now())
    choices = [("", _("Som reglen selv")), *((one.value, _(one.label)) for one in Severity), (OFF, _("Slået fra"))]
    return render(request, "meetings/bodies/linting.html", {"page": page, "body": page.body, "choices": choices})


@door("meetings.change_body")
@require_POST
def linting_change(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what was chosen."""
    chosen = {name.removeprefix(_PREFIX): value for name, value in request.POST.items() if name.startswith(_PREFIX)}
    act = partial(
        change_body_linting,
        actor=actor_of(request),
        key=key,
        choices={code: str(value) for code, value in chosen.items()},
        abbreviations=request.POST.get("abbreviations", ""),
        now=timezone.now(),
    )
    tried(request, act, _("Organets sprogregler er gemt."))
    return redirect("meetings:body_linting", key=key)
