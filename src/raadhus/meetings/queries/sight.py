"""How far a viewer sees: which meetings at all, and at which level of disclosure. Everything else here asks this file."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, BodyMember, Meeting
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.rules.disclosure import Level
from raadhus.meetings.rules.membership import MemberRole


@dataclass(frozen=True, slots=True)
class Sight:
    """What the viewer may see of meetings.

    `closed`: everything. `unpublished`: open content of confirmed meetings before they are published. `internal`:
    published meetings of bodies that citizens do not follow. None of them: what every citizen sees.
    """

    closed: bool
    unpublished: bool
    internal: bool
    # Bodies that the viewer belongs to today: their confirmed meetings are seen in full.
    own_bodies: frozenset[str] = frozenset()

    @property
    def level(self) -> Level:
        """The level of disclosure for a meeting that the viewer may see at all."""
        if self.closed:
            return Level.CLOSED
        return Level.EMPLOYEE if self.internal else Level.PUBLIC

    def sees_closed(self, body_key: str) -> bool:
        """Return True when closed items of this body's meetings are shown."""
        return self.closed or body_key in self.own_bodies


def sight_of(viewer: Actor, now: datetime) -> Sight:
    """Return how far the viewer sees now."""
    return Sight(
        closed=may(viewer, "meetings.read_closed", now=now),
        unpublished=may(viewer, "meetings.read_unpublished", now=now),
        internal=may(viewer, "meetings.read_internal", now=now),
        own_bodies=seen_as_member(viewer, localdate(now)),
    )


def bodies_of(viewer: Actor, on: date) -> frozenset[str]:
    """Return the keys of the bodies that a person belongs to on a day, as anything but an observer."""
    if viewer.kind is not ActorKind.PERSON:
        return frozenset()
    rows = BodyMember.objects.filter(person_key=viewer.key, start_date__lte=on)
    rows = rows.filter(Q(end_date__isnull=True) | Q(end_date__gt=on)).exclude(role=MemberRole.OBSERVER.value)
    return frozenset(rows.values_list("body_id", flat=True))


def seen_as_member(viewer: Actor, on: date) -> frozenset[str]:
    """Return the bodies whose papers are seen in full because one belongs to them.

    That is the person's own right: an API key has it only when it was made for reading closed items.
    """
    narrowed = viewer.token_verbs is not None and "meetings.read_closed" not in viewer.token_verbs
    return frozenset() if narrowed else bodies_of(viewer, on)


def visible_to(sight: Sight) -> Q:
    """Return the condition on Meeting that the sight gives.

    An unconfirmed meeting is seen only by those who may see closed items: the reading may have missed that an item is closed.
    """
    if sight.closed:
        return Q()
    published, confirmed = Q(published_at__isnull=False), Q(confirmed_reading__isnull=False)
    if sight.unpublished:
        return confirmed
    shown = published if sight.internal else published & Q(body__is_public=True)
    return shown | (confirmed & Q(body__in=sight.own_bodies)) if sight.own_bodies else shown


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
    if not sight.sees_closed(meeting.body_id):
        return
    if not AgendaItem.objects.filter(meeting=meeting, is_current=True, closed=True).exists():
        return
    if sight.closed:
        require(viewer, "meetings.read_closed", now=now, subject=subject_of(meeting))
    else:
        record(actor=viewer, event="meetings.closed_read_by_member", subject=subject_of(meeting), now=now)
