"""A meeting is planned, moved and cancelled."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.meetings.models import Sitting
from raadhus.meetings.queries.locked_sittings import sitting_subject
from raadhus.meetings.queries.open_bodies import open_body
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.sitting_plan import checked_clock


class SittingExists(Conflict):
    """The body meets at that day and time already."""


@transaction.atomic
def plan_sitting(
    *, actor: Actor, body_key: str, day: date, start_time: str = "", place: str = "", now: datetime
) -> UUID:
    """Plan a meeting and return its id; time and place are the body's usual when none are given.

    Raises BodyNotActive, SittingExists, or WrongInput for a time that is none.
    """
    require(actor, "meetings.plan_sitting", now=now)
    body = open_body(body_key)
    with said_aloud():
        start = checked_clock(start_time) or body.usual_time
    try:
        with transaction.atomic():
            sitting = Sitting.objects.create(
                body=body,
                date=day,
                start_time=start,
                place=(place.strip() or body.usual_place)[:300],
                created_at=now,
                changed_at=now,
            )
    except IntegrityError as error:
        raise SittingExists(
            _("%(body)s har allerede et møde den dag på det klokkeslæt.") % {"body": body.name}
        ) from error
    record(actor=actor, event="meetings.sitting_planned", subject=sitting_subject(sitting), now=now)
    return sitting.pk
