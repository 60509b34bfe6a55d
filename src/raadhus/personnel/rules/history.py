"""The organisation through time, as figures need it: a tree for any day, and where everybody's unit lies in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.disclosure.lattice import Tree


class UnitSpan(NamedTuple):
    """A unit as it was in [start, end): under `parent` (None at the top), called `label`."""

    key: str
    parent: str | None
    label: str
    start: date
    end: date | None


class History:
    """Every version of every unit. Raises WrongInput when there is no unit at all."""

    def __init__(self, spans: Iterable[UnitSpan]) -> None:
        self.spans: Sequence[UnitSpan] = tuple(sorted(spans, key=lambda one: (one.key, one.start)))
        if not self.spans:
            raise WrongInput("Der er ingen enheder i organisationen; læg dem ind, før tallene udgives.")
        self._by_key: dict[str, list[UnitSpan]] = {}
        for span in self.spans:
            self._by_key.setdefault(span.key, []).append(span)
        self._first = min(span.start for span in self.spans)
        self._kept: dict[date, Mapping[str, UnitSpan]] = {}

    def day(self, day: date) -> date:
        """Return the day itself, or the organisation's first when it is earlier than that."""
        return max(day, self._first)

    def on(self, day: date) -> Mapping[str, UnitSpan]:
        """Return the units of a day by key; before the first organisation known, those of its first day."""
        day = self.day(day)
        if day not in self._kept:
            there = (span for span in self.spans if span.start <= day and (span.end is None or day < span.end))
            self._kept[day] = {span.key: span for span in there}
        return self._kept[day]

    def tree(self, version: str, day: date) -> Tree:
        """Return the tree of a day under this name. Raises WrongInput unless it is one tree."""
        return Tree(version, {key: span.parent for key, span in self.on(day).items()})

    def knows(self, unit: str) -> bool:
        """Return True when the unit ever was."""
        return unit in self._by_key

    def home(self, unit: str, day: date) -> str | None:
        """Return the unit of the day that a unit counts in: itself, or the nearest above it that is left; None for one that never was."""
        there, seen = self.on(day), set()
        current: str | None = unit
        while current is not None and current not in there:
            if current in seen or current not in self._by_key:
                return None
            seen.add(current)
            current = self._nearest(current, self.day(day)).parent
        return current

    def _nearest(self, unit: str, day: date) -> UnitSpan:
        """Return the last version before the day, else the first after it."""
        before = [span for span in self._by_key[unit] if span.start <= day]
        return before[-1] if before else self._by_key[unit][0]
