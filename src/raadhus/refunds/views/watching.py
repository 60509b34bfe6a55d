"""The watch list, and saying that the step is on its way."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.actions import acting
from raadhus.refunds.queries.watch_sums import WatchSums, watch_sums
from raadhus.refunds.queries.watching import WatchAsked, watched
from raadhus.refunds.rules.watch import Level, Next
from raadhus.refunds.views.watch_file import watch_file
from raadhus.ui import listing
from raadhus.ui.asking import done
from raadhus.ui.listing import Column, Filter, Listing


def _columns() -> tuple[Column, ...]:
    return (
        Column("deadline", _("Frist"), sortable=True),
        Column("step", _("Næste skridt")),
        Column("name", _("Medarbejder og enhed"), sortable=True),
        Column("first", _("Fravær fra"), sortable=True),
        Column("risk", _("I fare"), sortable=True, numeric=True),
    )


def _filters(sums: WatchSums) -> tuple[Filter, ...]:
    steps = tuple((step.value, _(step.label)) for step in Next)
    levels = tuple((level.value, _(level.label)) for level in reversed(Level))
    return (
        Filter("level", _("Hast"), levels),
        Filter("step", _("Næste skridt"), steps),
        Filter("unit", _("Enhed"), sums.units or (("", ""),)),
    )


@require_safe
@door("refunds.watch")
def watch(request: HttpRequest) -> HttpResponse:
    """Show the open absences that the viewer may see, narrowed and sorted as asked; `export` gives them as a file."""
    viewer, now = actor_of(request), timezone.now()
    sums = watch_sums(viewer, now=now)
    shown = listing.read(request.GET, _columns(), _filters(sums))
    found = watched(viewer, _asked(shown), now=now)
    export = request.GET.get("export", "")
    if export:
        return watch_file(export, found[:])
    context = {"listing": shown.paged(found), "sums": sums, "groups": _groups(sums)}
    return render(request, "refunds/watching/watch.html", context)


def _asked(shown: Listing) -> WatchAsked:
    key, descends = shown.ordering
    values = shown.values
    return WatchAsked(values["unit"], values["level"], values["step"], sort=key, descending=descends)


def _groups(sums: WatchSums) -> list[dict[str, object]]:
    """Return the groupings that have more than one line."""
    named = (
        (_("I fare pr. center"), _("Center"), sums.by_centre),
        (_("I fare pr. enhed"), _("Enhed"), sums.by_unit),
        (_("I fare pr. leder"), _("Leder"), sums.by_leader),
    )
    return [{"heading": heading, "column": column, "rows": rows} for heading, column, rows in named if len(rows) > 1]


@require_POST
@door("refunds.act")
def act(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that the step is on its way."""
    done(
        request,
        lambda: acting.act(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Noteret: der er handlet. Påmindelserne hviler, til fristen er overskredet."),
    )
    return _back(request)


@require_POST
@door("refunds.act")
def undo_act(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take it back."""
    done(
        request,
        lambda: acting.undo_act(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Fortrudt: påmindelserne går videre."),
    )
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """Return to the list as it was asked for."""
    query = request.POST.get("query", "")
    return redirect(reverse("refunds:watch") + (query if query.startswith("?") else ""))
