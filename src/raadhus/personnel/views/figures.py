"""The key figures of a unit, and one figure in depth."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.queries.controls import controls
from raadhus.personnel.queries.cubes import NoFigures
from raadhus.personnel.queries.figure_page import figure_page
from raadhus.personnel.queries.overview import overview as overview_of
from raadhus.personnel.queries.taken_along import everything as all_rows
from raadhus.personnel.queries.taken_along import page_rows
from raadhus.personnel.rules.choosing import from_query
from raadhus.personnel.views.figure_file import figure_file


@require_safe
@door("personnel.read")
def overview(request: HttpRequest) -> HttpResponse:
    """Show a unit's key figures, `export` as a file; before the first release, what is to be done and by whom."""
    viewer, now = actor_of(request), timezone.now()
    try:
        found = overview_of(viewer, from_query(request.GET), now)
    except NoFigures:
        return render(request, "personnel/figures/nothing.html")
    if export := request.GET.get("export", ""):
        name = _("nøgletal {unit} {period}").format(unit=found.asked.unit.label, period=found.year_words)
        return figure_file(export, name, page_rows(found.asked.cube, found.figures))
    terms = tuple(one.term for one in found.asked.figures)
    chosen = controls(found.asked, breaks_down=False, terms=terms)
    return render(request, "personnel/figures/overview.html", {"found": found, "controls": chosen})


@require_safe
@door("personnel.read")
def figure(request: HttpRequest) -> HttpResponse:
    """Show one figure: through time, in parts, in the units below, and what explains it; `export` gives all figures of the page as a file."""
    viewer, now = actor_of(request), timezone.now()
    try:
        found = figure_page(viewer, from_query(request.GET), now)
    except NoFigures:
        return render(request, "personnel/figures/nothing.html")
    if export := request.GET.get("export", ""):
        name = f"{found.course.picture.title} {found.period}"
        return figure_file(export, name, page_rows(found.asked.cube, found.figures, found.references))
    terms = tuple(one.term for one in found.asked.line)
    chosen = controls(found.asked, breaks_down=found.may_break_down, terms=terms)
    return render(request, "personnel/figures/figure.html", {"found": found, "controls": chosen})


@require_safe
@door("personnel.read")
def everything(request: HttpRequest, kind: str) -> HttpResponse:
    """Give all figures of the newest release that the viewer may see, of all years or with the months of one, as a file."""
    choice = from_query(request.GET)
    cube, rows = all_rows(actor_of(request), choice, timezone.now())
    name = _("personaletal udgivelse {number}").format(number=cube.about["number"])
    return figure_file(kind, f"{name} {choice.term.year}" if choice.term else name, rows)
