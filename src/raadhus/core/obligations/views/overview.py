"""The board's view of what was promised, as a page and as a table to take along."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries.overview import Overview, OverviewAsked, overview
from raadhus.core.obligations.rules.overview import STEPS, Spread, Tally
from raadhus.kernel.doors import door
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Filter, Listing


@require_safe
@door("obligations.read")
def show(request: HttpRequest) -> HttpResponse:
    """Show the view, narrowed as asked; `export` gives its counts as a file."""
    viewer, now = actor_of(request), timezone.now()
    year = request.GET.get("year", "")
    asked = OverviewAsked(
        body=request.GET.get("body", ""),
        unit_key=request.GET.get("unit", ""),
        year=int(year) if year.isascii() and year.isdigit() and len(year) <= 4 else 0,  # noqa: PLR2004 - a year has four digits
    )
    found = overview(viewer, asked, now=now)
    shown = listing.read(request.GET, (), _filters(found))
    export = request.GET.get("export", "")
    if export:
        return table_file(export, _("opfølgning"), _head(), list(_rows(found)))
    context = {
        "found": found,
        "listing": shown,
        "counts": _headline(found, shown),
        "groups": _groups(found, shown),
        "spreads": _spreads(found),
        "edges": _edges(),
        "spread_columns": len(STEPS) + 4,
    }
    return render(request, "obligations/overview/overview.html", context)


def _filters(found: Overview) -> tuple[Filter, ...]:
    nothing = (("", ""),)
    units = tuple((key, found.unit_names.get(key, key)) for key in found.units)
    return (
        Filter("body", _("Til organ"), tuple((name, name) for name in found.bodies) or nothing),
        Filter("unit", _("Enhed"), units or nothing),
        Filter("year", _("Besluttet i"), tuple((str(year), str(year)) for year in found.years) or nothing),
    )


def _named(found: Overview) -> tuple[tuple[str, str, tuple[Tally, ...]], ...]:
    """Return the three ways to group, each with the name of its filter and its heading."""
    return (
        ("body", _("Organ"), found.by_body),
        ("unit", _("Enhed"), found.by_unit),
        ("year", _("År"), found.by_year),
    )


def _label(found: Overview, name: str, tally: Tally) -> str:
    if not tally.name:
        return _("Intet organ") if name == "body" else _("Ingen enhed")
    return found.unit_names.get(tally.name, tally.name) if name == "unit" else tally.name


def _groups(found: Overview, shown: Listing) -> list[dict[str, object]]:
    """Return the tables: each row with its name and the address of the list behind each count."""
    groups: list[dict[str, object]] = []
    for name, heading, counted in _named(found):
        rows = [
            {"tally": one, "label": _label(found, name, one), "query": _query(shown, name, one.name)} for one in counted
        ]
        groups.append({"heading": heading, "rows": rows})
    return groups


def _query(shown: Listing, name: str, value: str) -> str:
    """Return the address of the list that a row counts; a row without a name has none of its own."""
    if not value:
        return ""
    asked = {key: one for key, one in shown.values.items() if one} | {name: value}
    return f"{reverse('obligations:board')}?{urlencode(asked)}"


def _headline(found: Overview, shown: Listing) -> list[dict[str, object]]:
    """Return the four counts at the top, each with the address of its list."""
    whole = found.whole
    counted = (
        (_("Åbne"), whole.open, "when", "active"),
        (_("Over fristen"), whole.late, "when", "late"),
        (_("Udført med dokumentation"), whole.done, "status", "done"),
        (_("Uden ansvarlig person"), whole.without_owner, "when", "ownerless"),
    )
    return [
        {"heading": heading, "count": count, "url": _query(shown, name, value)}
        for heading, count, name, value in counted
    ]


def _spreads(found: Overview) -> list[dict[str, object]]:
    return [
        {"label": _("Fra bestilling til beslutning"), "spread": found.to_decision},
        {"label": _("Fra beslutning til udført"), "spread": found.to_done},
        {"label": _("Fra bestilling til udført"), "spread": found.in_all},
    ]


def _head() -> tuple[str, ...]:
    return (
        _("Opdelt efter"),
        _("Navn"),
        _("Åbne"),
        _("Over fristen"),
        _("Udført"),
        _("Bortfaldet eller erstattet"),
        _("Uden ansvarlig person"),
        _("Median, dage fra beslutning til udført"),
        *_edges(),
    )


def _edges() -> list[str]:
    """Return the names of the steps of the distribution: "0-14", ..., "over 365"."""
    lows = (0, *(step + 1 for step in STEPS))
    return [
        *(f"{low}-{high}" for low, high in zip(lows, STEPS, strict=False)),
        _("over %(days)s") % {"days": STEPS[-1]},
    ]


def _rows(found: Overview) -> Iterator[tuple[Cell, ...]]:
    yield (*_counts(_("I alt"), "", found.whole), *_distribution(found.to_done))
    for name, heading, counted in _named(found):
        for one in counted:
            yield _counts(heading, _label(found, name, one), one)


def _counts(group: str, name: str, one: Tally) -> tuple[Cell, ...]:
    return (group, name, one.open, one.late, one.done, one.dropped, one.without_owner, one.median_days)


def _distribution(spread: Spread) -> tuple[Cell, ...]:
    return spread.counts
