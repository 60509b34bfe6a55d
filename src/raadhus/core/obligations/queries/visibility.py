"""What a viewer may see: one place that every list, page, feed and search goes through."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, may, scope, unit_covers
from raadhus.core.obligations.models import ObligationRecord
from raadhus.core.obligations.queries.shapes import NoSuchObligation
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.ids import is_id


def units_seen(viewer: Actor, now: datetime) -> frozenset[str] | None:
    """Return the units whose obligations the viewer may see; None when it is all of them."""
    seen = scope(viewer, "obligations.read", now=now)
    if seen.everything:
        return None
    if not seen.units:
        return frozenset()
    today = localdate(now)
    keys = ObligationRecord.objects.exclude(unit_key="").values_list("unit_key", flat=True).distinct()
    return frozenset(key for key in keys if any(unit_covers(unit, key, today) for unit in seen.units))


def sees_closed(viewer: Actor, now: datetime) -> bool:
    """Return whether the viewer may see what came of closed matters without owning it."""
    return may(viewer, "obligations.read_closed", unit=WHOLE_HOUSE, now=now)


def visible(viewer: Actor, now: datetime) -> "QuerySet[ObligationRecord]":
    """Return what the viewer may see: their own, those of units they answer for, closed ones only with that right."""
    seen = Q(owner_key=viewer.key) if viewer.kind is ActorKind.PERSON else Q(pk__in=[])
    units = units_seen(viewer, now)
    if units is None:
        seen |= Q(closed=False)
    elif units:
        seen |= Q(closed=False, unit_key__in=units)
    if sees_closed(viewer, now):
        seen |= Q(closed=True)
    return ObligationRecord.objects.filter(seen)


def one_visible(viewer: Actor, key: str, now: datetime, *, lock: bool = False) -> ObligationRecord:
    """Return the record behind a key that the viewer may see, held until the transaction ends when `lock`. Raises NoSuchObligation."""
    rows = visible(viewer, now).filter(pk=key) if is_id(key) else ObligationRecord.objects.none()
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NoSuchObligation(_("Der er ingen forpligtelse her, som du har adgang til at se."))
    return row
