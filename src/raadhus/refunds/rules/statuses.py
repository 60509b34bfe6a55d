"""What NemRefusion says of absences: a table's words recognised, its rows checked and matched (docs/formats/nemrefusion-status.md)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from raadhus.kernel.cells import day_of
from raadhus.kernel.cpr_numbers import find_cpr_numbers, without_cpr
from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.rules.following import Standing

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "employment": ("ansættelse", "tjenestenummer", "tjenestenr", "medarbejdernummer", "ansættelsesnummer", "lønnummer"),
    "first_absence_date": ("første fraværsdag", "første sygedag", "fraværets første dag", "første dag"),
    "status": ("tilstand", "standing"),
    "notified_date": ("anmeldt", "anmeldelsesdato", "anmeldelse underskrevet", "anmeldt dato"),
    "claimed_date": ("anmodet", "anmodningsdato", "anmodning underskrevet", "anmodet dato"),
    "reason": ("årsag", "begrundelse", "afvisningsårsag", "grund"),
}
NEEDED = ("employment", "first_absence_date", "status")
WORDS: Mapping[Standing, tuple[str, ...]] = {
    Standing.UNSIGNED: ("ikke underskrevet", "kladde", "afventer underskrift", "venter"),
    Standing.SIGNED: ("anmeldt", "underskrevet", "modtaget"),
    Standing.CLAIMED: ("anmodet", "refusion anmodet"),
    Standing.PAID: ("udbetalt", "bevilget", "udbetales"),
    Standing.REFUSED: ("afvist", "afslag", "afslået"),
}
_BY_WORD = {word: standing for standing, words in WORDS.items() for word in (standing.value, *words)}
_LONGEST = {"employment": 100, "reason": 500}
_LONGEST_SENTENCE = 500


class Status(NamedTuple):
    """What one row says: of which employment and first day, where it stands, and when it was signed and claimed."""

    line: int
    employment: str
    first: date
    standing: Standing
    notified: date | None
    claimed: date | None
    latest_claim: date | None
    reason: str


class WrongRow(NamedTuple):
    """What is wrong: line (the heading is line 1), column (empty for the whole row), and the Danish sentence."""

    line: int
    column: str
    message: str


@dataclass(slots=True)
class StatusReading:
    """A table as it was read: what each absence's newest word is, how many rows there were, and what is wrong."""

    statuses: list[Status] = field(default_factory=list)
    rows: int = 0
    wrong: list[WrongRow] = field(default_factory=list)


class _Wrong(Exception):
    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def columns_of(heading: Sequence[str], name: str) -> dict[str, int]:
    """Return which cell is which column. Raises WrongInput when one that is needed is missing, or stands twice."""
    found: dict[str, int] = {}
    known = {word: column for column, words in COLUMNS.items() for word in (column, *words)}
    for place, cell in enumerate(heading):
        column = known.get(" ".join(cell.strip().strip(".:").casefold().replace("_", " ").split())) or known.get(
            cell.strip().casefold()
        )
        if column in found:
            raise WrongInput(f"{name}, linje 1: kolonnen {column} står to gange.")
        if column:
            found[column] = place
    missing = next((column for column in NEEDED if column not in found), None)
    if missing:
        words = ", ".join((missing, *COLUMNS[missing][:2]))
        raise WrongInput(f"{name}, linje 1: kolonnen {missing} mangler. Den kan hedde {words}.")
    return found


def read_statuses(
    heading: Sequence[str], lines: Iterable[tuple[int, Sequence[str]]], name: str, today: date
) -> StatusReading:
    """Return what the table says. Raises WrongInput when it is no such table; wrong rows are in the reading."""
    places, reading = columns_of(heading, name), StatusReading()
    # A wrong cell is found by the word that stands in the file; a column that is missing by what it may be called.
    titles = {
        column: heading[places[column]].strip() if column in places else words[0] for column, words in COLUMNS.items()
    }
    by_absence: dict[tuple[str, date], Status] = {}
    for line, cells in lines:
        reading.rows += 1
        try:
            status = _row(line, _values(cells, places), today)
            key = status.employment, status.first
            by_absence[key] = _together(by_absence[key], status) if key in by_absence else status
        except _Wrong as error:
            # Columns that have slipped may put anything in the cell that the sentence tells of.
            reading.wrong.append(
                WrongRow(line, titles.get(error.column, ""), without_cpr(str(error))[:_LONGEST_SENTENCE])
            )
    if not reading.rows:
        reading.wrong.append(WrongRow(1, "", "der er ingen rækker i filen."))
    reading.statuses = list(by_absence.values())
    return reading


def _values(cells: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {column: cells[place].strip() if place < len(cells) else "" for column, place in places.items()}


def _row(line: int, values: Mapping[str, str], today: date) -> Status:
    for column in NEEDED:
        if not values[column]:
            raise _Wrong(column, "feltet er tomt.")
    for column, most in _LONGEST.items():
        if len(values.get(column, "")) > most:
            raise _Wrong(column, f"teksten er længere end {most} tegn.")
        if any(find_cpr_numbers(values.get(column, ""))):
            raise _Wrong(column, "her står noget, der ligner et CPR-nummer; brug ansættelsens nummer.")
        if "\0" in values.get(column, ""):
            raise _Wrong(column, "her står et tegn, der ikke kan gemmes.")
    standing = _BY_WORD.get(values["status"].casefold())
    if standing is None:
        known = ", ".join(words[0] for words in WORDS.values())
        raise _Wrong("status", f"{values['status']!r} kendes ikke; brug {known}.")
    first = _day(values, "first_absence_date", today)
    notified, claimed = _day(values, "notified_date", today), _day(values, "claimed_date", today)
    status = Status(
        line, values["employment"], first or date.min, standing, notified, claimed, None, values.get("reason", "")
    )
    return _consistent(status)


def _day(values: Mapping[str, str], column: str, today: date) -> date | None:
    text = values.get(column, "")
    if not text:
        return None
    try:
        day = day_of(text)
    except ValueError as error:
        raise _Wrong(column, str(error)) from error
    if day > today:
        raise _Wrong(column, f"dagen {short_date(day)} er ikke kommet endnu.")
    return day


def _consistent(status: Status) -> Status:
    checks: tuple[tuple[bool, str, str], ...] = (
        (_before(status.notified, status.first), "notified_date", "dagen ligger før den første fraværsdag."),
        (_before(status.claimed, status.first), "claimed_date", "dagen ligger før den første fraværsdag."),
        (_before(status.claimed, status.notified), "claimed_date", "anmodningen ligger før anmeldelsen."),
        (
            status.standing is Standing.UNSIGNED and bool(status.notified or status.claimed),
            "status",
            "det, der ikke er underskrevet, kan ikke have en dato.",
        ),
        (
            status.standing is Standing.SIGNED and not status.notified,
            "notified_date",
            "det er underskrevet, så datoen skal stå her.",
        ),
        (
            status.standing in {Standing.CLAIMED, Standing.PAID} and not status.claimed,
            "claimed_date",
            "der er anmodet, så datoen skal stå her.",
        ),
        (
            status.standing is Standing.REFUSED and not status.reason,
            "reason",
            "det er afvist, så grunden skal stå her.",
        ),
    )
    for is_wrong, column, message in checks:
        if is_wrong:
            raise _Wrong(column, message)
    return status


def _before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _together(one: Status, other: Status) -> Status:
    """Return two rows of the same absence as one: further claims of it. Anything else twice is a mistake."""
    if not one.claimed or not other.claimed or one.claimed == other.claimed or one.notified != other.notified:
        raise _Wrong(
            "", f"det samme fravær står også i linje {one.line}; kun yderligere anmodninger må stå flere gange."
        )
    newest = other if other.claimed > (one.latest_claim or one.claimed) else one
    return newest._replace(
        line=one.line,
        claimed=min(one.claimed, other.claimed),
        latest_claim=max(one.latest_claim or one.claimed, other.claimed),
    )


class Spoken(NamedTuple):
    """An absence that may be spoken of: its key, first and last day."""

    key: str
    first: date
    last: date | None


def matched(
    statuses: Iterable[Status], absences: Callable[[str], Sequence[Spoken]]
) -> list[tuple[Status, str | None, bool]]:
    """Return each status with the key of its absence (None when none fits), and whether only the nearest was taken.

    The absence that began on the very day goes before one that covers it; of those, the one that began nearest. An absence is
    spoken of by one status only. `absences` gives those of an employment.
    """
    given = list(statuses)
    by_nearness = sorted(given, key=lambda one: (not _exact(one, absences(one.employment)), one.line))
    taken: set[str] = set()
    found: dict[int, tuple[str | None, bool]] = {}
    for status in by_nearness:
        fitting = [one for one in absences(status.employment) if one.key not in taken and _covers(one, status.first)]
        best = min(fitting, key=lambda one: (abs((one.first - status.first).days), one.key), default=None)
        if best is not None:
            taken.add(best.key)
        found[status.line] = (best.key if best else None, best is not None and best.first != status.first)
    return [(status, *found[status.line]) for status in given]


def _exact(status: Status, absences: Sequence[Spoken]) -> bool:
    return any(one.first == status.first for one in absences)


def _covers(absence: Spoken, day: date) -> bool:
    return absence.first <= day and (absence.last is None or day <= absence.last)
