"""How far a viewer sees: which meetings at all, and at which level of disclosure. Everything else here asks this file."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.rules.disclosure import Level


@dataclass(frozen=True, slots=True)
class Sight:
    """What the viewer may see of meetings.

    `closed`: everything. `unpublished`: open content of confirmed meetings before they are published. `internal`:
    published meetings of bodies that citizens do not follow. None of them: what every citizen sees.
    """

    closed: bool
    unpublished: bool
    internal: bool

    @property
    def level(self) -> Level:
        """The level of disclosure for a meeting that the viewer may see at all."""
        if self.closed:
            return Level.CLOSED
        return Level.EMPLOYEE if self.internal else Level.PUBLIC


def sight_of(viewer: Actor, now: datetime) -> Sight:
    """Return how far the viewer sees now."""
    return Sight(
        closed=may(viewer, "meetings.read_closed", now=now),
        unpublished=may(viewer, "meetings.read_unpublished", now=now),
        internal=may(viewer, "meetings.read_internal", now=now),
    )


def visible_to(sight: Sight) -> Q:
    """Return the condition on Meeting that the sight gives.

    An unconfirmed meeting is seen only by those who may see closed items: the reading may have missed that an item is closed.
    """
    if sight.closed:
        return Q()
    published = Q(published_at__isnull=False)
    if sight.unpublished:
        return Q(confirmed_reading__isnull=False)
    return published if sight.internal else published & Q(body__is_public=True)


def visible_meetings(sight: Sight) -> QuerySet[Meeting]:
    """Return the meetings that the sight reaches."""
    return Meeting.objects.filter(visible_to(sight)).select_related("body")


def seen_meeting(meeting_id: str | UUID, sight: Sight) -> Meeting:
    """Return the meeting. Raises NotFound, the same for a meeting that is not there and one that is not to be seen."""
    meeting = visible_meetings(sight).filter(pk=uuid_of(meeting_id)).first()
    if meeting is None:
        raise NotFound(_("Mødet findes ikke, eller det er ikke offentliggjort."))
    return meeting


def leave_trace(viewer: Actor, meeting: Meeting, sight: Sight, now: datetime) -> None:
    """Record that the viewer looked at a meeting with closed items, when they are shown."""
    if sight.closed and AgendaItem.objects.filter(meeting=meeting, is_current=True, closed=True).exists():
        require(viewer, "meetings.read_closed", now=now, subject=subject_of(meeting))
