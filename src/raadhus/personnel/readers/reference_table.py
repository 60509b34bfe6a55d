"""Reference values as a CSV or XLSX of our own columns (docs/formats/reference-values.md): what KRL's tool is copied into, a row a value."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from raadhus.core.workforce.public import lines_of
from raadhus.kernel.cells import decimal_of
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.benchmarks.naming import definition_key
from raadhus.personnel.rules.benchmarks.planning import FIRST_YEAR, WrongRow
from raadhus.personnel.rules.benchmarks.references import COUNTRY, UNTOLD, Certainty, ReferenceValue
from raadhus.personnel.rules.benchmarks.statbank import is_usable
from raadhus.personnel.rules.measures.definitions import Unit

# The columns, by their Danish and English headings; the first six must be there.
COLUMNS = {
    "kilde": "source",
    "definition": "definition",
    "år": "year",
    "værdi": "value",
    "enhed": "unit",
    "henvisning": "origin",
    "område": "area",
    "gruppe": "group",
    "version": "version",
    "sikkerhed": "certainty",
    "bemærkning": "note",
}
_DANISH = {field: heading for heading, field in COLUMNS.items()}
_NEEDED = ("source", "definition", "year", "value", "unit", "origin")
# With so many of the needed headings a table is meant to be ours, so that what is missing is told.
_MEANT = 4
_UNITS = {unit.label.casefold(): unit for unit in Unit} | {unit.value: unit for unit in Unit}
_LAST_YEAR, _MOST_ROWS, _LONGEST_SHOWN = 2100, 50_000, 40
# How our own exports keep a spreadsheet from taking a text for a formula.
_MADE_PLAIN = ("'=", "'+", "'-", "'@")


class TableRead(NamedTuple):
    """What a table holds: its values, each with its line, and what could not be read."""

    values: tuple[tuple[int, ReferenceValue], ...]
    wrong: tuple[WrongRow, ...]


class _WrongCell(Exception):
    """A cell that cannot be used: the field, and why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.column = _DANISH[field]


def is_reference_table(heading: Sequence[str]) -> bool:
    """Return True when the headings are those of our own table, or nearly."""
    return len(set(_fields(heading)) & set(_NEEDED)) >= _MEANT


def read_reference_table(data: bytes, name: str) -> TableRead:
    """Return the table's values and its faults. Raises WrongInput when it is no such table at all."""
    heading, lines = lines_of(data, name)
    fields = _fields(heading)
    if missing := [column for column in _NEEDED if column not in fields]:
        raise WrongInput(
            f"{name}: kolonnen {_DANISH[missing[0]]!r} mangler; den første linje skal have {', '.join(COLUMNS)}."
        )
    if twice := [field for field in fields if field and fields.count(field) > 1]:
        raise WrongInput(f"{name}: kolonnen {_DANISH[twice[0]]!r} står to gange; slet den ene.")
    values, wrong = _read(fields, lines, name)
    if not values and not wrong:
        raise WrongInput(f"{name}: tabellen har ingen rækker under overskriften.")
    return TableRead(tuple(values), tuple(wrong))


def _fields(heading: Sequence[str]) -> list[str]:
    english = set(COLUMNS.values())
    found = [cell.strip().casefold() for cell in heading]
    return [COLUMNS.get(cell, cell if cell in english else "") for cell in found]


def _read(
    fields: Sequence[str], lines: Iterable[tuple[int, Sequence[str]]], name: str
) -> tuple[list[tuple[int, ReferenceValue]], list[WrongRow]]:
    values: list[tuple[int, ReferenceValue]] = []
    wrong: list[WrongRow] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(values) + len(wrong) >= _MOST_ROWS:
            raise WrongInput(f"{name}: tabellen har over {_MOST_ROWS} rækker; del den i flere.")
        try:
            values.append((line, _value(fields, cells)))
        except _WrongCell as error:
            wrong.append(WrongRow(line, error.column, str(error)))
    return values, wrong


def _value(fields: Sequence[str], cells: Sequence[str]) -> ReferenceValue:
    given = {field: _plain(cell.strip()) for field, cell in zip(fields, cells, strict=False) if field and cell.strip()}
    if missing := [field for field in _NEEDED if field not in given]:
        raise _WrongCell(missing[0], "cellen er tom; den skal udfyldes.")
    unit = _UNITS.get(given["unit"].casefold())
    if unit is None:
        known = ", ".join(unit.label for unit in Unit)
        raise _WrongCell("unit", f"{_shown(given['unit'])} er ikke en enhed; skriv {known}.")
    return ReferenceValue(
        source=given["source"],
        definition=definition_key(given["definition"]),
        year=_number(given["year"], "year", "et årstal", FIRST_YEAR, _LAST_YEAR),
        value=_decimal(given["value"]),
        unit=unit,
        origin=given["origin"],
        area=given.get("area", COUNTRY),
        group=given.get("group", ""),
        version=_number(given["version"], "version", "et versionsnummer", 1, 1000) if "version" in given else UNTOLD,
        certainty=_certainty(given.get("certainty", Certainty.READ.value)),
        note=given.get("note", ""),
    )


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith(_MADE_PLAIN) else cell


def _shown(text: str) -> str:
    return repr(text[:_LONGEST_SHOWN])


def _decimal(text: str) -> Decimal:
    try:
        value = decimal_of(text[:_LONGEST_SHOWN])
    except ValueError as error:
        raise _WrongCell("value", str(error)) from error
    if value and not is_usable(value):
        raise _WrongCell("value", f"{_shown(text)} er et for stort eller for lille tal; ret det.")
    return value


def _number(text: str, field: str, what: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and least <= int(text) <= most):
        raise _WrongCell(field, f"{_shown(text)} er ikke {what} fra {least} til {most}.")
    return int(text)


def _certainty(text: str) -> Certainty:
    try:
        return Certainty(text.upper())
    except ValueError as error:
        raise _WrongCell(
            "certainty", f"{_shown(text)} er hverken V (læst i kilden) eller U (gengivet af andre)."
        ) from error
