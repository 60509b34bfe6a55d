"""An employment is looked up: search, its terms and absences in time, and what was known when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.queries import looking as queries
from raadhus.core.workforce.queries.lookups import KINDS, LookupsAsked, lookups
from raadhus.kernel.doors import door
from raadhus.kernel.periods import iso_day
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Column, Filter

_MOST_EXPORTED = 100_000


@door("workforce.read_employments")
@require_safe
def look_up(request: HttpRequest) -> HttpResponse:
    """Search for an employment by its number or the person's name."""
    words = request.GET.get("find", "").strip()[:100]
    found = queries.search_employments(actor_of(request), words, now=timezone.now()) if words else None
    context = {"words": words, "found": found, "least": queries.LEAST_WORDS}
    return render(request, "workforce/looking/search.html", context)


@door("workforce.read_employments")
@require_safe
def employment(request: HttpRequest) -> HttpResponse:
    """Show one employment, as it is known now or as it was known on a day."""
    number, day = request.GET.get("nr", "")[:100], iso_day(request.GET.get("dag"))
    found = queries.employment(actor_of(request), number, as_known=day, now=timezone.now())
    return render(request, "workforce/looking/employment.html", {"page": found})


@door("workforce.read_lookups")
@require_safe
def looked_up(request: HttpRequest) -> HttpResponse:
    """Show who has looked whom up, newest first; `export` gives it as a file."""
    columns = (Column("at", _("Tidspunkt")), Column("who", _("Hvem")), Column("what", _("Hvad")))
    labels = (_("Én ansættelse"), _("En søgning"), _("Alt fravær (beregning)"))
    filters = (
        Filter("kind", _("Opslag på"), tuple(zip(KINDS, labels, strict=True))),
        Filter("employment", _("Ansættelse (nummer)")),
        Filter("actor", _("Hvem (nøgle)")),
        Filter("from", _("Fra og med"), kind="date"),
        Filter("to", _("Til og med"), kind="date"),
    )
    shown = listing.read(request.GET, columns, filters)
    values = shown.values
    asked = LookupsAsked(values["kind"], values["actor"], values["employment"], shown.day("from"), shown.day("to"))
    viewer, now = actor_of(request), timezone.now()
    if export := request.GET.get("export", ""):
        every, _total = lookups(viewer, asked, first=0, count=_MOST_EXPORTED, now=now)
        rows = [(one.at, one.actor_name, one.actor_key, one.employment, one.sentence) for one in every]
        head = (_("Tidspunkt"), _("Hvem"), _("Nøgle"), _("Ansættelse"), _("Hvad"))
        return table_file(export, _("opslag i løndata"), head, rows)
    _none, total = lookups(viewer, asked, first=0, count=0, now=now)
    sized = shown.shown((), total)
    found, _total = lookups(viewer, asked, first=(sized.page - 1) * sized.page_size, count=sized.page_size, now=now)
    return render(request, "workforce/looking/lookups.html", {"listing": sized.shown(found, total)})
