"""Which units somebody may set targets at, and which targets change."""

from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.core.access.public import require, scope
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotAllowed, NotFound
from raadhus.kernel.ids import is_id
from raadhus.personnel.models import Target
from raadhus.personnel.queries.branches import lineage
from raadhus.personnel.queries.cubes import current_cube

SET_TARGET = "personnel.set_target"


def may_aim(actor: Actor, unit: str, now: datetime) -> bool:
    """Return whether the actor may set targets at a unit: everywhere, or at and below a unit of the own, as the organisation is today."""
    where = scope(actor, SET_TARGET, now=now)
    if where.everything:
        return True
    cube = current_cube()
    return bool(lineage(cube, int(cube.about["last_month"])).get(unit, frozenset()) & where.units)


def require_target(actor: Actor, unit: str, now: datetime) -> None:
    """Raise NotAllowed unless the actor may set targets at the unit."""
    require(actor, SET_TARGET, now=now)
    if not may_aim(actor, unit, now):
        raise NotAllowed(_("Du kan kun sætte målsætninger for de enheder, du leder."))


def target_to_change(actor: Actor, key: str, now: datetime) -> Target:
    """Return the row of a target that the actor may change, held until the transaction ends. Raises NotFound for any other."""
    require(actor, SET_TARGET, now=now)
    row = Target.objects.select_for_update().filter(pk=key).first() if is_id(key) else None
    if row is None or not may_aim(actor, row.unit_key, now):
        raise NotFound(_("Der er ingen målsætning her, som du har adgang til at ændre."))
    return row
