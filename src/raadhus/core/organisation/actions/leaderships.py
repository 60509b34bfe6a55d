"""Who leads a unit, and until when."""

from datetime import date, datetime

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.organisation import queries
from raadhus.core.organisation.models import LeadershipRecord, hold
from raadhus.core.organisation.rules.people import Leadership, Person, ended, require_no_overlap
from raadhus.core.organisation.rules.tree import require_alive
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotFound
from raadhus.kernel.periods import Period


def appoint_leader(
    *, actor: Actor, person_key: str, unit_key: str, start: date, end: date | None = None, now: datetime
) -> Leadership:
    """Let a person lead a unit through a period. Others may lead it too; the same person only once at a time."""
    require(actor, "organisation.appoint_leader", unit=unit_key, now=now)
    made = Leadership(person_key, unit_key, Period(start, end))
    with transaction.atomic():
        hold()
        person = _person(person_key)
        require_alive(queries.history(unit_key), made.period, unit_key)
        held = queries.leaderships(unit_key=unit_key, person_key=person_key)
        require_no_overlap(made.period, [one.period for one in held], what=f"{person.name} leder enheden")
        LeadershipRecord.objects.create(person_id=person_key, unit_id=unit_key, start_date=start, end_date=end)
        _record(actor, "organisation.leader_appointed", made, start, now)
    return made


def end_leadership(*, actor: Actor, person_key: str, unit_key: str, on: date, now: datetime) -> Leadership:
    """End a leadership on a day, which is the first on which the person no longer leads."""
    require(actor, "organisation.end_leadership", unit=unit_key, now=now)
    with transaction.atomic():
        hold()
        held = queries.leaderships(unit_key=unit_key, person_key=person_key)
        current = next((one for one in held if on in one.period), None)
        if current is None:
            raise Conflict(f"{_person(person_key).name} leder ikke {unit_key} den {on:%d.%m.%Y}.")
        period = ended(current.period, on)
        rows = LeadershipRecord.objects.filter(person_id=person_key, unit_id=unit_key, start_date=period.start)
        rows.update(end_date=on)
        _record(actor, "organisation.leadership_ended", current, on, now)
    return Leadership(person_key, unit_key, period)


def _person(key: str) -> Person:
    found = queries.person(key)
    if found is None:
        raise NotFound(f"Der er ingen person med nøglen {key}.")
    return found


def _record(actor: Actor, event: str, leadership: Leadership, on: date, now: datetime) -> None:
    unit = queries.unit(leadership.unit_key, leadership.period.start)
    label = leadership.unit_key if unit is None else unit.label
    end = leadership.period.end
    data: dict[str, JSON] = {
        "person": leadership.person_key,
        "on": on.isoformat(),
        "until": None if end is None else end.isoformat(),
    }
    record(actor=actor, event=event, subject=Subject("unit", leadership.unit_key, label), data=data, now=now)
