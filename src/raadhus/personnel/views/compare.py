"""Units side by side, and staff beside those served."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.queries.comparison import comparison
from raadhus.personnel.queries.controls import controls
from raadhus.personnel.queries.cubes import NoFigures
from raadhus.personnel.queries.growth import growth_beside
from raadhus.personnel.queries.taken_along import page_rows
from raadhus.personnel.rules.comparing import comparing_from
from raadhus.personnel.views.figure_file import figure_file


@require_safe
@door("personnel.read")
def compare(request: HttpRequest) -> HttpResponse:
    """Show units side by side for some measures in a period; `export` gives the figures of the page as a file."""
    viewer, now = actor_of(request), timezone.now()
    asked = comparing_from(request.GET.dict(), request.GET)
    try:
        found = comparison(viewer, asked, now)
    except NoFigures:
        return render(request, "personnel/figures/nothing.html")
    growth = growth_beside(viewer, found.asked, asked.area, now)
    if export := request.GET.get("export", ""):
        figures = (*found.figures, *(growth.figures if growth else ()))
        name = _("sammenligning {unit} {period}").format(unit=found.asked.unit.label, period=found.period)
        return figure_file(export, name, page_rows(found.asked.cube, dict.fromkeys(figures), found.references))
    terms = tuple(one.term for one in found.asked.figures)
    chosen = controls(found.asked, breaks_down=False, terms=terms)
    context = {"found": found, "growth": growth, "controls": chosen, "measures": frozenset(asked.measures)}
    return render(request, "personnel/figures/compare.html", context)
