"""People and where they are placed."""

from datetime import date, datetime

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.organisation import queries
from raadhus.core.organisation.models import PersonRecord, PlacementRecord, hold
from raadhus.core.organisation.rules.people import (
    Person,
    Placement,
    check_email,
    check_key,
    check_text,
    ended,
    next_period,
)
from raadhus.core.organisation.rules.tree import require_alive
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotFound
from raadhus.kernel.periods import Period


def create_person(
    *, actor: Actor, key: str, name: str, email: str, title: str, unit_key: str, start: date, now: datetime
) -> Person:
    """Create a person placed in a unit from a day. Raises Conflict when the key or the e-mail address is taken."""
    require(actor, "organisation.create_person", unit=unit_key, now=now)
    person = Person(
        check_key(key), check_text(name, "navn"), check_email(email), check_text(title, "titel", empty=True), unit_key
    )
    with transaction.atomic():
        hold()
        _require_free(person, is_new=True)
        PersonRecord.objects.create(key=person.key, name=person.name, email=person.email, title=person.title)
        _place(person.key, unit_key, Period(start))
        data: dict[str, JSON] = {"unit": unit_key, "on": start.isoformat()}
        personal: dict[str, JSON] = {"name": person.name, "email": person.email, "title": person.title}
        subject = Subject("person", person.key, person.key)
        record(actor=actor, event="organisation.person_created", subject=subject, data=data, personal=personal, now=now)
    return person


def change_person(*, actor: Actor, key: str, name: str, email: str, title: str, now: datetime) -> Person:
    """Correct a person's name, e-mail address and title. What they were is kept as personal content of the audit entry."""
    before = _existing(key)
    require(actor, "organisation.change_person", unit=before.unit_key, now=now)
    after = Person(
        key, check_text(name, "navn"), check_email(email), check_text(title, "titel", empty=True), before.unit_key
    )
    with transaction.atomic():
        hold()
        _require_free(after, is_new=False)
        PersonRecord.objects.filter(pk=key).update(name=after.name, email=after.email, title=after.title)
        changed = [field for field in ("name", "email", "title") if getattr(before, field) != getattr(after, field)]
        personal: dict[str, JSON] = {
            "before": [before.name, before.email, before.title],
            "after": [after.name, after.email, after.title],
        }
        data: dict[str, JSON] = {"fields": changed}
        subject = Subject("person", key, key)
        record(actor=actor, event="organisation.person_changed", subject=subject, data=data, personal=personal, now=now)
    return after


def move_person(*, actor: Actor, person_key: str, unit_key: str, on: date, now: datetime) -> Placement:
    """Place a person in another unit from a day on, until the next placement that is already planned."""
    before = _existing(person_key, on)
    for unit in (before.unit_key, unit_key):
        require(actor, "organisation.move_person", unit=unit, now=now)
    with transaction.atomic():
        hold()
        if before.unit_key == unit_key:
            raise Conflict(f"{before.name} er allerede i {unit_key} den {on:%d.%m.%Y}.")
        known = [placement.period for placement in queries.placements(person_key)]
        _cut(person_key, on)
        moved = _place(person_key, unit_key, next_period(on, known))
        data: dict[str, JSON] = {"before": before.unit_key, "unit": unit_key, "on": on.isoformat()}
        subject = Subject("person", person_key, person_key)
        record(actor=actor, event="organisation.person_moved", subject=subject, data=data, now=now)
    return moved


def end_placement(*, actor: Actor, person_key: str, on: date, now: datetime) -> Person:
    """Say that a person belongs to no unit from a day on. Leaderships are ended on their own."""
    before = _existing(person_key, on)
    require(actor, "organisation.end_placement", unit=before.unit_key, now=now)
    with transaction.atomic():
        hold()
        current = next((one for one in queries.placements(person_key) if on in one.period), None)
        if current is None:
            raise Conflict(f"{before.name} er ikke i nogen enhed den {on:%d.%m.%Y}.")
        ended(current.period, on)
        _cut(person_key, on)
        data: dict[str, JSON] = {"unit": current.unit_key, "on": on.isoformat()}
        subject = Subject("person", person_key, person_key)
        record(actor=actor, event="organisation.placement_ended", subject=subject, data=data, now=now)
    return before


def _existing(key: str, on: date | None = None) -> Person:
    found = queries.person(key, on)
    if found is None:
        raise NotFound(f"Der er ingen person med nøglen {key}.")
    return found


def _require_free(person: Person, *, is_new: bool) -> None:
    if is_new and PersonRecord.objects.filter(pk=person.key).exists():
        raise Conflict(f"Der er allerede en person med nøglen {person.key}.")
    taken = PersonRecord.objects.filter(email__iexact=person.email).exclude(pk=person.key)
    if person.email and taken.exists():
        raise Conflict(f"Adressen {person.email} bruges allerede af en anden.")


def _cut(person_key: str, on: date) -> None:
    """End the placement that runs on the day; one that begins on that very day is taken away."""
    rows = PlacementRecord.objects.filter(person_id=person_key)
    rows.filter(start_date=on).delete()
    current = rows.filter(start_date__lt=on).order_by("-start_date").first()
    if current is not None and (current.end_date is None or current.end_date > on):
        current.end_date = on
        current.save()


def _place(person_key: str, unit_key: str, period: Period) -> Placement:
    require_alive(queries.history(unit_key), period, unit_key)
    PlacementRecord.objects.create(person_id=person_key, unit_id=unit_key, start_date=period.start, end_date=period.end)
    return Placement(person_key, unit_key, period)
