"""A table of Statistics Denmark's StatBank, whatever file it came in, and how one series of reference values is taken out of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.benchmarks.references import COUNTRY, Certainty, ReferenceValue
from raadhus.personnel.rules.measures.definitions import Unit

_YEAR = re.compile(r"\d{4}")
_FINEST, _LARGEST = -12, 12


class Dimension(NamedTuple):
    """One dimension of a table: its code or name, and its values as (code, text)."""

    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatTable:
    """A table: its title, and a number (None where the source has none) for each combination of the dimensions' codes, in their order."""

    title: str
    dimensions: tuple[Dimension, ...]
    cells: Mapping[tuple[str, ...], Decimal | None]
    source: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class TableReading:
    """How one series is taken out of a table: which dimension is the year, the area and the group, and what the others are held at.

    `chosen` names a code or a text for each dimension that is none of these. `areas` and `groups` give other names to codes.
    """

    source: str
    definition: str
    unit: Unit
    origin: str
    year: str = "TID"
    area: str = ""
    group: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def is_usable(value: Decimal) -> bool:
    """Return True for a number that a table of people, days and kroner may hold."""
    # by its exponent: the arithmetic of a huge one would overflow
    return value.is_finite() and _FINEST <= value.adjusted() <= _LARGEST


def references_of(table: StatTable, reading: TableReading) -> tuple[ReferenceValue, ...]:
    """Return the table's values as references. Raises WrongInput when a dimension has more than one value that nobody chose between."""
    places = {dimension.name.casefold(): place for place, dimension in enumerate(table.dimensions)}
    asked = (reading.year, reading.area, reading.group, *reading.chosen)
    if missing := [name for name in asked if name and name.casefold() not in places]:
        raise WrongInput(f"Tabellen {table.title!r} har ikke {missing[0]!r}; den har {_names(table)}.")
    fixed = _fixed(table, reading)
    return tuple(
        _reference(table, reading, places, codes, number)
        for codes, number in table.cells.items()
        if number is not None and all(codes[place] == code for place, code in fixed.items())
    )


def _names(table: StatTable) -> str:
    return ", ".join(dimension.name for dimension in table.dimensions)


def _fixed(table: StatTable, reading: TableReading) -> dict[int, str]:
    """Return the code that each dimension is held at, by its place; year, area and group are free."""
    free = {name.casefold() for name in (reading.year, reading.area, reading.group) if name}
    chosen = {name.casefold(): value for name, value in reading.chosen.items()}
    found = {}
    for place, dimension in enumerate(table.dimensions):
        name = dimension.name.casefold()
        if name in chosen:
            found[place] = _code(dimension, chosen[name])
        elif name not in free and len(dimension.values) > 1:
            raise WrongInput(
                f"Tabellen {table.title!r} har {len(dimension.values)} værdier af {dimension.name!r}; vælg én, så tallene ikke blandes."
            )
    return found


def _code(dimension: Dimension, wanted: str) -> str:
    for code, text in dimension.values:
        if wanted.casefold() in {code.casefold(), text.casefold()}:
            return code
    raise WrongInput(f"{dimension.name!r} har ikke værdien {wanted!r}; ret valget.")


def _reference(
    table: StatTable, reading: TableReading, places: Mapping[str, int], codes: tuple[str, ...], number: Decimal
) -> ReferenceValue:
    texts = {name: dict(table.dimensions[place].values)[codes[place]] for name, place in places.items()}
    year = texts[reading.year.casefold()].strip()
    if not _YEAR.fullmatch(year):
        raise WrongInput(f"Tabellen {table.title!r} har perioden {year!r}; kun hele år kan være sammenligningstal.")
    area = texts[reading.area.casefold()] if reading.area else COUNTRY
    group = texts[reading.group.casefold()] if reading.group else ""
    return ReferenceValue(
        source=reading.source,
        definition=reading.definition,
        year=int(year),
        value=number,
        unit=reading.unit,
        origin=reading.origin,
        area=reading.areas.get(area, area),
        group=reading.groups.get(group, group),
        certainty=Certainty.READ,
        note=reading.note,
    )


def rows_of(table: StatTable) -> Iterator[tuple[tuple[str, ...], Decimal | None]]:
    """Yield the table's cells with the texts of the values instead of their codes: for the growth of those served, by year and age."""
    texts = [dict(dimension.values) for dimension in table.dimensions]
    for codes, number in table.cells.items():
        yield tuple(names[code] for names, code in zip(texts, codes, strict=True)), number
