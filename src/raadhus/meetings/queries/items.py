"""One item as a page, with its case's way through the meetings."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.queries.addresses import item_paths, moved_for
from raadhus.meetings.queries.disclosing import disclose_some
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import meeting_address, shown_label
from raadhus.meetings.queries.public_head import PublicHead, item_head
from raadhus.meetings.queries.related import Related, related_to
from raadhus.meetings.queries.shapes import ItemShown, Neighbour, item_shown
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.queries.trails import Trail, trail_of_item
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.writer.printed import printed


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item for a viewer, with its case's way through the meetings and the items around it."""

    meeting_id: str
    meeting_label: str
    meeting_url: str
    body_key: str
    body: str
    shown: ItemShown
    trail: Trail
    previous: Neighbour | None
    following: Neighbour | None
    public_title: str
    public_decision: str
    may_describe: bool
    related: Related
    is_minutes: bool
    head: PublicHead | None = None


def item_page(*, viewer: Actor, meeting_id: str | UUID, item_id: str | UUID, now: datetime) -> ItemPage:
    """Return one item that the viewer is shown. Raises NotFound, also for an item that is closed to the viewer."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    wanted = str(uuid_of(item_id))
    # Of a meeting of hundreds of items, one is fetched whole; of the others the page shows number and title.
    paper = printed(disclose_some(viewer, meeting, sight, now, lambda _place, row: str(row.pk) == wanted))
    open_here = [item for item in paper.items if not item.item.withheld]
    place = next((index for index, one in enumerate(open_here) if one.item.id == wanted), None)
    if place is None:
        raise NotFound(_("Punktet findes ikke, eller det er lukket."))
    row = AgendaItem.objects.get(pk=wanted)
    paths = item_paths(meeting.pk) if viewer.is_public else {}
    around = {
        index: item_shown(open_here[index], meeting.pk, paths=paths)
        for index in (place - 1, place, place + 1)
        if 0 <= index < len(open_here)
    }
    here = around[place]
    return ItemPage(
        meeting_id=str(meeting.pk),
        meeting_label=shown_label(meeting),
        meeting_url=moved_for(viewer=viewer, meeting_id=meeting.pk) or meeting_address(meeting.pk),
        body_key=meeting.body_id,
        body=meeting.body.name,
        shown=here,
        trail=trail_of_item(viewer=viewer, item=here.item, sight=sight, now=now),
        previous=_item_link(around.get(place - 1)),
        following=_item_link(around.get(place + 1)),
        public_title=row.public_title,
        public_decision=row.public_decision,
        related=related_to(viewer, here.item, now),
        is_minutes=meeting.kind == Kind.MINUTES,
        may_describe=here.item.closed and may(viewer, "meetings.describe_closed_item", now=now),
        head=item_head(meeting.pk, wanted) if viewer.is_public else None,
    )


def _item_link(shown: ItemShown | None) -> Neighbour | None:
    return None if shown is None else Neighbour(shown.url, shown.heading)
