"""The units that somebody may write at, as a form offers them."""

from datetime import datetime

from raadhus.core.access.public import scope
from raadhus.kernel.actors import Actor
from raadhus.personnel.queries.branches import labels, lineage, listed
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach

_INDENT = "\N{NO-BREAK SPACE}" * 3


def units_for(actor: Actor, verb: str, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return key and name of today's units where the actor may do the verb, in order, those below set in."""
    cube = current_cube()
    where = scope(actor, verb, now=now)
    tree = lineage(cube, int(cube.about["last_month"]))
    return tuple(
        (one.unit, f"{_INDENT * one.depth}{one.label}")
        for one in listed(cube)
        if where.everything or tree[one.unit] & where.units
    )


def units_read(viewer: Actor, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return key and name of today's units that the viewer reaches, and of all above them, in order: what a list may be narrowed to."""
    cube = current_cube()
    reach = Reach(viewer, cube, now)
    tree = lineage(cube, int(cube.about["last_month"]))
    above = {key for root in reach.roots for key in tree.get(root, frozenset())}
    names = labels(cube)
    return tuple(
        (one.unit, names[one.unit])
        for one in listed(cube)
        if reach.everything or one.unit in above or tree[one.unit] & reach.roots
    )
