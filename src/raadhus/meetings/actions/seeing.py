"""Remember which reading of a meeting a person saw last."""

from datetime import datetime
from uuid import UUID

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.meetings.models import SeenMeeting
from raadhus.meetings.queries.news import shown_reading
from raadhus.meetings.queries.sight import seen_meeting, sight_of


def remember_seen(*, actor: Actor, meeting_id: str | UUID, now: datetime) -> None:
    """Keep the number of the reading that the meeting's page shows now. It is a convenience, so no event is recorded."""
    require(actor, "meetings.read", now=now)
    if actor.kind is not ActorKind.PERSON:
        return
    meeting = seen_meeting(meeting_id, sight_of(actor, now))
    shown = shown_reading(meeting)
    if shown is None:
        return
    kept = {"reading_number": shown.number, "seen_at": now}
    SeenMeeting.objects.update_or_create(person_key=actor.key, meeting=meeting, defaults=kept)
