"""Targets: the list with the newest figures, setting one, removing one and putting it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.forms.around import measure_choices
from raadhus.personnel.queries.aiming import SET_TARGET
from raadhus.personnel.queries.places import units_read
from raadhus.personnel.queries.target_list import TargetsAsked, TargetShown, targets
from raadhus.personnel.rules.targets import TargetState
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter


@door("personnel.read")
@require_safe
def target_list(request: HttpRequest) -> HttpResponse:
    """Show the targets that concern the viewer's units with the newest figure of each; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    may_set = may(viewer, SET_TARGET, now=now)
    states = [(one.value, _(one.label)) for one in TargetState]
    if may_set:
        states.append(("removed", _("Fjernede")))
    filters = (
        Filter("unit", _("Enhed"), units_read(viewer, now) or (("", ""),)),
        Filter("measure", _("Mål"), tuple(measure_choices())),
        Filter("state", _("Tilstand"), tuple(states)),
    )
    columns = (
        Column("measure", _("Mål og enhed")),
        Column("value", _("Målsætning")),
        Column("figure", _("Nyeste tal"), numeric=True),
        Column("state", _("Tilstand")),
    )
    shown = listing.read(request.GET, columns, filters)
    asked = shown.values
    is_removed = asked["state"] == "removed"
    state = "" if is_removed else asked["state"]
    found = targets(viewer, now, TargetsAsked(asked["unit"], asked["measure"], state, removed=is_removed))
    if export := request.GET.get("export", ""):
        return table_file(export, _("målsætninger"), _head(), map(_row, found))
    context = {"listing": shown.paged(found), "may_set": may_set, "is_removed": is_removed}
    return render(request, "personnel/around/targets.html", context)


def _head() -> list[str]:
    return [
        _("Enhed"),
        _("Mål"),
        _("Skal være"),
        _("Værdi"),
        _("Måles i"),
        _("Fra året"),
        _("Til og med året"),
        _("Nyeste tal"),
        _("År"),
        _("Tilstand"),
        _("Begrundelse"),
    ]


def _row(one: TargetShown) -> tuple[Cell, ...]:
    return (
        one.unit,
        one.measure.title,
        _(one.direction.label),
        one.number,
        one.measure.unit.label,
        one.first_year,
        one.last_year or "",
        one.figure_number,
        one.period,
        _(one.state.label),
        one.reason,
    )
