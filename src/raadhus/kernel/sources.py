"""Sources of law and dated values: every rule says which text makes it true, and from which day.

`@rule(SOURCE)` marks a public function in a `rules/` module with its sources; a test fails on a rule about law without one.
`Dated` holds a value that the law or the organisation may change, and answers what it was on a given day.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")
_Function = TypeVar("_Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Source:
    """A text that makes a rule true: its name, its address (an ELI, a document, a decision) and the day it was read."""

    name: str
    address: str
    read_on: date


class NoValueThatDay(LookupError):
    """A dated value was asked for a day before its first validity date."""


@dataclass(frozen=True, slots=True)
class Dated(Generic[_Value]):
    """A value with dates of validity: `steps` are (valid from, value, source), in ascending order of day.

    Raises ValueError when two steps start on the same day or stand in the wrong order.
    """

    name: str
    steps: Sequence[tuple[date, _Value, Source]]

    def __post_init__(self) -> None:
        days = [day for day, _, _ in self.steps]
        if not days or any(later <= earlier for earlier, later in itertools.pairwise(days)):
            raise ValueError(f"{self.name}: datoerne skal stå i stigende orden og må ikke gentages.")

    def step_on(self, day: date) -> tuple[date, _Value, Source]:
        """Return (valid from, value, source) in force on the day. Raises NoValueThatDay before the first."""
        for start, value, source in reversed(self.steps):
            if start <= day:
                return start, value, source
        raise NoValueThatDay(f"{self.name} er ikke fastsat for {day.isoformat()}.")

    def on(self, day: date) -> _Value:
        """Return the value in force on the day. Raises NoValueThatDay before the first."""
        return self.step_on(day)[1]


def rule(*sources: Source) -> Callable[[_Function], _Function]:
    """Tie a function to the texts that make it true; they are read back by `sources_of`."""

    def mark(function: _Function) -> _Function:
        function.raadhus_sources = sources  # type: ignore[attr-defined]  # functions take attributes, their type does not say so
        return function

    return mark


def sources_of(function: object) -> tuple[Source, ...]:
    """Return the sources a rule was marked with, or an empty tuple."""
    sources: tuple[Source, ...] = getattr(function, "raadhus_sources", ())
    return sources
