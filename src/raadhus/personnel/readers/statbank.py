"""StatBank's files: CSV (the last column is the number), PX and JSON-stat, each read into the same table. The file says itself which it is."""

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from itertools import product
from math import prod

from raadhus.kernel.cells import decimal_of, separator_of, table_text
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.readers.px import read_px
from raadhus.personnel.rules.benchmarks.statbank import Dimension, StatTable, is_usable

# What StatBank writes where it has no number, or may not show it.
MISSING = frozenset({"", ".", "..", "...", "....", "-", ":"})
_MOST_CELLS = 2_000_000


def read_statbank(data: bytes, name: str) -> StatTable:
    """Return the table of a file. Raises WrongInput when it is none of the three, or is broken."""
    table = _table(data, name)
    texts = [table.title, table.source, table.updated]
    texts += [
        text for dimension in table.dimensions for text in (dimension.name, *(one for _, one in dimension.values))
    ]
    if not all(text.isprintable() for text in texts):
        raise WrongInput(f"{name}: tabellen har tegn, der ikke kan vises; hent den igen.")
    return table


def _table(data: bytes, name: str) -> StatTable:
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith((b"{", b"[")):
        return _json_stat(data, name)
    if start.upper().startswith((b"CHARSET", b"AXIS-VERSION", b"CODEPAGE", b"LANGUAGE", b"CREATION-DATE", b"MATRIX")):
        return read_px(data, name)
    return _csv(data, name)


def _csv(data: bytes, name: str) -> StatTable:
    try:
        lines = table_text(data).lstrip("\r\n")
        reader = csv.reader(
            io.StringIO(lines, newline=""), delimiter=separator_of(lines.partition("\n")[0]), strict=True
        )
        rows = [[cell.strip() for cell in cells] for cells in reader if any(cell.strip() for cell in cells)]
    except (ValueError, csv.Error) as error:
        raise WrongInput(f"{name}: filen kan ikke læses som en tabel fra Statistikbanken.") from error
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 - a heading and a row, a dimension and a number
        raise WrongInput(f"{name}: tabellen har ingen tal; hent den som CSV med mindst én variabel.")
    width = len(rows[0])
    if wrong := next((place for place, cells in enumerate(rows, 1) if len(cells) != width), None):
        raise WrongInput(f"{name}, linje {wrong}: linjen har ikke {width} kolonner som den første.")
    cells = {tuple(row[:-1]): _number(row[-1], f"{name}, linje {place}") for place, row in enumerate(rows[1:], 2)}
    if len(cells) < len(rows) - 1:
        raise WrongInput(f"{name}: den samme kombination står to gange; hent tabellen igen.")
    dimensions = tuple(
        Dimension(heading, tuple((code, code) for code in dict.fromkeys(row[place] for row in rows[1:])))
        for place, heading in enumerate(rows[0][:-1])
    )
    return StatTable(name, dimensions, cells)


def _number(text: str, where: str) -> Decimal | None:
    if text in MISSING:
        return None
    try:
        value = decimal_of(text)
    except ValueError as error:
        raise WrongInput(f"{where}: {error}") from error
    if not is_usable(value):
        raise WrongInput(f"{where}: {text[:40]} er et for stort tal; hent tabellen igen.")
    return value


def _json_stat(data: bytes, name: str) -> StatTable:
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_int=Decimal)
        body = found.get("dataset", found)
        holder = body["dimension"]
        ids = body.get("id") or holder["id"]
        dimensions = tuple(_json_dimension(code, holder[code]) for code in ids)
        values = body["value"]
        title = str(body.get("label", name))
        size = prod(len(dimension.values) for dimension in dimensions)
        numbers = _json_values(values, size, name)
        return StatTable(
            title, dimensions, _cells(dimensions, numbers), str(body.get("source", "")), str(body.get("updated", ""))
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, InvalidOperation) as error:
        raise WrongInput(f"{name}: filen er ikke en hel JSON-stat-tabel; hent den igen fra Statistikbanken.") from error


def _json_dimension(code: str, found: dict[str, object]) -> Dimension:
    category = found["category"]
    if not isinstance(category, dict):
        raise TypeError(code)
    labels = category.get("label", {})
    index = category.get("index", list(labels))
    codes = sorted(index, key=lambda one: index[one]) if isinstance(index, dict) else index
    return Dimension(str(code), tuple((str(one), str(labels.get(one, one))) for one in codes))


def _json_values(values: object, size: int, name: str) -> Sequence[Decimal | None]:
    """Return the numbers in order; JSON-stat may leave out those that are missing, by their place."""
    if size > _MOST_CELLS:
        raise WrongInput(f"{name}: tabellen har over {_MOST_CELLS:,} tal; hent en mindre del.".replace(",", "."))
    numbers = [values.get(str(place)) for place in range(size)] if isinstance(values, dict) else values
    if not isinstance(numbers, list) or len(numbers) != size:
        raise ValueError(name)
    if not all(number is None or (isinstance(number, Decimal) and is_usable(number)) for number in numbers):
        raise ValueError(name)
    return numbers


def _cells(dimensions: Sequence[Dimension], numbers: Sequence[Decimal | None]) -> dict[tuple[str, ...], Decimal | None]:
    codes = product(*([code for code, _ in dimension.values] for dimension in dimensions))
    return dict(zip(codes, numbers, strict=True))
