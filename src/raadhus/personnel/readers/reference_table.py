"""Reference values as a CSV of our own columns: what KRL's tool, or anybody's, is copied into. One row a value."""

import csv
import io
from decimal import Decimal

from raadhus.kernel.cells import decimal_of, separator_of, table_text
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.benchmarks.references import COUNTRY, Certainty, ReferenceValue
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
_NEEDED = ("source", "definition", "year", "value", "unit", "origin")
_UNITS = {unit.label.casefold(): unit for unit in Unit} | {unit.value: unit for unit in Unit}
_FIRST_YEAR, _LAST_YEAR = 1970, 2100


def read_reference_table(data: bytes, name: str) -> tuple[ReferenceValue, ...]:
    """Return the values of a table. Raises WrongInput with the line and what to do, when anything in it cannot be used."""
    try:
        text = table_text(data)
    except ValueError as error:
        raise WrongInput(f"{name}: {error}") from error
    lines = text.lstrip("\r\n")
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator_of(lines.partition("\n")[0]), strict=True)
    try:
        rows = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise WrongInput(
            f"{name}, linje {reader.line_num}: tabellen er afbrudt eller har et løst citationstegn."
        ) from error
    if not rows:
        raise WrongInput(f"{name}: filen er tom.")
    fields = _heading(rows[0][1], name)
    return _without_repeats([(line, _value(fields, cells, f"{name}, linje {line}")) for line, cells in rows[1:]], name)


def _heading(cells: list[str], name: str) -> list[str]:
    english = set(COLUMNS.values())
    found = [cell.strip().casefold() for cell in cells]
    fields = [COLUMNS.get(cell, cell if cell in english else "") for cell in found]
    if missing := [column for column in _NEEDED if column not in fields]:
        danish = next(heading for heading, field in COLUMNS.items() if field == missing[0])
        raise WrongInput(f"{name}: kolonnen {danish!r} mangler; den første linje skal have {', '.join(COLUMNS)}.")
    return fields


def _value(fields: list[str], cells: list[str], where: str) -> ReferenceValue:
    given = {field: cell.strip() for field, cell in zip(fields, cells, strict=False) if field and cell.strip()}
    if missing := [field for field in _NEEDED if field not in given]:
        danish = next(heading for heading, field in COLUMNS.items() if field == missing[0])
        raise WrongInput(f"{where}: {danish} mangler.")
    unit = _UNITS.get(given["unit"].casefold())
    if unit is None:
        raise WrongInput(
            f"{where}: {given['unit']!r} er ikke en enhed; skriv {', '.join(unit.label for unit in Unit)}."
        )
    return ReferenceValue(
        source=given["source"],
        definition=given["definition"],
        year=_number(given["year"], where, "et årstal", _FIRST_YEAR, _LAST_YEAR),
        value=_decimal(given["value"], where),
        unit=unit,
        origin=given["origin"],
        area=given.get("area", COUNTRY),
        group=given.get("group", ""),
        version=_number(given.get("version", "1"), where, "et versionsnummer", 1, 1000),
        certainty=_certainty(given.get("certainty", Certainty.READ.value), where),
        note=given.get("note", ""),
    )


def _decimal(text: str, where: str) -> Decimal:
    try:
        value = decimal_of(text)
    except ValueError as error:
        raise WrongInput(f"{where}: {error}") from error
    if not is_usable(value):
        raise WrongInput(f"{where}: {text} er et for stort tal; ret det.")
    return value


def _number(text: str, where: str, what: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and least <= int(text) <= most):
        raise WrongInput(f"{where}: {text!r} er ikke {what}.")
    return int(text)


def _certainty(text: str, where: str) -> Certainty:
    try:
        return Certainty(text.upper())
    except ValueError as error:
        raise WrongInput(
            f"{where}: sikkerhed {text!r} er hverken V (læst i kilden) eller U (gengivet af andre)."
        ) from error


def _without_repeats(values: list[tuple[int, ReferenceValue]], name: str) -> tuple[ReferenceValue, ...]:
    seen: dict[object, int] = {}
    for line, value in values:
        place = (value.key, value.year, value.version)
        if place in seen:
            raise WrongInput(
                f"{name}, linje {line}: samme tal som linje {seen[place]}; giv det et andet versionsnummer eller slet det ene."
            )
        seen[place] = line
    return tuple(value for _, value in values)
