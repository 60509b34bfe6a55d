"""The list of decisions: filtered, sorted, one page at a time, and as a file."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.decisions import DecisionFilter, DecisionRow, decision_list
from raadhus.meetings.queries.lists import body_list
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter, Listing, read

_MOST_EXPORTED = 20_000


def _columns() -> tuple[Column, ...]:
    return (
        Column("date", _("Dato"), sortable=True),
        Column("body", _("Organ"), sortable=True),
        Column("title", _("Punkt")),
        Column("text", _("Beslutning")),
        Column("outcome", _("Udfald")),
    )


def _filters(request: HttpRequest) -> tuple[Filter, ...]:
    bodies = body_list(viewer=actor_of(request), now=timezone.now())
    return (
        Filter("text", _("Tekst")),
        Filter("body", _("Organ"), tuple((body.key, body.name) for body in bodies)),
        Filter("outcome", _("Udfald"), tuple((one.value, _(one.label)) for one in Outcome)),
        Filter("from", _("Fra"), kind="date"),
        Filter("to", _("Til"), kind="date"),
    )


def _chosen(listing: Listing) -> DecisionFilter:
    values = listing.values
    return DecisionFilter(
        body=values.get("body", ""),
        outcome=values.get("outcome", ""),
        date_from=listing.day("from"),
        date_to=listing.day("to"),
        text=values.get("text", ""),
        sort=listing.sort,
    )


@door("meetings.read")
@require_GET
def decisions(request: HttpRequest) -> HttpResponse:
    """Show the decisions that the viewer may see, filtered and sorted; `?export=csv` gives them as a file."""
    listing = read(request.GET.dict(), _columns(), _filters(request), sort="-date")
    viewer, now, chosen = actor_of(request), timezone.now(), _chosen(listing)
    if request.GET.get("export"):
        every = decision_list(viewer=viewer, chosen=chosen, now=now, count=_MOST_EXPORTED)
        head = [*(column.label for column in listing.columns), _("Sagsnummer")]
        return table_file(request.GET["export"], _("Beslutninger"), head, _cells(every.rows))
    start = (listing.page - 1) * listing.page_size
    found = decision_list(viewer=viewer, chosen=chosen, now=now, start=start, count=listing.page_size)
    if not found.rows and found.total:
        return redirect(request.path + listing.url(page=""))
    return render(request, "meetings/decisions.html", {"listing": listing.shown(found.rows, found.total)})


def _cells(rows: Iterable[DecisionRow]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        outcomes = ", ".join(_(one.label) for one in row.outcomes)
        yield (row.date, row.body, f"{row.number} {row.title}".strip(), row.text, outcomes, row.case_number)
