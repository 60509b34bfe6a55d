"""The municipality's list of job codes as CSV: kode, gruppe, administrativ, fra, til; the whole list or nothing of it."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.occupations import OccupationLine

HEAD = ("kode", "gruppe", "administrativ", "fra", "til")
_YES, _NO = {"ja", "j", "1", "x", "true"}, {"", "nej", "n", "0", "false"}
_MOST = 20_000


def read_occupations(data: bytes) -> list[OccupationLine]:
    """Return the lines of a file. Raises WrongInput with the line, what is wrong, and what to do."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongInput("Filen er ikke UTF-8-tekst; gem den som CSV UTF-8.") from error
    first = text.split("\n", 1)[0]
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in first else ","))
    if not rows or [one.strip().casefold() for one in rows[0]][:2] != list(HEAD[:2]):
        raise WrongInput(f"Filens første linje skal være {';'.join(HEAD)}.")
    if len(rows) > _MOST:
        raise WrongInput(f"Filen har flere end {_MOST} linjer; en liste over stillingskoder er kortere.")
    return [_line(number, row) for number, row in enumerate(rows[1:], 2) if any(one.strip() for one in row)]


def _line(number: int, row: Sequence[str]) -> OccupationLine:
    code, group, administrative, start, end = (*(one.strip() for one in row[:5]), *[""] * (5 - len(row)))[:5]
    if not group:
        raise WrongInput(f"Linje {number}: gruppen mangler; skriv den i kolonnen »gruppe«.")
    said = administrative.casefold()
    if said not in _YES | _NO:
        raise WrongInput(f"Linje {number}: »{administrative}« skal være ja eller nej i kolonnen »administrativ«.")
    began = _day(number, start, "fra") or date.min
    return OccupationLine(code, group, said in _YES, began, _day(number, end, "til"))


def _day(number: int, written: str, column: str) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise WrongInput(
            f"Linje {number}: »{written}« i kolonnen »{column}« er ikke en dato som 2026-01-01."
        ) from error


def cells(line: OccupationLine) -> tuple[str, ...]:
    """Return a line as the file has it."""
    start = "" if line.start == date.min else line.start.isoformat()
    return (
        line.code,
        line.group,
        "ja" if line.is_administrative else "nej",
        start,
        line.end.isoformat() if line.end else "",
    )
