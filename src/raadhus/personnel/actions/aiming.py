"""Targets are set, removed, and put back. A target that goes on ends the year before the next one begins."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from raadhus.core.audit.public import Subject, record
from raadhus.core.organisation.public import people
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.personnel.models import Target
from raadhus.personnel.queries.aiming import require_target, target_to_change
from raadhus.personnel.queries.branches import labels
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.rules.amounts import kept, parse_amount, shown
from raadhus.personnel.rules.annotations import check_annotation
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.sentences import with_unit
from raadhus.personnel.rules.targets import Direction, check_years, years_meet

_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be reached: `value` as Danish writes it; years both counted, no last one goes on."""

    unit: str
    measure: str
    direction: Direction
    value: str
    first_year: int
    last_year: int | None
    reason: str


def set_target(*, actor: Actor, aim: Aim, now: datetime) -> Target:
    """Set a target from a year. One before it that goes on ends the year before. Raises WrongInput, NotAllowed, Conflict."""
    require_target(actor, aim.unit, now)
    today = localdate(now)
    if aim.unit not in labels(current_cube()) or aim.measure not in MEASURES:
        raise WrongInput(_("Vælg en enhed og et mål på listerne."))
    value = kept(parse_amount(aim.value, MEASURES[aim.measure]), MEASURES[aim.measure])
    check_years(aim.first_year, aim.last_year, today.year)
    if not aim.reason.strip():
        raise WrongInput(_("Skriv en begrundelse, så det kan forstås senere."))
    reason = check_annotation(aim.reason, [one.name for one in people(today)], longest=_LONGEST_REASON)
    try:
        with transaction.atomic():
            _make_room(aim)
            row = Target.objects.create(
                unit_key=aim.unit,
                measure=aim.measure,
                direction=aim.direction.value,
                value=value,
                first_year=aim.first_year,
                last_year=aim.last_year,
                reason=reason,
                set_by=actor.name,
                set_at=now,
            )
            _told(actor, row, "target_set", now)
    except IntegrityError as error:
        raise Conflict(_taken(aim.first_year)) from error
    return row


def remove_target(*, actor: Actor, key: str, now: datetime) -> None:
    """Remove a target; it can be put back. Raises NotFound."""
    with transaction.atomic():
        row = target_to_change(actor, key, now)
        if row.removed_at is None:
            row.removed_at = now
            row.save(update_fields=["removed_at"])
            _told(actor, row, "target_removed", now)


def restore_target(*, actor: Actor, key: str, now: datetime) -> None:
    """Put a removed target back. Raises NotFound, and Conflict when another has taken its years."""
    try:
        with transaction.atomic():
            row = target_to_change(actor, key, now)
            if row.removed_at is None:
                return
            for other in _held(row.unit_key, row.measure):
                if years_meet(row.first_year, row.last_year, other.first_year, other.last_year):
                    raise Conflict(_taken(other.first_year))
            row.removed_at = None
            row.save(update_fields=["removed_at"])
            _told(actor, row, "target_restored", now)
    except IntegrityError as error:
        raise Conflict(_taken(row.first_year)) from error


def _make_room(aim: Aim) -> None:
    """End what goes on from before; what begins in the new one's years is in the way."""
    for other in _held(aim.unit, aim.measure):
        if not years_meet(aim.first_year, aim.last_year, other.first_year, other.last_year):
            continue
        if other.first_year >= aim.first_year:
            raise Conflict(_taken(other.first_year))
        other.last_year = aim.first_year - 1
        other.save(update_fields=["last_year"])


def _held(unit: str, measure: str) -> tuple[Target, ...]:
    rows = Target.objects.select_for_update().filter(unit_key=unit, measure=measure, removed_at=None)
    return tuple(rows.order_by("first_year"))


def _taken(year: int) -> str:
    return _("Enheden har allerede en målsætning fra %(year)s. Fjern den først, eller vælg andre år.") % {"year": year}


def _told(actor: Actor, row: Target, event: str, now: datetime) -> None:
    measure = MEASURES[row.measure]
    name = labels(current_cube()).get(row.unit_key, row.unit_key)
    subject = Subject("personnel_target", str(row.pk), f"{measure.name} i {name}")
    with override("da"):  # what is kept is Danish, whatever language the actor reads
        said = f"{Direction(row.direction).label} {with_unit(measure, shown(row.value, measure))}"
    record(
        actor=actor,
        event=f"personnel.{event}",
        subject=subject,
        data={"value": said, "reason": row.reason},
        now=now,
    )
