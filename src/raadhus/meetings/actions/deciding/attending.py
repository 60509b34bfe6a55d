"""Who came to the meeting, when they came and left, and who was out of the room for an item."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.deciding.keeping import changed, told
from raadhus.meetings.models import Attendance, Sitting
from raadhus.meetings.queries.locked_sittings import locked_sitting, sitting_subject, touch_sitting
from raadhus.meetings.queries.treatment_state import people_of
from raadhus.meetings.queries.treatments import open_treatment, stop_unless_in_session
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.deciding.presence import Attendee
from raadhus.meetings.rules.sitting_plan import checked_clock


@transaction.atomic
def set_attendance(
    *, actor: Actor, sitting_id: str | UUID, attendee: Attendee, revision: int | None = None, now: datetime
) -> None:
    """Say how one was at the meeting; who is not on the list yet is added, as a substitute or a guest.

    Raises WrongInput for a time that is none, CannotTreat unless the meeting is in session, SittingChanged.
    """
    require(actor, "meetings.write_minutes", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    stop_unless_in_session(sitting)
    with said_aloud():
        arrived, left = checked_clock(attendee.arrived_time), checked_clock(attendee.left_time)
    if arrived and left and left <= arrived:
        raise WrongInput(_("%(name)s kan ikke være gået, før vedkommende kom.") % {"name": attendee.name})
    if attendee.stands_in_for and not _is_member(sitting, attendee):
        raise WrongInput(_("Vælg et andet medlem, som %(name)s møder i stedet for.") % {"name": attendee.name})
    Attendance.objects.update_or_create(
        sitting=sitting,
        person_key=attendee.key,
        defaults={
            "status": attendee.status.value,
            "stands_in_for": attendee.stands_in_for,
            "arrived_time": arrived,
            "left_time": left,
        },
        create_defaults={
            "name": attendee.name[:300],
            "role": attendee.role.value,
            "status": attendee.status.value,
            "stands_in_for": attendee.stands_in_for,
            "arrived_time": arrived,
            "left_time": left,
            "position": _next_position(sitting),
        },
    )
    touch_sitting(sitting, now)
    record(actor=actor, event="meetings.attendance_set", subject=sitting_subject(sitting), now=now)


def _is_member(sitting: Sitting, attendee: Attendee) -> bool:
    """Return True when the one stood in for belongs to those who decide, and no one else stands in already."""
    people = people_of(sitting)
    taken = {one.stands_in_for for one in people if one.key != attendee.key}
    member = next((one for one in people if one.key == attendee.stands_in_for), None)
    return member is not None and member.role.takes_part and member.key not in taken | {attendee.key}


def _next_position(sitting: Sitting) -> int:
    last = Attendance.objects.filter(sitting=sitting).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def set_absent(
    *,
    actor: Actor,
    treatment_id: str | UUID,
    absent: Collection[str],
    disqualified: Collection[str],
    revision: int | None = None,
    now: datetime,
) -> int:
    """Say who was out of the room for an item, and who of them was disqualified; return the item's new revision.

    Raises WrongInput for somebody who is not on the meeting's list.
    """
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    known = [one.key for one in people_of(treatment.sitting)]
    if not {*absent, *disqualified} <= set(known):
        raise WrongInput(_("Vælg blandt dem, der står på mødets liste."))
    treatment.disqualified = [key for key in known if key in disqualified]
    treatment.absent = [key for key in known if key in absent and key not in disqualified]
    told(actor, "absence_set", treatment, now, disqualified=len(treatment.disqualified))
    return changed(treatment, now)
