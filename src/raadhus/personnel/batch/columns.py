"""The engine's answers by person as columns of whole numbers: the people behind the figures of one population in one term."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np

from raadhus.personnel.batch.sums import Table
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.counting import Breakdown, Scope
from raadhus.personnel.rules.disclosure.noise import Secret, record_key
from raadhus.personnel.rules.disclosure.population import Numbers
from raadhus.personnel.rules.facts import Settings
from raadhus.personnel.rules.measures.definitions import Component
from raadhus.personnel.rules.measures.definitions import Population as Whose
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Question, Shape
from raadhus.personnel.rules.timeline import Stretch

BREAKDOWNS = (Breakdown.OCCUPATION, Breakdown.AGE, Breakdown.GENDER, Breakdown.CONTRACT)
_SHAPES = {
    Table.STOCK: (Shape.STOCK,),
    Table.FLOW: (Shape.STOCK, Shape.POSSIBLE, Shape.ABSENCE),
    Table.BEFORE: (Shape.GOING,),
    Table.AFTER: (Shape.COMING,),
}
_WIDE = 8
_BY_TIME = (Component.HEADS_60_PLUS, Component.NEW_HEADS)
_UNIT, _FIRST_CODE, _PERSON, _EMPLOYMENT, _NUMBERS = 1, 3, 7, 8, 9


class Engine(Protocol):
    """What answers questions; the default is DuckDB in this process."""

    def answer(self, question: Question) -> Sequence[tuple[str | int, ...]]:
        """Return the rows of a question."""


class KeyBook:
    """The secret key of each employment's terms, another one whenever anything about them changes."""

    def __init__(self, stretches: Iterable[Stretch], secret: Secret) -> None:
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._rows: dict[str, list[Stretch]] = defaultdict(list)
        self._keys: dict[tuple[str, int, tuple[int, ...]], int] = {}
        self._secret = secret
        for row in sorted(stretches, key=lambda one: (one.employment, one.start)):
            self._starts[row.employment].append(row.start)
            self._rows[row.employment].append(row)

    def on(self, employment: str, day: int, turned: tuple[int, ...] = ()) -> int:
        """Return the key of the terms on a day (an ordinal); when they end is no part of them.

        `turned` is what time alone makes of a person: of 60 and over, no longer new. With the same key before and after, equal noise would
        cancel and tell whose unit it happened in.
        """
        place = bisect_right(self._starts[employment], day) - 1
        if (employment, place, turned) not in self._keys:
            row = self._rows[employment][max(place, 0)]
            state: tuple[int | str, ...] = (
                *(row.unit, row.job, row.occupation, row.gender, row.form, row.hours, row.main),
                *(row.born_month, row.born_day, row.paid, row.pay_ore, *turned),
            )
            start = date.fromordinal(row.start)
            self._keys[employment, place, turned] = record_key(
                self._secret, employment=employment, start=start, state=state
            )
        return self._keys[employment, place, turned]

    def pseudonym(self, *parts: object) -> int:
        """Return 63 bits that stand for the parts (a person; an employment's terms) in every term and release, told by the secret alone."""
        return int.from_bytes(self._secret.draw("kept", *parts)[:_WIDE], "big") >> 1

    def of_flow(self, employment: str, day: int, state: tuple[int | str, ...]) -> int:
        """Return the key of what an employment adds to a flow in a term that begins on the day."""
        return record_key(self._secret, employment=employment, start=date.fromordinal(day), state=("flow", *state))


@dataclass(frozen=True, eq=False)
class Columns:
    """A column for each employment of each person under the same unit, organisation and values of the breakdowns.

    `who` stands for the person and `spell` for the employment with its terms, the same numbers in every term and release (`keeping`).
    """

    epoch: tuple[int, ...]
    unit: tuple[str, ...]
    codes: Mapping[str, tuple[str, ...]]
    person: Numbers
    values: Mapping[Component, Numbers]
    keys: Numbers
    who: Numbers
    spell: Numbers

    def __len__(self) -> int:
        return len(self.unit)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose columns are wanted: one table of one population, over months by number. `epochs` numbers the organisations within."""

    table: Table
    whose: Whose
    first: int
    last: int
    epochs: Mapping[int, int]


def columns_of(engine: Engine, asked: Asked, settings: Settings, keys: KeyBook) -> Columns:
    """Return the columns, in a fixed order whatever order the engine answers in."""
    is_census = asked.table in {Table.BEFORE, Table.AFTER}
    first = asked.last if is_census else asked.first
    scope = Scope(asked.whose, Breakdown.NONE, settings, by_person=True)
    names = tuple(dict.fromkeys(one for shape in _SHAPES[asked.table] for one in COMPONENTS[shape]))
    places = {name: place for place, name in enumerate(names)}
    found: dict[tuple[int | str, ...], list[int]] = {}
    sums: dict[tuple[int | str, ...], int] = defaultdict(int)
    reference = {number: month_of(number).reference for number in range(first, asked.last + 1)}
    for shape in _SHAPES[asked.table]:
        at = [places[component] for component in COMPONENTS[shape]]
        for row in engine.answer(Question(shape, scope, first, asked.last)):
            month = int(row[0])
            epoch = 0 if is_census else asked.epochs[month]
            key = (epoch, row[_UNIT], *row[_FIRST_CODE:_NUMBERS])
            numbers = found.get(key)
            if numbers is None:
                numbers = found[key] = [0] * len(names)
            for place, value in zip(at, row[_NUMBERS:], strict=True):
                numbers[place] += int(value)
            if asked.table is Table.STOCK:
                turned = tuple(int(int(row[_NUMBERS + places[one]]) > 0) for one in _BY_TIME)
                sums[key] += keys.on(str(row[_EMPLOYMENT]), reference[month], turned)
    ordered = sorted(found)
    if asked.table is not Table.STOCK:
        start = month_of(first).first
        sums = defaultdict(
            int, {key: keys.of_flow(str(key[-1]), start, (asked.table.value, *key, *found[key])) for key in ordered}
        )
    return _laid_out(ordered, found, sums, names, keys)


def _laid_out(
    ordered: Sequence[tuple[int | str, ...]],
    found: Mapping[tuple[int | str, ...], list[int]],
    keys: Mapping[tuple[int | str, ...], int],
    names: Sequence[Component],
    book: KeyBook,
) -> Columns:
    people = {person: number for number, person in enumerate(sorted({str(key[-2]) for key in ordered}))}
    numbers = np.array([found[key] for key in ordered], dtype=np.int64).reshape(len(ordered), len(names))
    return Columns(
        epoch=tuple(int(key[0]) for key in ordered),
        unit=tuple(str(key[1]) for key in ordered),
        codes={
            breakdown.value: tuple(str(key[2 + place]) for key in ordered) for place, breakdown in enumerate(BREAKDOWNS)
        },
        person=np.array([people[str(key[-2])] for key in ordered], dtype=np.int64),
        values={name: numbers[:, place] for place, name in enumerate(names)},
        keys=np.array([keys[key] for key in ordered], dtype=np.int64),
        who=np.array([book.pseudonym(key[-2]) for key in ordered], dtype=np.int64),
        spell=np.array([book.pseudonym(key[-1], keys[key]) for key in ordered], dtype=np.int64),
    )
