"""One meeting as a page: disclosed, printed in the order of the exports, with links to the neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import Meeting
from raadhus.meetings.queries.addresses import item_paths
from raadhus.meetings.queries.disclosing import disclose_row
from raadhus.meetings.queries.lists import MeetingRow, row_of
from raadhus.meetings.queries.naming import meeting_address, shown_label
from raadhus.meetings.queries.news import Since, since_last_look
from raadhus.meetings.queries.public_head import PublicHead, public_head
from raadhus.meetings.queries.shapes import ItemShown, Neighbour, item_shown
from raadhus.meetings.queries.sight import seen_meeting, sight_of, visible_meetings
from raadhus.meetings.queries.signing_facts import SigningShown, signing_shown
from raadhus.meetings.writer.printed import printed


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting for a viewer: `row` is what stands around it, `preview` says that it is shown as the public will see it."""

    row: MeetingRow
    label: str
    title: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[ItemShown, ...]
    earlier: Neighbour | None
    later: Neighbour | None
    counterpart: Neighbour | None
    has_withheld: bool
    preview: bool
    may: Mapping[str, bool]
    # Where a meeting that was written here is arranged and its text changed; empty for an import, and for citizens.
    workroom_url: str = ""
    is_internal: bool = False
    signing: SigningShown | None = None
    # What machines are told, where the public is given its own page.
    head: PublicHead | None = None


def meeting_page(*, viewer: Actor, meeting_id: str | UUID, now: datetime, preview: bool = False) -> MeetingPage:
    """Return one meeting with its neighbours in the same body. Raises NotFound."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    disclosed = disclose_row(viewer, meeting, sight, now, preview=preview)
    paper, paths = printed(disclosed), item_paths(meeting.pk) if viewer.is_public else {}
    since = Since() if preview else since_last_look(viewer, meeting, closed=sight.sees_closed(meeting.body_id))
    items = tuple(item_shown(item, meeting.pk, since.items.get(place), paths) for place, item in enumerate(paper.items))
    same_body = visible_meetings(sight).filter(body_id=meeting.body_id)
    return MeetingPage(
        row=row_of(meeting),
        label=shown_label(meeting),
        title=paper.title,
        facts=paper.facts,
        items=items,
        earlier=_neighbour(same_body.filter(date__lt=meeting.date, kind=meeting.kind).order_by("-date", "-start_time")),
        later=_neighbour(same_body.filter(date__gt=meeting.date, kind=meeting.kind).order_by("date", "start_time")),
        counterpart=_neighbour(same_body.filter(date=meeting.date).exclude(kind=meeting.kind).order_by("start_time")),
        has_withheld=any(one.item.withheld for one in items),
        preview=preview,
        may=permissions(viewer, now),
        workroom_url=_workroom(meeting, viewer, now),
        is_internal=not meeting.body.is_public,
        signing=signing_shown(meeting, is_insider=not preview and sight.sees_closed(meeting.body_id)),
        head=public_head(disclosed, meeting.published_at) if viewer.is_public else None,
    )


def _workroom(meeting: Meeting, viewer: Actor, now: datetime) -> str:
    offered = meeting.sitting_id is not None and may(viewer, "meetings.read_sittings", now=now)
    return reverse("meetings:workroom", args=[meeting.sitting_id]) if offered else ""


def permissions(viewer: Actor, now: datetime) -> Mapping[str, bool]:
    """Return which buttons the viewer is offered on a meeting and its items."""
    verbs = {
        "review": "meetings.read_document",
        "publish": "meetings.publish_meeting",
        "unpublish": "meetings.unpublish_meeting",
        "describe": "meetings.describe_closed_item",
        "see_closed": "meetings.read_closed",
    }
    return {name: may(viewer, verb, now=now) for name, verb in verbs.items()}


def _neighbour(meetings: QuerySet[Meeting]) -> Neighbour | None:
    meeting = meetings.first()
    if meeting is None:
        return None
    return Neighbour(meeting_address(meeting.pk), shown_label(meeting))
