"""The front page's tile: this year's lost refund beside last year's."""

from datetime import datetime

from django.utils.timezone import localdate

from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import TileContent
from raadhus.refunds.queries.years import concern_on, year_sums


def lost_tile(viewer: Actor, now: datetime) -> TileContent | None:
    """Return this year, last year and whether that gives cause for concern; nothing while no year is known."""
    del viewer  # sums of the whole house are the same for everybody who may see the tile
    today = localdate(now)
    sums = year_sums(today)
    if not any(one.lost_ore for one in sums):
        return None
    by_year = {one.year: one for one in sums}
    context: dict[str, object] = {
        "this": by_year.get(today.year),
        "last": by_year.get(today.year - 1),
        "concern": concern_on(today.year - 1, today, sums),
    }
    return TileContent("refunds/ledger/tile.html", context)
