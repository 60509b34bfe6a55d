"""A meeting is planned, alone or in a series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.meetings.models import Body, Sitting
from raadhus.meetings.queries.locked_sittings import sitting_subject
from raadhus.meetings.queries.open_bodies import open_body
from raadhus.meetings.queries.wording import said, said_aloud
from raadhus.meetings.rules.sitting_plan import SeriesDay, checked_clock, checked_day, series


class SittingExists(Conflict):
    """The body meets at that day and time already."""


@dataclass(frozen=True, slots=True)
class PlannedSeries:
    """What a series became: the meetings that were planned, and the days that were left out with the reason."""

    planned: Sequence[UUID]
    skipped: Sequence[tuple[date, str]]


@transaction.atomic
def plan_sitting(
    *, actor: Actor, body_key: str, day: date, start_time: str = "", place: str = "", now: datetime
) -> UUID:
    """Plan a meeting and return its id; time and place are the body's usual when none are given.

    Raises BodyNotActive, SittingExists, or WrongInput for a time that is none or a year that cannot be.
    """
    require(actor, "meetings.plan_sitting", now=now)
    body = open_body(body_key)
    with said_aloud():
        start = checked_clock(start_time) or body.usual_time
        checked_day(day)
    return _planned(actor, body, day, start, place=place, now=now)


@transaction.atomic
def plan_series(
    *,
    actor: Actor,
    body_key: str,
    first: date,
    last: date,
    weeks: int,
    start_time: str = "",
    place: str = "",
    now: datetime,
) -> PlannedSeries:
    """Plan a meeting every so many weeks; days that are closed or taken are left out. Raises what plan_sitting does."""
    require(actor, "meetings.plan_sitting", now=now)
    body = open_body(body_key)
    with said_aloud():
        start = checked_clock(start_time) or body.usual_time
        days = series(first, last, weeks)
    planned, skipped = [], []
    for one in days:
        why = _why_skipped(one, body, start)
        if why:
            skipped.append((one.day, why))
        else:
            planned.append(_planned(actor, body, one.day, start, place=place, now=now))
    return PlannedSeries(planned, skipped)


def _why_skipped(one: SeriesDay, body: Body, start: str) -> str:
    if one.skipped:
        return said(one.skipped)
    taken = Sitting.objects.filter(body=body, date=one.day, start_time=start).exclude(state="cancelled").exists()
    return _("organet har allerede et møde") if taken else ""


def _planned(actor: Actor, body: Body, day: date, start: str, *, place: str, now: datetime) -> UUID:
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
