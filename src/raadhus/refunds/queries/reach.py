"""Which cases a viewer reaches: by the role held today, in the units it was granted for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from raadhus.core.access.public import scope
from raadhus.core.organisation.public import all_versions
from raadhus.kernel.actors import Actor
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.rules.organising import below
from raadhus.refunds.rules.watch import CLAIM_ALARM, Level, Next


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a verb may be used: everywhere, or in `units`; `own` are those the role was granted for directly."""

    everything: bool
    units: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def has(self, unit_key: str) -> bool:
        """Return True when the unit is within reach."""
        return self.everything or unit_key in self.units

    def sees_kind(self, unit_key: str) -> bool:
        """Return True for HR and the unit's own leader: they are told when an agreement under section 56 moves the deadline."""
        return self.everything or unit_key in self.own

    def filter(self) -> Q:
        """Return the condition on cases."""
        return Q() if self.everything else Q(unit_key__in=self.units)


def reach(viewer: Actor, verb: str, now: datetime) -> Reach:
    """Return where the viewer may do the verb today, units below included."""
    seen = scope(viewer, verb, now=now)
    if seen.everything:
        return Reach(everything=True)
    if not seen.units:
        return Reach(everything=False)
    return Reach(everything=False, units=below(parents(localdate(now)), seen.units), own=seen.units)


def parents(on: date) -> Mapping[str, str | None]:
    """Return each unit's parent on a day; of one that is closed by then its last, for its absences are still somebody's."""
    return {one.key: one.parent_key for one in all_versions() if one.period.start <= on}


def alarm_days(on: date) -> int:
    """Return how many days after the first day of absence the alarm rings, as set on a day."""
    return settings_on(on).rules.alarm_days


def is_open(on: date) -> Q:
    """Return the condition of an open case: not settled, and the absence goes on or a step is missing."""
    going_on = Q(last_date__isnull=True) | Q(last_date__gte=on) | ~Q(next_step=Next.NOTHING.value)
    return Q(settled_at__isnull=True, is_gone=False) & going_on


def is_watched(on: date) -> Q:
    """Return the condition of an open case where something can still be saved.

    An ended absence whose deadline has passed, and which loses nothing more by waiting, is HR's to settle: nobody can act on it.
    """
    is_over = Q(last_date__lt=on, deadline_date__lt=on, at_risk_ore=0)
    return is_open(on) & ~is_over


def at_level(level: Level, on: date) -> Q:
    """Return the condition of a level as it is on the day, whenever the case was last worked out."""
    first = on - timedelta(days=alarm_days(on))
    rings = Q(next_step=Next.NOTIFY.value, first_date__lte=first) | Q(
        next_step=Next.CLAIM.value, deadline_date__lte=on + CLAIM_ALARM
    )
    match level:
        case Level.LATE:
            return Q(deadline_date__lt=on)
        case Level.ALARM:
            return rings & Q(deadline_date__gte=on)
        case Level.QUIET:
            return Q(deadline_date__isnull=True) | (Q(deadline_date__gte=on) & ~rings)
