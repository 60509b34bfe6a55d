"""Show a closed item on a screen in the room: an act of its own, and in the trail."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.presenting import PresentPage, shown_at
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.rules.disclosure import Level


def present_closed_item(*, actor: Actor, meeting_id: str | UUID, place: int, now: datetime) -> PresentPage:
    """Return a closed item's page for the screen, and record that it was shown. Raises NotFound when the actor may not see it."""
    require(actor, "meetings.present_closed_item", now=now)
    sight = sight_of(actor, now)
    meeting = seen_meeting(meeting_id, sight)
    if not sight.sees_closed(meeting.body_id):
        raise NotFound(_("Punktet findes ikke, eller det er lukket."))
    page = shown_at(meeting, place, Level.CLOSED)
    if page.shows_closed:
        data: dict[str, JSON] = {"number": page.item.number or str(place)}
        record(actor=actor, event="meetings.closed_item_presented", subject=subject_of(meeting), data=data, now=now)
    return page
