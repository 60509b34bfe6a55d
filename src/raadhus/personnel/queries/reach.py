"""Which figures a viewer may see: those of all units, or those of the units led, in the terms in which the viewer led them."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils.timezone import localdate, make_aware

from raadhus.core.access.public import require, scope
from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.queries.trees import trees_of
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.terms_in_words import last_month

READ, READ_ALL = "personnel.read", "personnel.read_all"


class Reach:
    """What a viewer may see of one cube.

    Who may see all units sees everything. Others see a unit in a term when they hold their role over it or a unit above it both
    today and on the term's last day. The municipality as a whole, undivided, is there to be compared with for every reader.
    """

    def __init__(self, viewer: Actor, cube: Cube, now: datetime) -> None:
        """Read what the viewer may today. Raises NotAllowed for who may see no figures at all."""
        require(viewer, READ, now=now)
        self._viewer, self._now = viewer, now
        self.everything = scope(viewer, READ_ALL, now=now).everything
        self.roots = frozenset() if self.everything else scope(viewer, READ, now=now).units
        self._roots_then: dict[int, frozenset[str]] = {}
        self._trees = trees_of(cube)

    def sees(self, version: str, unit: str, term: Term, *, is_whole: bool = True) -> bool:
        """Return True when the viewer may see a unit in a term; `is_whole` is a figure without a breakdown."""
        if self.everything:
            return True
        month = last_month(term)
        above = self._trees.path(version, unit, month)
        if is_whole and len(above) == 1 and not above[0].parent:
            return True
        keys = {one.unit for one in above}
        return not keys.isdisjoint(self.roots) and not keys.isdisjoint(self._led_in(month))

    def may_ask(self, version: str, unit: str) -> bool:
        """Return True when there may be something of a unit to see; a no costs the same whether the unit is there or not."""
        above = self._trees.ever_above(version, unit)
        is_top = above == {unit, ""}
        return bool(above) and (self.everything or is_top or not above.isdisjoint(self.roots))

    def seen(self, figures: Iterable[CubeFigure]) -> tuple[CubeFigure, ...]:
        """Return the figures that the viewer may see; a merged one needs the parent whole, its small units are siblings."""
        return tuple(
            one
            for one in figures
            if self.sees(one.version, one.unit, one.term, is_whole=not one.breakdown and not one.merged)
        )

    def signature(self, month: int) -> tuple[frozenset[str], frozenset[str]] | None:
        """Return all that decides what is seen in a month, None for everything: what is worked out for one reader holds for another with the same."""
        return None if self.everything else (self.roots, self._led_in(month))

    def _led_in(self, month: int) -> frozenset[str]:
        if month not in self._roots_then:
            last = localdate(self._now) if month >= _number(self._now) else _last_day(month)
            then = make_aware(datetime.combine(last, time(12)))
            found = scope(self._viewer, READ, now=then)
            self._roots_then[month] = self.roots if found.everything else found.units
        return self._roots_then[month]


def _number(now: datetime) -> int:
    today = localdate(now)
    return today.year * 12 + today.month - 1


def _last_day(month: int) -> date:
    return date.fromordinal(month_of(month).reference)
