"""The lists of cases on their way."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.meetings.queries.drafts import (
    ALL,
    MINE,
    READY,
    WAITING,
    DraftRow,
    DraftsAsked,
    draft_list,
    own_bodies_to_choose,
)
from raadhus.meetings.rules.drafts import CaseType, DraftState
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter, Link, Listing, read

_MOST_EXPORTED = 20_000


def _columns() -> tuple[Column, ...]:
    return (
        Column("title", _("Sag"), sortable=True),
        Column("body", _("Organ"), sortable=True),
        Column("author", _("Forfatter"), sortable=True),
        Column("wanted", _("Ønsket møde"), sortable=True),
        Column("state", _("Tilstand"), sortable=True),
        Column("changed", _("Senest ændret"), sortable=True),
    )


def _filters() -> tuple[Filter, ...]:
    return (
        Filter("text", _("Titel eller sagsnummer")),
        Filter("body", _("Organ"), tuple(own_bodies_to_choose()) or (("", ""),)),
        Filter("state", _("Tilstand"), tuple((one.value, _(one.label)) for one in DraftState)),
        Filter("type", _("Sagstype"), tuple((one.value, _(one.label)) for one in CaseType)),
    )


def _tabs(viewer: Actor, which: str, now: datetime) -> list[Link]:
    shown = [(MINE, _("Mine sager"), True)]
    shown += [(WAITING, _("Venter på godkendelse"), may(viewer, "meetings.approve_draft", now=now))]
    shown += [(READY, _("Klar til dagsorden"), may(viewer, "meetings.plan_draft", now=now))]
    shown += [(ALL, _("Alle, jeg må se"), True)]
    return [Link(reverse(f"meetings:drafts_{key}"), label, key == which) for key, label, offered in shown if offered]


@door("meetings.read_own_drafts")
@require_GET
def drafts(request: HttpRequest, which: str = MINE) -> HttpResponse:
    """Show cases: one's own, those that wait, those that are ready; `?export=csv` gives them as a file."""
    listing = read(request.GET.dict(), _columns(), _filters(), sort="-changed")
    viewer, now = actor_of(request), timezone.now()
    found = draft_list(viewer=viewer, asked=_asked(listing, which), now=now)
    if request.GET.get("export"):
        head = [column.label for column in listing.columns]
        return table_file(request.GET["export"], _("Sager til møder"), head, _cells(found[:_MOST_EXPORTED]))
    sized = listing.shown((), len(found))
    first = (sized.page - 1) * sized.page_size
    shown = sized.shown(found[first : first + sized.page_size], sized.total)
    context = {
        "listing": shown,
        "tabs": _tabs(viewer, which, now),
        "which": which,
        "may_template": may(viewer, "meetings.change_template", now=now),
    }
    return render(request, "meetings/drafts/list.html", context)


def _asked(listing: Listing, which: str) -> DraftsAsked:
    values = listing.values
    return DraftsAsked(
        which=which,
        body=values["body"],
        state=values["state"],
        case_type=values["type"],
        text=values["text"],
        sort=listing.sort,
    )


def _cells(rows: Iterable[DraftRow]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield (row.title, row.body, row.author, row.wanted_date, row.state.label, row.changed_at.date())
