"""Put minutes up for approval: frozen as a version, with those who must and may sign it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, record
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.models.freezing import SignatoryGiven, freeze_minutes
from raadhus.meetings.queries.locked import locked_meeting, stop_if_put_up
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.records import record_of, whole_items
from raadhus.meetings.queries.roster import CannotPutUp, checked_roster
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.signing.canonical import NotCanonical


@transaction.atomic
def put_up_document(
    *,
    actor: Actor,
    meeting_id: str | UUID,
    signatories: Sequence[SignatoryGiven],
    rule: str = "",
    deadline: date | None = None,
    now: datetime,
) -> int:
    """Freeze confirmed minutes as a version to approve and sign, and return its number: also of minutes that were imported.

    `rule` is the body's own unless another is given. Raises CannotPutUp, CannotSign.
    """
    require(actor, "meetings.put_up_minutes", now=now)
    meeting = locked_meeting(meeting_id)
    stop_if_put_up(meeting)
    _check_ready(meeting, deadline, localdate(now))
    given, demanded = checked_roster(meeting, signatories, rule)
    minutes = record_of(meeting, whole_items(AgendaItem.objects.filter(meeting=meeting)))
    try:
        version = freeze_minutes(meeting, minutes, given, demanded=demanded, deadline=deadline, author=actor, at=now)
    except NotCanonical as error:
        raise CannotPutUp(_("Referatet indeholder tegn, der ikke kan underskrives. Ret teksten først.")) from error
    data: dict[str, JSON] = {"version": version.number, "root": version.root, "rule": demanded.value}
    record(actor=actor, event="meetings.minutes_put_up", subject=subject_of(meeting), data=data, now=now)
    return version.number


def _check_ready(meeting: Meeting, deadline: date | None, today: date) -> None:
    if meeting.kind != Kind.MINUTES:
        raise CannotPutUp(_("Det er kun referater, der lægges frem til godkendelse og underskrives."))
    if meeting.confirmed_reading_id is None or meeting.confirmed_reading_id != meeting.newest_reading_id:
        raise CannotPutUp(_("Bekræft den nyeste læsning af referatet, før det lægges frem."))
    if deadline is not None and deadline < today:
        raise CannotPutUp(_("Fristen for at underskrive er passeret. Vælg en dag fra i dag og frem."))
