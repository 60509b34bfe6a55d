"""What taking a file of reference values in would do: what is wrong with it row by row, and when nothing is, what is new and what corrects."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from raadhus.personnel.rules.benchmarks.naming import UNITS, definition_name
from raadhus.personnel.rules.benchmarks.references import Merged, ReferenceValue, VersionTaken, merged
from raadhus.personnel.rules.measures.definitions import Unit

FIRST_YEAR = 1970
_KEY = re.compile(r"[a-z][a-z0-9_]{1,99}")
_CONTROL = re.compile(r"[\0-\x1f\x7f]")
_FOUR_DECIMALS = Decimal("0.0001")
_LARGEST = Decimal(10) ** 10
# The most that can be, by what is counted: days of a year, per cent of a whole, years of a life.
_MOST = {Unit.PERCENT: 100, Unit.DAYS: 366, Unit.YEARS: 120}
_LENGTHS = {"kilde": 100, "område": 100, "gruppe": 100, "henvisning": 500, "bemærkning": 500}


class WrongRow(NamedTuple):
    """What is wrong in a file: the line (0 is the file as a whole), the column or nothing, and one Danish sentence."""

    line: int
    column: str
    message: str


class Planned(NamedTuple):
    """What a file would do: how many values it has, what is wrong, and what it would change; with anything wrong it changes nothing."""

    rows: int
    wrong: tuple[WrongRow, ...]
    outcome: Merged

    @property
    def unchanged(self) -> int:
        """How many of the values were known already."""
        return 0 if self.wrong else self.rows - len(self.outcome.added) - len(self.outcome.corrected)


def planned(
    read: Sequence[tuple[int, ReferenceValue]],
    wrong: Sequence[WrongRow],
    known: Iterable[ReferenceValue],
    this_year: int,
) -> Planned:
    """Return what the values of a file, each with its line, would do to what is known. `wrong` is what could not be read at all."""
    values = [(line, _rounded(value)) for line, value in read]
    before = tuple(known)
    found = [*wrong, *(one for line, value in values for one in _faults(line, value, this_year)), *_repeats(values)]
    if not found:
        found = _taken(values, before)
    if not found:
        return Planned(len(values), (), merged(before, [value for _, value in values]))
    return Planned(len(values) + len(wrong), tuple(sorted(found)), Merged(before, (), ()))


def _rounded(value: ReferenceValue) -> ReferenceValue:
    """Return the value with the four decimals that are kept."""
    if abs(value.value) >= _LARGEST:
        return value
    return replace(value, value=value.value.quantize(_FOUR_DECIMALS, ROUND_HALF_UP))


def _faults(line: int, value: ReferenceValue, this_year: int) -> Iterable[WrongRow]:
    for column, message in (*_text_faults(value), *_number_faults(value, this_year)):
        yield WrongRow(line, column, f"{_place(line, value)}{message}")


def _place(line: int, value: ReferenceValue) -> str:
    """Return where a value of a table without lines stands."""
    return "" if line else f"{' '.join(filter(None, (value.area, value.group, str(value.year))))}: "


def _repeats(values: Sequence[tuple[int, ReferenceValue]]) -> Iterable[WrongRow]:
    seen: dict[object, int] = {}
    for line, value in values:
        place = (value.key, value.year, value.version)
        if place in seen:
            first = f"samme tal som linje {seen[place]}" if line else "tallet står to gange"
            yield WrongRow(
                line, "", f"{_place(line, value)}{first}; giv det et andet versionsnummer eller slet det ene."
            )
        seen.setdefault(place, line)


def _text_faults(value: ReferenceValue) -> Iterable[tuple[str, str]]:
    texts = (value.source, value.area, value.group, value.origin, value.note)
    for (column, most), text in zip(_LENGTHS.items(), texts, strict=True):
        if len(text) > most:
            yield column, f"teksten er på {len(text)} tegn; der er plads til {most}."
        if _CONTROL.search(text):
            yield column, "teksten har tegn, der ikke kan vises; skriv den igen."
    if not _KEY.fullmatch(value.definition):
        yield (
            "definition",
            "definitionen skal være navnet på et mål eller en nøgle af små bogstaver a-z, tal og understreg.",
        )


def _number_faults(value: ReferenceValue, this_year: int) -> Iterable[tuple[str, str]]:
    if not FIRST_YEAR <= value.year <= this_year:
        yield "år", f"{value.year} er ikke et år, der kan være tal for endnu; ret årstallet (højst {this_year})."
    most = _MOST.get(value.unit)
    if value.value < 0:
        yield "værdi", "tallet er under 0; ret det."
    elif most is not None and value.value > most:
        yield "værdi", f"tallet er over {most} {value.unit.label}; ret det eller enheden."
    elif value.value >= _LARGEST:
        yield "værdi", "tallet er for stort; ret det."
    elif value.unit is Unit.PERSONS and value.value != value.value.to_integral_value():
        yield "værdi", "et antal personer skal være et helt tal; ret det eller enheden."
    expected = UNITS.get(value.definition, value.unit)
    if expected is not value.unit:
        name = definition_name(value.definition)
        yield (
            "enhed",
            f"{name} opgøres i {expected.label} og ikke i {value.unit.label}; ret enheden eller definitionen.",
        )


def _taken(values: Sequence[tuple[int, ReferenceValue]], known: tuple[ReferenceValue, ...]) -> list[WrongRow]:
    """Return the rows whose version is known with another number."""
    told = {(one.key, one.year, one.version): one for one in known}
    found = []
    for line, value in values:
        same = told.get((value.key, value.year, value.version))
        try:
            merged([] if same is None else [same], [value])
        except VersionTaken as error:
            found.append(WrongRow(line, "version", str(error)))
    return found
