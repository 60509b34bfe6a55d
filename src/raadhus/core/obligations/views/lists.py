"""The lists of obligations: one's own, and all that one may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries import calendar, lists
from raadhus.core.obligations.queries.lists import Asked, Choices, Found
from raadhus.core.obligations.queries.shapes import Obligation
from raadhus.core.obligations.rules.status import Status
from raadhus.kernel.doors import door
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter, Listing

LATE, ACTIVE, OWNERLESS = "late", "active", "ownerless"


def _columns() -> tuple[Column, ...]:
    return (
        Column("due", _("Frist"), sortable=True),
        Column("text", _("Hvad er lovet"), sortable=True),
        Column("owner", _("Ansvarlig"), sortable=True),
        Column("body", _("Til organ"), sortable=True),
        Column("status", _("Status"), sortable=True),
    )


@require_safe
@door("obligations.read_own")
def mine(request: HttpRequest) -> HttpResponse:
    """Show what the viewer has promised and not yet done; `export` gives it as a file."""
    viewer, now = actor_of(request), timezone.now()
    shown = listing.read(request.GET, _columns())
    key, descends = shown.ordering
    found = lists.obligations(viewer, Asked(owner_key=viewer.key, active=True, sort=key, descending=descends), now=now)
    return _answer(request, shown, found, "obligations/mine.html", {"has_calendar": calendar.has_calendar(viewer.key)})


@require_safe
@door("obligations.read")
def board(request: HttpRequest) -> HttpResponse:
    """Show everything the viewer may see, narrowed and sorted as asked; `export` gives it as a file."""
    viewer, now = actor_of(request), timezone.now()
    shown = listing.read(request.GET, _columns(), _filters(lists.choices(viewer, now)))
    found = lists.obligations(viewer, _asked(shown), now=now)
    return _answer(request, shown, found, "obligations/board.html", {})


def _filters(known: Choices) -> tuple[Filter, ...]:
    statuses = tuple((status.value, _(status.label)) for status in Status)
    return (
        Filter("words", _("Ord")),
        Filter("owner", _("Ansvarlig"), known.owners or (("", ""),)),
        Filter("unit", _("Enhed"), tuple((key, key) for key in known.units) or (("", ""),)),
        Filter("body", _("Til organ"), tuple((name, name) for name in known.bodies) or (("", ""),)),
        Filter("status", _("Status"), statuses),
        Filter(
            "when",
            _("Frist"),
            ((LATE, _("Over fristen")), (ACTIVE, _("Ikke afsluttet")), (OWNERLESS, _("Uden ansvarlig person"))),
        ),
        Filter("year", _("Besluttet i"), tuple((str(year), str(year)) for year in known.years) or (("", ""),)),
        Filter("from", _("Frist fra"), kind="date"),
        Filter("to", _("Frist til"), kind="date"),
    )


def _asked(shown: Listing) -> Asked:
    values = shown.values
    key, descends = shown.ordering
    return Asked(
        owner_key=values["owner"],
        unit_key=values["unit"],
        to_body=values["body"],
        status=values["status"],
        late=values["when"] == LATE,
        active=values["when"] == ACTIVE,
        ownerless=values["when"] == OWNERLESS,
        decided_year=int(values["year"] or 0),
        due_from=shown.day("from"),
        due_to=shown.day("to"),
        words=values["words"],
        sort=key,
        descending=descends,
    )


def _answer(
    request: HttpRequest, shown: Listing, found: Found, template: str, context: dict[str, object]
) -> HttpResponse:
    export = request.GET.get("export", "")
    if export:
        return table_file(export, _("forpligtelser"), _head(), [_row(one) for one in found[:]])
    sized = shown.shown((), len(found))
    first = (sized.page - 1) * sized.page_size
    return render(
        request, template, {"listing": sized.shown(found[first : first + sized.page_size], sized.total), **context}
    )


def _head() -> tuple[str, ...]:
    return (
        _("Frist"),
        _("Sidste dag"),
        _("Hvad er lovet"),
        _("Ansvarlig"),
        _("Enhed"),
        _("Til organ"),
        _("Status"),
        _("Over fristen"),
        _("Lovet her"),
    )


def _row(one: Obligation) -> tuple[Cell, ...]:
    return (
        one.due_label,
        one.due_date,
        one.text,
        one.owner,
        one.unit_key,
        one.to_body,
        _(one.status.label),
        one.is_late,
        one.origin.label,
    )
