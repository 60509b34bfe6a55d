"""From the cells of a file to rows, by a source's mapping. Every problem is told with its line and column; nothing is guessed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from raadhus.core.workforce.rules.mapping import FIELDS, SourceMapping
from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow, Problem, Subject
from raadhus.core.workforce.rules.vocabulary import EmploymentForm
from raadhus.kernel.cells import day_of, decimal_of
from raadhus.kernel.cpr_numbers import is_cpr_number
from raadhus.kernel.errors import WrongInput

_DAY = timedelta(days=1)
_HUNDREDTHS = 100
_MOST_HOURS = 100_00
_PERCENT_FROM = Decimal("1.5")
_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)
Cells = tuple[int, Sequence[str]]
_Value = TypeVar("_Value")


class _Wrong(Exception):
    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class RowReader:
    """Reads the rows of one file. `accept_cpr` lets CPR numbers stand as keys of people; otherwise they are refused."""

    def __init__(self, mapping: SourceMapping, heading: Sequence[str], *, accept_cpr: bool, name: str) -> None:
        self._mapping = mapping
        self._accept_cpr = accept_cpr
        self._columns = _places(mapping, heading, name)
        self._width = len(heading)
        self.problems: list[Problem] = []

    def rows(self, lines: Iterable[Cells]) -> Iterator[tuple[int, EmploymentRow | AbsenceRow]]:
        """Yield line and row of everything that can be read; what cannot is added to `problems`."""
        read = self._employment if self._mapping.subject is Subject.EMPLOYMENTS else self._absence
        for line, cells in lines:
            try:
                self._whole(cells)
                yield line, read(cells)
            except _Wrong as error:
                self.problems.append(Problem(line, error.column, str(error)))

    def _whole(self, cells: Sequence[str]) -> None:
        if len(cells) != self._width:
            raise _Wrong("", f"rækken har {len(cells)} felter, men overskriften har {self._width}.")

    def _text(self, cells: Sequence[str], name: str, *, required: bool = False) -> str:
        place = self._columns.get(name)
        text = "" if place is None else cells[place[0]].strip()
        if required and not text:
            raise _Wrong(place[1] if place else name, "feltet er tomt.")
        return text

    def _key(self, cells: Sequence[str], name: str) -> str:
        text = self._text(cells, name, required=True)
        if not self._accept_cpr and is_cpr_number(text):
            raise _Wrong(self._columns[name][1], "her står et CPR-nummer; brug en pseudonym nøgle i stedet.")
        return text

    def _cell(self, cells: Sequence[str], name: str, read: Callable[[str], _Value]) -> _Value | None:
        """Return what the cell holds, None when it is empty or the file has no such column."""
        text = self._text(cells, name)
        return self._read(text, name, read) if text else None

    def _needed(self, cells: Sequence[str], name: str, read: Callable[[str], _Value]) -> _Value:
        return self._read(self._text(cells, name, required=True), name, read)

    def _read(self, text: str, name: str, read: Callable[[str], _Value]) -> _Value:
        try:
            return read(text)
        except ValueError as error:
            raise _Wrong(self._columns[name][1], str(error)) from error

    def _employment(self, cells: Sequence[str]) -> EmploymentRow:
        employment = self._key(cells, "employment")
        start = self._needed(cells, "start", day)
        last = self._cell(cells, "last", day)
        self._in_order(start, last, "last")
        born = self._cell(cells, "born", day)
        return EmploymentRow(
            key=f"{employment}|{start.isoformat()}",
            employment=employment,
            person=self._key(cells, "person"),
            name=self._text(cells, "name"),
            unit=self._text(cells, "unit", required=True),
            start=start,
            end=None if last is None else last + _DAY,
            weekly_hours=self._hours(cells),
            form=self._form(cells),
            job_code=self._text(cells, "job_code"),
            job_title=self._text(cells, "job_title"),
            agreement=self._text(cells, "agreement"),
            hired=self._cell(cells, "hired", day),
            leave_reason=self._text(cells, "leave_reason"),
            born=born,
            gender=self._text(cells, "gender"),
            monthly_ore=self._cell(cells, "monthly_pay", hundredths),
        )

    def _absence(self, cells: Sequence[str]) -> AbsenceRow:
        employment = self._key(cells, "employment")
        first = self._needed(cells, "first", day)
        last = self._cell(cells, "last", day)
        self._in_order(first, last, "last")
        code = self._text(cells, "code", required=True)
        meaning = self._mapping.codes.get(code)
        if meaning is None:
            raise _Wrong(
                self._columns["code"][1],
                f"fraværskoden {code!r} kendes ikke; skriv i kildens opsætning, hvad den betyder.",
            )
        number = self._text(cells, "absence")
        return AbsenceRow(
            key=f"{employment}|{number or first.isoformat()}",
            employment=employment,
            first=first,
            last=last,
            kind=meaning.kind,
            code=code,
            weekly_hours_away=self._cell(cells, "weekly_hours_away", hundredths),
            registered=self._cell(cells, "registered", day),
            sends_notification=meaning.sends_notification,
        )

    def _in_order(self, first: date, last: date | None, name: str) -> None:
        if last is not None and last < first:
            raise _Wrong(self._columns[name][1], f"slutter {last.isoformat()}, før den begynder {first.isoformat()}.")

    def _hours(self, cells: Sequence[str]) -> int:
        hours = self._cell(cells, "weekly_hours", hundredths)
        if hours is None:
            share = self._cell(cells, "fraction", fraction_of(self._mapping.full_time_hours))
            if share is None:
                name = self._columns.get("weekly_hours") or self._columns["fraction"]
                raise _Wrong(name[1], "hverken timer om ugen eller beskæftigelsesgrad er oplyst.")
            hours = share
        if not 0 <= hours <= _MOST_HOURS:
            raise _Wrong(
                (self._columns.get("weekly_hours") or self._columns["fraction"])[1],
                "det er ikke et antal timer om ugen.",
            )
        return int(hours)

    def _form(self, cells: Sequence[str]) -> EmploymentForm:
        text = self._text(cells, "form")
        if not text:
            return EmploymentForm.MONTHLY
        form = self._mapping.forms.get(text)
        if form is None:
            raise _Wrong(
                self._columns["form"][1],
                f"ansættelsesformen {text!r} kendes ikke; skriv i kildens opsætning, hvad den betyder.",
            )
        return form


def _places(mapping: SourceMapping, heading: Sequence[str], name: str) -> Mapping[str, tuple[int, str]]:
    """Return the place and heading of each field's column. Raises WrongInput when a required one is not in the file."""
    titles = [title.strip().casefold() for title in heading]
    found: dict[str, tuple[int, str]] = {}
    for one in FIELDS[mapping.subject]:
        column = mapping.columns.get(one.name, "")
        if not column:
            continue
        if titles.count(column.strip().casefold()) > 1:
            raise WrongInput(f"{name}, linje 1: kolonnen »{column}« står to gange.")
        if column.strip().casefold() in titles:
            found[one.name] = (titles.index(column.strip().casefold()), column)
        elif one.is_required:
            raise WrongInput(f"{name}, linje 1: kolonnen »{column}« ({one.label}) mangler.")
    return found


@lru_cache(maxsize=100_000)
def day(text: str) -> date:
    """Return the day of a cell. Raises ValueError also for a day that no employment has."""
    found = day_of(text)
    if not _FIRST <= found < _LAST:
        raise ValueError(f"{text!r} ligger uden for {_FIRST.year}-{_LAST.year}.")
    return found


@lru_cache(maxsize=100_000)
def hundredths(text: str) -> int:
    """Return a cell's number in hundredths: hours "32,5" are 3250, kroner "31.250,75" are øre. Raises ValueError for less than nothing."""
    value = decimal_of(text.removesuffix("kr.").removesuffix("kr"))
    if value < 0:
        raise ValueError(f"{text!r} er mindre end nul.")
    return int((value * _HUNDREDTHS).to_integral_value())


def fraction_of(full_time_hours: int) -> Callable[[str], int]:
    """Return what reads a fraction of full time ("0,81", "81 %", "30/37") as hundredths of hours a week."""

    def read(text: str) -> int:
        upper, _, lower = text.replace("%", "").partition("/")
        value = decimal_of(upper) / (decimal_of(lower) if lower else Decimal(1))
        if "%" in text or value > _PERCENT_FROM:
            value /= _HUNDREDTHS
        if not 0 <= value <= 1:
            raise ValueError(f"{text!r} er ikke en beskæftigelsesgrad mellem 0 og 1.")
        return int((value * full_time_hours * _HUNDREDTHS).to_integral_value())

    return read
