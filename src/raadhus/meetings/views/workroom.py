"""The workroom of a sitting: its agenda as it stands, put in order, sent, and compared with what was sent."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.arranging import move_draft, unplan_draft
from raadhus.meetings.actions.fixed_items import put_fixed_items
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.queries.agenda_page import agenda_page
from raadhus.meetings.queries.agenda_versions import versions_page
from raadhus.meetings.queries.workroom import workroom_tabs
from raadhus.meetings.views.agenda_forms import ReasonForm, SendForm
from raadhus.meetings.views.posting import say_errors, tried


@door("meetings.read_sittings")
@require_GET
def workroom(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show a sitting's agenda as it stands now, with what the viewer may do."""
    viewer, now = actor_of(request), timezone.now()
    page = agenda_page(viewer=viewer, sitting_id=sitting_id, now=now)
    context = {
        "page": page,
        "sitting": page.sitting,
        "tabs": workroom_tabs(viewer, page.sitting, "meetings:workroom", now),
        "send_form": SendForm(initial={"revision": page.sitting.revision}, auto_id="send-%s"),
        "cancel_form": ReasonForm(auto_id="aflys-%s"),
    }
    return render(request, "meetings/plan/workroom.html", context)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None  # noqa: PLR2004 - no revision is longer


def _back(sitting_id: UUID, anchor: str = "") -> HttpResponse:
    response = redirect("meetings:workroom", sitting_id=sitting_id)
    response["Location"] += anchor
    return response


@door("meetings.plan_draft")
@require_POST
def item_move(request: HttpRequest, sitting_id: UUID, draft_id: UUID) -> HttpResponse:
    """Give an item the place that the button or the field says, and go back to it."""
    place = _whole(request.POST.get("place", ""))
    act = partial(
        move_draft,
        actor=actor_of(request),
        sitting_id=sitting_id,
        draft_id=draft_id,
        place=place or 0,
        revision=_whole(request.POST.get("revision", "")),
        now=timezone.now(),
    )
    tried(request, act, _("Rækkefølgen er ændret."))
    return _back(sitting_id, f"#sag-{draft_id}")


@door("meetings.plan_draft")
@require_POST
def item_add(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Put a case on this agenda."""
    act = partial(
        plan_draft,
        actor=actor_of(request),
        sitting_id=sitting_id,
        draft_id=request.POST.get("draft_id", ""),
        late_reason=request.POST.get("late_reason", ""),
        revision=_whole(request.POST.get("revision", "")),
        now=timezone.now(),
    )
    tried(request, act, _("Sagen er sat på dagsordenen."))
    return _back(sitting_id)


@door("meetings.plan_draft")
@require_POST
def item_remove(request: HttpRequest, sitting_id: UUID, draft_id: UUID) -> HttpResponse:
    """Take a case off this agenda."""
    revision = _whole(request.POST.get("revision", ""))
    act = partial(unplan_draft, actor=actor_of(request), draft_id=draft_id, revision=revision, now=timezone.now())
    tried(request, act, _("Sagen er taget af dagsordenen og er klar til en anden."))
    return _back(sitting_id)


@door("meetings.plan_draft")
@require_POST
def fixed_add(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Put the points on that stand on every agenda of the body."""
    act = partial(put_fixed_items, actor=actor_of(request), sitting_id=sitting_id, now=timezone.now())
    tried(request, act, _("De faste punkter er på dagsordenen."))
    return _back(sitting_id)


@door("meetings.send_agenda")
@require_POST
def agenda_send(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Send the agenda as its next version."""
    form = SendForm(request.POST)
    if not form.is_valid():
        say_errors(request, form)
        return _back(sitting_id)
    act = partial(send_agenda, actor=actor_of(request), sitting_id=sitting_id, now=timezone.now(), **form.cleaned_data)
    if tried(request, act, _("Dagsordenen er udsendt, og medlemmerne får besked.")):
        return redirect("meetings:agenda_versions", sitting_id=sitting_id)
    return _back(sitting_id, "#udsend")


@door("meetings.read_sittings")
@require_GET
def agenda_versions(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show the versions that were sent, and what changed between two of them or since the last."""
    viewer, now = actor_of(request), timezone.now()
    before, after = (_whole(request.GET.get(name, "")) for name in ("fra", "til"))
    page = versions_page(viewer=viewer, sitting_id=sitting_id, before=before, after=after, now=now)
    context = {
        "page": page,
        "sitting": page.sitting,
        "tabs": workroom_tabs(viewer, page.sitting, "meetings:agenda_versions", now),
        "choices": (("fra", page.before), ("til", page.after)),
    }
    return render(request, "meetings/plan/versions.html", context)
