"""HR's list of cases."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.queries.case_choices import CaseChoices, case_choices
from raadhus.refunds.queries.cases import Asked, State
from raadhus.refunds.queries.cases import cases as cases_of
from raadhus.refunds.rules.cases import Cause, Kind
from raadhus.refunds.rules.following import Standing
from raadhus.refunds.views.case_file import case_file
from raadhus.ui import listing
from raadhus.ui.listing import Column, Filter, Listing


def _columns() -> tuple[Column, ...]:
    return (
        Column("who", _("Medarbejder"), sortable=True),
        Column("unit", _("Enhed"), sortable=True),
        Column("first", _("Fravær"), sortable=True),
        Column("standing", _("NemRefusion")),
        Column("deadline", _("Næste skridt"), sortable=True),
        Column("lost", _("Tabt"), sortable=True, numeric=True),
        Column("cause", _("Årsag")),
        Column("year", _("År"), sortable=True),
    )


def _filters(known: CaseChoices) -> tuple[Filter, ...]:
    nothing = (("", ""),)
    states = (
        (State.OPEN.value, _("Åbne")),
        (State.LOST.value, _("Tabt")),
        (State.SETTLED.value, _("Afsluttede")),
        (State.GONE.value, _("Ikke længere i lønsystemet")),
    )
    return (
        Filter("text", _("Navn, nummer eller bemærkning")),
        Filter("state", _("Sager"), states),
        Filter("centre", _("Center"), known.centres or nothing),
        Filter("unit", _("Enhed"), known.units or nothing),
        Filter("kind", _("Art"), _labelled(Kind)),
        Filter("cause", _("Årsag"), _labelled(Cause)),
        Filter("standing", _("NemRefusion"), _labelled(Standing)),
        Filter("year", _("Opgørelsens år"), tuple((str(year), str(year)) for year in known.years) or nothing),
    )


def _labelled(kind: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, _(getattr(one, "label"))) for one in kind)  # noqa: B009 - each of these has a label, StrEnum itself has none


@require_safe
@door("refunds.read_cases")
def cases(request: HttpRequest) -> HttpResponse:
    """Show the cases that the viewer may see, narrowed and sorted as asked; `export` gives them as a file without CPR numbers."""
    viewer, now = actor_of(request), timezone.now()
    shown = listing.read(request.GET, _columns(), _filters(case_choices(viewer, now)))
    found = cases_of(viewer, _asked(shown), now)
    export = request.GET.get("export", "")
    if export:
        return case_file(export, found[:])
    lost, at_risk = found.sums
    context = {"listing": shown.paged(found), "lost": lost, "at_risk": at_risk}
    return render(request, "refunds/cases/cases.html", context)


def _asked(shown: Listing) -> Asked:
    values = shown.values
    key, descends = shown.ordering
    return Asked(
        text=values["text"],
        unit=values["unit"],
        centre=values["centre"],
        kind=Kind(values["kind"]) if values["kind"] else None,
        cause=Cause(values["cause"]) if values["cause"] else None,
        year=int(values["year"]) if values["year"] else None,
        standing=Standing(values["standing"]) if values["standing"] else None,
        state=State(values["state"]) if values["state"] else None,
        sort=key,
        descending=descends,
    )
