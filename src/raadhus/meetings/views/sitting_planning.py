"""A meeting is planned, alone or in a series, moved and cancelled."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.danish import short_date
from raadhus.kernel.doors import door
from raadhus.meetings.actions.sitting_changes import cancel_sitting, change_sitting
from raadhus.meetings.actions.sittings import PlannedSeries, plan_series, plan_sitting
from raadhus.meetings.queries.choosing import bodies_that_meet
from raadhus.meetings.queries.workroom import seen_sitting
from raadhus.meetings.rules.sitting_plan import SittingFacts
from raadhus.meetings.views.agenda_forms import NewSittingForm, ReasonForm, SittingForm
from raadhus.meetings.views.posting import say_errors, tried


@door("meetings.plan_sitting")
@require_http_methods(["GET", "POST"])
def sitting_new(request: HttpRequest) -> HttpResponse:
    """Plan a meeting, or one every so many weeks; what was left out of a series is said."""
    bodies = bodies_that_meet()
    form = NewSittingForm(request.POST or None, bodies=bodies, initial={"body_key": request.GET.get("organ", "")})
    if request.method == "POST" and form.is_valid():
        answer = _series(request, form) if form.cleaned_data["weeks"] else _one(request, form)
        if answer is not None:
            return answer
    context = {"form": form, "bodies": bodies}
    return render(request, "meetings/plan/new.html", context, status=400 if form.errors else 200)


def _one(request: HttpRequest, form: NewSittingForm) -> HttpResponse | None:
    given = {name: form.cleaned_data[name] for name in ("body_key", "day", "start_time", "place")}
    made: list[UUID] = []
    act = partial(plan_sitting, actor=actor_of(request), now=timezone.now(), **given)
    if tried(request, lambda: made.append(act()), _("Mødet er planlagt."), form):
        return redirect("meetings:workroom", sitting_id=made[0])
    return None


def _series(request: HttpRequest, form: NewSittingForm) -> HttpResponse | None:
    given = {name: form.cleaned_data[name] for name in ("body_key", "last", "weeks", "start_time", "place")}
    made: list[PlannedSeries] = []
    act = partial(plan_series, actor=actor_of(request), first=form.cleaned_data["day"], now=timezone.now(), **given)
    if not tried(request, lambda: made.append(act()), _("Rækken er planlagt."), form):
        return None
    count = len(made[0].planned)
    messages.info(
        request, ngettext("%(count)s møde er planlagt.", "%(count)s møder er planlagt.", count) % {"count": count}
    )
    if made[0].skipped:
        left = ", ".join(f"{short_date(day)} ({why})" for day, why in made[0].skipped)
        messages.warning(request, _("Sprunget over: %(days)s.") % {"days": left})
    return redirect("meetings:sittings")


@door("meetings.plan_sitting")
@require_http_methods(["GET", "POST"])
def sitting_change(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Give a meeting another day, time, place or deadlines."""
    viewer, now = actor_of(request), timezone.now()
    sitting = seen_sitting(sitting_id, viewer, now)
    names = ("start_time", "end_time", "place", "submission_date", "sending_date", "revision")
    initial = {name: getattr(sitting, name) for name in names} | {"day": sitting.date}
    form = SittingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        revision = given.pop("revision")
        facts = SittingFacts(**given)
        act = partial(change_sitting, actor=viewer, sitting_id=sitting_id, facts=facts, revision=revision, now=now)
        if tried(request, act, _("Mødet er ændret. Er dagsordenen udsendt, så udsend den igen."), form):
            return redirect("meetings:workroom", sitting_id=sitting_id)
    context = {"form": form, "sitting": sitting}
    return render(request, "meetings/plan/change.html", context, status=400 if form.errors else 200)


@door("meetings.cancel_sitting")
@require_POST
def sitting_cancel(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Cancel a meeting."""
    form = ReasonForm(request.POST)
    if form.is_valid():
        act = partial(
            cancel_sitting,
            actor=actor_of(request),
            sitting_id=sitting_id,
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
        )
        tried(request, act, _("Mødet er aflyst. Sagerne kan sættes på en anden dagsorden."))
    else:
        say_errors(request, form)
    return redirect("meetings:workroom", sitting_id=sitting_id)
