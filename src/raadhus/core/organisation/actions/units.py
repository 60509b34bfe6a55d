"""Creating, renaming, moving and closing units."""

from datetime import date, datetime

from django.db import transaction

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.organisation import queries
from raadhus.core.organisation.models import UnitVersion, hold
from raadhus.core.organisation.rules.people import check_key
from raadhus.core.organisation.rules.tree import NoSuchUnit, Unit, as_of, begin, revise
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.periods import Period


def create_unit(
    *,
    actor: Actor,
    key: str,
    short_name: str,
    name: str,
    parent_key: str | None,
    start: date,
    end: date | None = None,
    now: datetime,
) -> Unit:
    """Create a unit under another, or at the top, from a day. Raises CannotChange when the tree would not be sound."""
    require(actor, "organisation.create_unit", unit=parent_key or WHOLE_HOUSE, now=now)
    made = Unit(check_key(key), short_name.strip(), _name(name), parent_key, Period(start, end))
    with transaction.atomic():
        hold()
        UnitVersion.objects.replace_histories({key: begin(made, queries.history(key))}, since=start)
        data: dict[str, JSON] = {"name": made.name, "parent": _label(parent_key, start), "on": start.isoformat()}
        record(actor=actor, event="organisation.unit_created", subject=_subject(made), data=data, now=now)
    return made


def rename_unit(*, actor: Actor, key: str, short_name: str, name: str, on: date, now: datetime) -> Unit:
    """Give a unit other names from a day on. Returns it as it is on that day."""
    require(actor, "organisation.rename_unit", unit=key, now=now)
    with transaction.atomic():
        hold()
        before = _existing(key, on)
        history = revise(queries.history(key), on, "short_name", short_name.strip())
        history = revise(history, on, "name", _name(name))
        UnitVersion.objects.replace_histories({key: history}, since=on)
        renamed = as_of(history, on)[key]
        data: dict[str, JSON] = {"before": _full(before), "after": _full(renamed), "on": on.isoformat()}
        record(actor=actor, event="organisation.unit_renamed", subject=_subject(renamed), data=data, now=now)
    return renamed


def move_unit(*, actor: Actor, key: str, parent_key: str | None, on: date, now: datetime) -> Unit:
    """Put a unit, with all below it, under another from a day on. The actor must be allowed at both places."""
    require(actor, "organisation.move_unit", unit=key, now=now)
    require(actor, "organisation.move_unit", unit=parent_key or WHOLE_HOUSE, now=now)
    with transaction.atomic():
        hold()
        before = _existing(key, on)
        history = revise(queries.history(key), on, "parent_key", parent_key)
        UnitVersion.objects.replace_histories({key: history}, since=on)
        moved = as_of(history, on)[key]
        labels: dict[str, JSON] = {"before": _label(before.parent_key, on), "after": _label(parent_key, on)}
        data = {**labels, "on": on.isoformat()}
        record(actor=actor, event="organisation.unit_moved", subject=_subject(moved), data=data, now=now)
    return moved


def _name(name: str) -> str:
    if not name.strip():
        raise WrongInput("En enhed skal have et navn.")
    return name.strip()


def _subject(unit: Unit) -> Subject:
    return Subject("unit", unit.key, unit.label)


def _full(unit: Unit) -> str:
    return f"{unit.short_name} {unit.name}".strip()


def _existing(key: str, on: date) -> Unit:
    found = queries.unit(key, on)
    if found is None:
        raise NoSuchUnit(f"Enheden {key} findes ikke den {on:%d.%m.%Y}.")
    return found


def _label(key: str | None, on: date) -> str:
    found = None if key is None else queries.unit(key, on)
    return "øverste niveau" if found is None else found.label
