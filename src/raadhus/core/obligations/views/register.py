"""The register of standing decisions: the list of them all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries import figures, standing, wording
from raadhus.core.obligations.queries.standing import StandingAsked
from raadhus.core.obligations.queries.standing_shapes import Standing
from raadhus.core.obligations.rules.standing import State
from raadhus.kernel.doors import door
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter


def _columns() -> tuple[Column, ...]:
    return (
        Column("body", _("Organ"), sortable=True),
        Column("title", _("Hvad forelægges"), sortable=True),
        Column("when", _("Hvornår")),
        Column("next", _("Næste gang"), sortable=True),
        Column("owner", _("Ansvarlig"), sortable=True),
        Column("state", _("Status"), sortable=True),
    )


@require_safe
@door("obligations.read_standing")
def register(request: HttpRequest) -> HttpResponse:
    """Show the register, narrowed as asked; `export` gives it as a file."""
    viewer, now = actor_of(request), timezone.now()
    bodies = tuple((name, name) for name in standing.standing_bodies(viewer, now)) or (("", ""),)
    states = tuple((state.value, _(state.label)) for state in State)
    filters = (Filter("words", _("Ord")), Filter("body", _("Organ"), bodies), Filter("state", _("Status"), states))
    shown = listing.read(request.GET, _columns(), filters)
    asked = StandingAsked(body=shown.values["body"], state=shown.values["state"], words=shown.values["words"])
    key, descends = shown.ordering
    found = standing.standing_decisions(viewer, asked, now=now, sort=key, descending=descends)
    export = request.GET.get("export", "")
    if export:
        return table_file(export, _("stående beslutninger"), _head(), [_row(one) for one in found])
    may_create = standing.may_create_standing(viewer, now)
    return render(
        request, "obligations/standing/register.html", {"listing": shown.paged(found), "may_create": may_create}
    )


def _head() -> tuple[str, ...]:
    return (
        _("Organ"),
        _("Hvad forelægges"),
        _("Hvad er besluttet"),
        _("Hvornår"),
        _("Betingelse"),
        _("Næste gang"),
        _("Ansvarlig"),
        _("Status"),
        _("Gælder fra"),
        _("Gælder til"),
        _("Tages op til fornyet overvejelse"),
        _("Besluttet her"),
    )


def _row(one: Standing) -> tuple[Cell, ...]:
    known = figures.figure(one.condition.figure_key) if one.condition else None
    condition = wording.condition_words(one.condition, known.label if known else "") if one.condition else ""
    return (
        one.body,
        one.title,
        one.text,
        wording.recurrence_words(one.recurrence),
        condition,
        one.next.fires if one.next else None,
        one.owner,
        _(one.state.label),
        one.starts,
        one.ends,
        one.review,
        one.origin.label,
    )
