"""Those who are served: their numbers and growth, beside the growth of the municipality's staff."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.queries.references import IMPORT
from raadhus.personnel.queries.served import served_lines
from raadhus.personnel.queries.served_page import ServedPage, served_page
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Filter


@require_safe
@door("personnel.read_references")
def served(request: HttpRequest) -> HttpResponse:
    """Show an area's groups between two years; `export` gives every group of every area and year."""
    viewer, now = actor_of(request), timezone.now()
    if export := request.GET.get("export", ""):
        head = (_("Område"), _("Gruppe"), _("År"), _("Personer 1. januar"), _("Kilde"))
        rows = [
            (line.area, line.group.name, year, people, f"{line.source} ({', '.join(line.files)})")
            for line in served_lines(viewer, now)
            for year, people in line.people.items()
        ]
        return table_file(export, _("dem, vi betjener"), head, rows)
    first, last = (_year(request, name) for name in ("first", "last"))
    page = served_page(viewer, area=request.GET.get("area", ""), first=first, last=last, now=now)
    context = {
        "page": page,
        "listing": listing.read(_asked(page), (), _filters(page)),
        "may_import": may(viewer, IMPORT, unit=WHOLE_HOUSE, now=now),
    }
    return render(request, "personnel/references/served.html", context)


def _asked(page: ServedPage) -> dict[str, str]:
    return {"area": page.area, "first": str(page.first), "last": str(page.last)}


def _filters(page: ServedPage) -> tuple[Filter, ...]:
    years = tuple((str(year), str(year)) for year in page.years)
    return (
        Filter("area", _("Område"), tuple((area, area) for area in page.areas)),
        Filter("first", _("Fra år"), years),
        Filter("last", _("Til år"), years),
    )


def _year(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) == len("2024") else 0
