"""The front page's tile: which of the viewer's own limits the newest figures are beyond."""

from datetime import datetime

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.rooms import TileContent
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.queries.saved_views import own, view_shown

_MOST = 10


def limits_tile(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the own views beyond their limits; nothing for who has set none, or while there are no figures."""
    rows = list(own(viewer).filter(removed_at=None).exclude(limit_kind="").order_by("name", "id"))
    if not rows:
        return None
    try:
        cube = current_cube()
    except NotFound:
        return None
    reach = Reach(viewer, cube, now)
    shown = [one for one in (view_shown(row, reach, cube) for row in rows) if one.about]
    crossed = [one for one in shown if one.crossed]
    if not shown:
        return None
    return TileContent("personnel/around/tile.html", {"crossed": crossed[:_MOST], "total": len(shown)})
