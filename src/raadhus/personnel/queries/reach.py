"""Which figures a viewer may see: those of all units, or those of the units led, in the terms in which the viewer led them."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils.timezone import localdate, make_aware

from raadhus.core.access.public import require, scope
from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.disclosure.lattice import Term

READ, READ_ALL = "personnel.read", "personnel.read_all"


def last_month(term: Term) -> int:
    """Return the number of a term's last month."""
    return term.year * 12 + term.number * term.step.months - 1


class Reach:
    """What a viewer may see of one cube.

    Who may see all units sees everything. Others see a unit in a term when they hold their role over it or a unit above it both
    today and on the term's last day. The municipality as a whole, undivided, is there to be compared with for every reader.
    """

    def __init__(self, viewer: Actor, cube: Cube, now: datetime) -> None:
        """Read what the viewer may today. Raises NotAllowed for who may see no figures at all."""
        require(viewer, READ, now=now)
        self._viewer, self._cube, self._now = viewer, cube, now
        self.everything = scope(viewer, READ_ALL, now=now).everything
        self.roots = frozenset() if self.everything else scope(viewer, READ, now=now).units
        self._roots_then: dict[int, frozenset[str]] = {}
        self._above: dict[tuple[str, int], dict[str, frozenset[str]]] = {}

    def sees(self, version: str, unit: str, term: Term, *, is_whole: bool = True) -> bool:
        """Return True when the viewer may see a unit in a term; `is_whole` is a figure without a breakdown."""
        if self.everything:
            return True
        month = last_month(term)
        above = self._ancestors(version, month).get(unit, frozenset())
        if is_whole and len(above) == 1:
            return True
        return bool(above & self.roots) and bool(above & self._led_in(month))

    def seen(self, figures: Iterable[CubeFigure]) -> tuple[CubeFigure, ...]:
        """Return the figures that the viewer may see; a merged one needs the parent whole, its small units are siblings."""
        return tuple(
            one
            for one in figures
            if self.sees(one.version, one.unit, one.term, is_whole=not one.breakdown and not one.merged)
        )

    def _led_in(self, month: int) -> frozenset[str]:
        if month not in self._roots_then:
            last = localdate(self._now) if month >= _number(self._now) else _last_day(month)
            then = make_aware(datetime.combine(last, time(12)))
            found = scope(self._viewer, READ, now=then)
            self._roots_then[month] = self.roots if found.everything else found.units
        return self._roots_then[month]

    def _ancestors(self, version: str, month: int) -> dict[str, frozenset[str]]:
        """Return each unit with all above it and itself; the one at the top has only itself."""
        if (version, month) not in self._above:
            found: dict[str, frozenset[str]] = {}
            for one in self._cube.units_in(version, month):
                found[one.unit] = frozenset({one.unit}) | found.get(one.parent, frozenset())
            self._above[version, month] = found
        return self._above[version, month]


def _number(now: datetime) -> int:
    today = localdate(now)
    return today.year * 12 + today.month - 1


def _last_day(month: int) -> date:
    return date.fromordinal(month_of(month).reference)
