"""Which standing decisions a viewer may see: one place that every page, list, wheel and search goes through."""

from datetime import datetime

from django.db.models import DateField, Max, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.core.obligations.models import StandingDecision, StandingFiring
from raadhus.core.obligations.queries.standing_shapes import NoSuchStanding
from raadhus.core.obligations.queries.visibility import sees_closed
from raadhus.core.obligations.rules.firing import Result
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.ids import is_id


def visible_standing(viewer: Actor, now: datetime) -> "QuerySet[StandingDecision]":
    """Return what the viewer may see: their own, the open ones as an employee, the closed ones only with that right."""
    seen = Q(owner_key=viewer.key) if viewer.kind is ActorKind.PERSON else Q(pk__in=[])
    if may(viewer, "obligations.read_standing", now=now):
        seen |= Q(closed=False)
    if sees_closed(viewer, now):
        seen |= Q(closed=True)
    return StandingDecision.objects.filter(seen)


def with_answered(rows: "QuerySet[StandingDecision]") -> "QuerySet[StandingDecision]":
    """Return the rows, each with `answered`: the day on which its newest answered period fired."""
    newest = (
        StandingFiring.objects.filter(standing=OuterRef("pk"), by_hand=False)
        .exclude(result=Result.MISSING.value)
        .order_by()
        .values("standing")
        .annotate(newest=Max("fires_date"))
        .values("newest")
    )
    return rows.annotate(answered=Subquery(newest, output_field=DateField()))


def one_standing(viewer: Actor, key: str, now: datetime, *, lock: bool = False) -> StandingDecision:
    """Return the record behind a key that the viewer may see, held until the transaction ends when `lock`. Raises NoSuchStanding."""
    rows = visible_standing(viewer, now)
    rows = rows.filter(pk=key) if is_id(key) else rows.none()
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NoSuchStanding(_("Der er ingen stående beslutning her, som du har adgang til at se."))
    return row
