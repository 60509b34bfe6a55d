"""Reference values from outside, each with its source, definition, year and version; two sources are never mixed (docs/rules/personnel.md)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from raadhus.kernel.errors import DomainError
from raadhus.kernel.words import number, said
from raadhus.personnel.rules.measures.definitions import Measure, Unit

COUNTRY = "hele landet"
# The version of a value whose file does not tell it; it is never kept as this.
UNTOLD = 0
_MOST_AREAS = 4


class Certainty(StrEnum):
    """How well a reference value is known: read in its source, or only known through somebody who repeats it."""

    READ = "V"
    REPEATED = "U"


class SeriesKey(NamedTuple):
    """What must be the same for two reference values to stand in one series."""

    source: str
    definition: str
    area: str
    group: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """One published value. `definition` is the source's own, by our key; `group` an occupation group or empty; `origin` where it was read.

    A value that the source corrects is a new `version`; the earlier one is kept.
    """

    source: str
    definition: str
    year: int
    value: Decimal
    unit: Unit
    origin: str
    area: str = COUNTRY
    group: str = ""
    version: int = 1
    certainty: Certainty = Certainty.READ
    note: str = ""

    @property
    def key(self) -> SeriesKey:
        """What the value may be put in a series by."""
        return SeriesKey(self.source, self.definition, self.area, self.group, self.unit)

    @property
    def tag(self) -> str:
        """Return the words that stand with the value wherever it is shown."""
        version = f", version {self.version}" if self.version > 1 else ""
        repeated = ", gengivet af andre" if self.certainty is Certainty.REPEATED else ""
        return f"{self.source} {self.year}{version}{repeated}"


class NotComparable(DomainError):
    """Two figures do not measure the same thing, or not in the same year; the sentence says which."""


def _named(key: SeriesKey) -> str:
    return ", ".join(part for part in (key.source, key.definition, key.area, key.group) if part)


def is_comparable(measure: Measure, value: ReferenceValue) -> bool:
    """Return True when the measure's definition says that it may be held against the value's source and definition."""
    allowed = {(comparison.source, comparison.definition) for comparison in measure.comparisons}
    return value.unit is measure.unit and (value.source, value.definition) in allowed


def gap(measure: Measure, own: Decimal, year: int, value: ReferenceValue) -> Decimal:
    """Return how far our figure of a year lies over the reference value. Raises NotComparable when the two do not measure the same."""
    if not is_comparable(measure, value):
        raise NotComparable(
            f"{measure.name} er ikke opgjort som {_named(value.key)} og holdes ikke op mod det tal; vælg en kilde med samme definition."
        )
    if value.year != year:
        raise NotComparable(f"{measure.name} for {year} holdes ikke op mod et tal for {value.year}; vælg samme år.")
    return own - value.value


def comparable_with(
    measure: Measure, values: Iterable[ReferenceValue], year: int, group: str = ""
) -> tuple[ReferenceValue, ...]:
    """Return the values of a year and group that the measure may be held against: the newest version of each source and area, the country first."""
    newest: dict[SeriesKey, ReferenceValue] = {}
    for value in values:
        fits = value.year == year and value.group == group and is_comparable(measure, value)
        if fits and (value.key not in newest or value.version > newest[value.key].version):
            newest[value.key] = value
    return tuple(newest[key] for key in sorted(newest, key=lambda key: (_nearness(key.area), key)))


def _nearness(area: str) -> int:
    """Return how soon an area is shown: the country, then regions, then the others."""
    folded = area.casefold()
    return 0 if folded == COUNTRY else 1 if folded.startswith("region") else 2


def in_sight(values: Iterable[ReferenceValue]) -> tuple[ReferenceValue, ...]:
    """Return the values of at most four areas of each source and definition, the country and regions first.

    Beside a figure no more can be read; all of them stand in the list of reference values.
    """
    listed = tuple(values)
    areas: dict[tuple[str, str], set[str]] = {}
    for value in listed:
        areas.setdefault((value.source, value.definition), set()).add(value.area)
    kept = {
        series: set(sorted(found, key=lambda area: (_nearness(area), area))[:_MOST_AREAS])
        for series, found in areas.items()
    }
    return tuple(value for value in listed if value.area in kept[value.source, value.definition])


def as_told(value: Decimal, unit: Unit) -> Decimal:
    """Return a number without the zeros that a database puts behind it; days and years have one decimal at least."""
    least = 1 if unit in {Unit.DAYS, Unit.YEARS} else 0
    told = max(least, -int(value.normalize().as_tuple().exponent))
    return value.quantize(Decimal(1).scaleb(-told))


class Merged(NamedTuple):
    """What an import changed: all values afterwards, those that are new, and those that correct an earlier version."""

    values: tuple[ReferenceValue, ...]
    added: tuple[ReferenceValue, ...]
    corrected: tuple[ReferenceValue, ...]


class VersionTaken(DomainError):
    """A value says that it is a version that is known with another number."""


def says_the_same(known: ReferenceValue, read: ReferenceValue) -> bool:
    """Return True when nothing new is told: the same number, and no better known than before."""
    is_better_known = known.certainty is Certainty.REPEATED and read.certainty is Certainty.READ
    return known.value == read.value and not is_better_known


def merged(known: Iterable[ReferenceValue], read: Iterable[ReferenceValue]) -> Merged:
    """Return what is known after an import. The same value again changes nothing.

    A value that tells no version (UNTOLD) is the next one when it says something else than the newest; one that tells its version is
    kept as that version. Raises VersionTaken when that version is known and says something else.
    """
    values = list(known)
    told = {(value.key, value.year, value.version): value for value in values}
    newest: dict[tuple[SeriesKey, int], ReferenceValue] = {}
    for value in sorted(values, key=lambda one: one.version):
        newest[value.key, value.year] = value
    added: list[ReferenceValue] = []
    corrected: list[ReferenceValue] = []
    for value in sorted(read, key=lambda one: (one.version == UNTOLD, one.version)):
        earlier = newest.get((value.key, value.year))
        current = _kept(value, earlier, told.get((value.key, value.year, value.version)))
        if current is None:
            continue
        (added if earlier is None else corrected).append(current)
        told[value.key, value.year, current.version] = current
        if earlier is None or earlier.version < current.version:
            newest[value.key, value.year] = current
        values.append(current)
    return Merged(tuple(values), tuple(added), tuple(corrected))


def _kept(
    read: ReferenceValue, newest: ReferenceValue | None, same_version: ReferenceValue | None
) -> ReferenceValue | None:
    """Return the value with the version it is kept as, or None when it says nothing new."""
    if read.version != UNTOLD:
        if same_version is None:
            return read
        if not says_the_same(same_version, read):
            raise VersionTaken(
                f"{_named(read.key)} {read.year} version {read.version} er kendt som {written(same_version)}; "
                "giv rettelsen et nyt versionsnummer, eller lad versionen stå tom."
            )
        return None
    if newest is None:
        return replace(read, version=1)
    return None if says_the_same(newest, read) else replace(read, version=newest.version + 1)


def written(value: ReferenceValue) -> str:
    """Return the value as Danish writes it, with the decimals that its source gave and its unit: "13,03 dage", "12,0 dage", "47 %"."""
    return f"{number(as_told(value.value, value.unit))}\N{NO-BREAK SPACE}{said(value.unit.label)}"
