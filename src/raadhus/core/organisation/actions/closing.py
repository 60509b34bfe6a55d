"""Closing a unit: it is empty from that day on, or all that is in it moves along."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.organisation import queries
from raadhus.core.organisation.models import LeadershipRecord, PlacementRecord, UnitVersion, hold
from raadhus.core.organisation.rules.people import Placement
from raadhus.core.organisation.rules.tree import (
    CannotChange,
    NoSuchUnit,
    Unit,
    close,
    reparent,
    require_alive,
)
from raadhus.kernel.actors import Actor
from raadhus.kernel.periods import Period


def close_unit(*, actor: Actor, key: str, on: date, move_to: str | None = None, now: datetime) -> Unit:
    """End a unit's life on a day, which is the first on which it is gone. Returns it as it was.

    It must be empty from then on, or its children and people move to `move_to`. Its leaderships end with it.
    """
    require(actor, "organisation.close_unit", unit=key, now=now)
    if move_to is not None:
        require(actor, "organisation.close_unit", unit=move_to, now=now)
    with transaction.atomic():
        hold()
        closing = queries.unit(key, on)
        if closing is None:
            raise NoSuchUnit(f"Enheden {key} findes ikke den {on:%d.%m.%Y}.")
        moved = _empty(closing, on, move_to)
        data: dict[str, JSON] = {"on": on.isoformat(), "moved_to": move_to, "moved": moved}
        subject = Subject("unit", closing.key, closing.label)
        record(actor=actor, event="organisation.unit_closed", subject=subject, data=data, now=now)
    return closing


def _remaining(on: date) -> Q:
    """Rows that still count on the day, or begin later."""
    return Q(end_date__isnull=True) | Q(end_date__gt=on)


def _empty(closing: Unit, on: date, move_to: str | None) -> list[str]:
    """Close the unit and move what is in it; return the keys of the units and people that moved."""
    versions = queries.all_versions()
    inside = {version.key for version in versions if version.parent_key == closing.key and _lasts(version, on)}
    placed = [
        Placement(row.person_id, row.unit_id, Period(row.start_date, row.end_date))
        for row in PlacementRecord.objects.filter(_remaining(on), unit_id=closing.key)
    ]
    if move_to is None and (inside or placed):
        raise CannotChange(
            f"{closing.label} rummer stadig {len(inside)} enheder og {len(placed)} personer den {on:%d.%m.%Y}. "
            "Vælg en enhed, som de skal flyttes til."
        )
    changes = {closing.key: close(queries.history(closing.key), on)}
    changes |= {key: reparent(queries.history(key), on, old=closing.key, new=move_to) for key in inside}
    UnitVersion.objects.replace_histories(changes, since=on)
    for placement in placed:
        _place_elsewhere(placement, on, move_to or "")
    _end_leaderships(closing.key, on)
    return sorted(inside) + sorted({placement.person_key for placement in placed})


def _lasts(version: Unit, on: date) -> bool:
    return version.period.end is None or version.period.end > on


def _place_elsewhere(placement: Placement, on: date, target: str) -> None:
    """Let the placement go on in the target unit from the day, or from its own beginning when that is later."""
    rest = Period(max(on, placement.period.start), placement.period.end)
    require_alive(queries.history(target), rest, target)
    row = PlacementRecord.objects.get(person_id=placement.person_key, start_date=placement.period.start)
    if placement.period.start < on:
        row.end_date = on
        row.save()
        row = PlacementRecord(person_id=placement.person_key, start_date=on, end_date=rest.end)
    row.unit_id = target
    row.save()


def _end_leaderships(key: str, on: date) -> None:
    LeadershipRecord.objects.filter(unit_id=key, start_date__gte=on).delete()
    LeadershipRecord.objects.filter(_remaining(on), unit_id=key).update(end_date=on)
