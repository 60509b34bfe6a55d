"""From the cells of a file to rows, by a source's mapping. Every problem is told with its line and column; nothing is guessed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from raadhus.core.workforce.rules.columns import (
    Column,
    WrongCell,
    day,
    day_after,
    fraction_of,
    hundredths,
    last_day,
    meaning_of,
    needed,
    optional,
    places,
    secret_day,
    text_of,
    unit_of,
)
from raadhus.core.workforce.rules.mapping import SourceMapping
from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow, EndingRow, Problem, Problems, Subject, iso
from raadhus.core.workforce.rules.vocabulary import EmploymentForm
from raadhus.kernel.danish import counted, short_date

_HOURS_OF_A_WEEK = 100
_MOST_PAY = 10_000_000
# How many signs the tables have room for.
_KEY, _NUMBER, _SHORT, _LONG, _WORD = 100, 90, 60, 200, 20
# The sign between the parts of a row's key.
_BETWEEN = "|"
Cells = tuple[int, Sequence[str]]
Row = AbsenceRow | EmploymentRow | EndingRow
_Value = TypeVar("_Value")


class RowReader:
    """Reads the rows of one file. `accept_cpr` lets CPR numbers stand as keys of people; otherwise they are refused wherever they are read.

    `units` gives the organisation's key of payroll's words (rules/units.py); without it the words are taken as they are.
    """

    def __init__(
        self,
        mapping: SourceMapping,
        heading: Sequence[str],
        *,
        accept_cpr: bool,
        name: str,
        units: Mapping[str, str] | None = None,
    ) -> None:
        self._columns = Columns(mapping, heading, accept_cpr=accept_cpr, name=name, units=units)
        self._subject = mapping.subject
        self._width = len(heading)
        self.problems = Problems()

    def rows(self, lines: Iterable[Cells]) -> Iterator[tuple[int, Row]]:
        """Yield line and row of everything that can be read; what cannot is added to `problems`."""
        read: Callable[[Sequence[str]], Row] = absences(self._columns)
        if self._subject is Subject.EMPLOYMENTS:
            read = _EmploymentReader(self._columns).read
        width = self._width
        for line, cells in lines:
            if len(cells) != width:
                self.problems.add(
                    Problem(
                        line, "", f"rækken har {counted(len(cells), 'felt', 'felter')}, men overskriften har {width}."
                    )
                )
                continue
            try:
                yield line, read([*cells, ""])
            except WrongCell as error:
                self.problems.add(Problem(line, error.column, str(error)))


class Columns:
    """The columns of one file by our names of the fields."""

    def __init__(
        self,
        mapping: SourceMapping,
        heading: Sequence[str],
        *,
        accept_cpr: bool,
        name: str,
        units: Mapping[str, str] | None,
    ) -> None:
        self.mapping, self.units = mapping, units
        self._accept_cpr = accept_cpr
        self._places = places(mapping, heading, name)

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def title(self, *names: str) -> str:
        """Return the heading of the first of the fields that the file has."""
        return next((self._places[name][1] for name in names if name in self._places), names[0])

    def of(self, name: str, read: Callable[[str], _Value]) -> Column[_Value]:
        """Return a field's column; one that the file has not is always empty."""
        place, title = self._places.get(name, (-1, name))
        return Column(place, title, read)

    def text(self, name: str, most: int, *, required: bool = False) -> Column[str]:
        """Return a field's column of texts."""
        return self.of(name, text_of(most=most, required=required, accept_cpr=self._accept_cpr))

    def key(self, name: str, *, is_person: bool = False) -> Column[str]:
        """Return a field's column of keys, which have no sign in them that parts a row's key."""
        forbidden = "\0" + _BETWEEN
        accept_cpr = self._accept_cpr
        return self.of(
            name,
            text_of(most=_KEY, required=True, accept_cpr=accept_cpr, forbidden=forbidden, is_person=is_person),
        )


def absences(columns: Columns) -> Callable[[Sequence[str]], AbsenceRow]:
    """Return what reads a line as an absence. The columns are looked up once, because a file has a million lines."""
    words, meanings = (
        columns.text("code", _SHORT, required=True),
        columns.of("code", meaning_of(columns.mapping.codes, "fraværskoden")),
    )
    own, numbers = columns.key("employment"), columns.text("absence", _NUMBER)
    firsts, lasts = columns.of("first", needed(day)), columns.of("last", last_day)
    hours = columns.of("weekly_hours_away", optional(hundredths(_HOURS_OF_A_WEEK, "timer om ugen")))
    told = columns.of("registered", optional(day))

    def read(cells: Sequence[str]) -> AbsenceRow:
        employment, code = own[cells[own.place]], words[cells[words.place]]
        first, last = firsts[cells[firsts.place]], lasts[cells[lasts.place]]
        if last is not None and last < first:
            raise _wrong_order(lasts.title, first, last)
        meaning = meanings[code]
        return AbsenceRow(
            f"{employment}{_BETWEEN}{numbers[cells[numbers.place]] or iso(first)}",
            employment,
            first,
            last,
            meaning.kind,
            code,
            hours[cells[hours.place]],
            told[cells[told.place]],
            meaning.sends_notification,
        )

    return read


class _EmploymentReader:
    """Reads a line as the terms of an employment, or as the end of one."""

    def __init__(self, columns: Columns) -> None:
        self._own, self._left = columns.key("employment"), columns.of("left", optional(day))
        self._starts, self._lasts = columns.of("start", needed(day)), columns.of("last", last_day)
        self._people, self._names = columns.key("person", is_person=True), columns.text("name", _LONG)
        self._units = columns.of("unit", needed(unit_of(columns.units)))
        self._forms = columns.of("form", _form_of(columns.mapping.forms))
        self._hired, self._born = columns.of("hired", optional(day)), columns.of("born", optional(secret_day))
        self._pay = columns.of("monthly_pay", optional(hundredths(_MOST_PAY, "kr.")))
        self._job_codes, self._titles = columns.text("job_code", _SHORT), columns.text("job_title", _LONG)
        self._agreements, self._reasons = columns.text("agreement", _LONG), columns.text("leave_reason", _LONG)
        self._genders, self._hours = columns.text("gender", _WORD), _hours(columns)

    def read(self, cells: Sequence[str]) -> EmploymentRow | EndingRow:
        employment, ended = self._own[cells[self._own.place]], self._left[cells[self._left.place]]
        if ended is not None:
            return EndingRow(employment, ended)
        start, last = self._starts[cells[self._starts.place]], self._lasts[cells[self._lasts.place]]
        if last is not None and last < start:
            raise _wrong_order(self._lasts.title, start, last)
        return EmploymentRow(
            key=f"{employment}{_BETWEEN}{start.isoformat()}",
            employment=employment,
            person=self._people[cells[self._people.place]],
            name=self._names[cells[self._names.place]],
            unit=self._units[cells[self._units.place]],
            start=start,
            end=day_after(last),
            weekly_hours=self._hours(cells),
            form=self._forms[cells[self._forms.place]],
            job_code=self._job_codes[cells[self._job_codes.place]],
            job_title=self._titles[cells[self._titles.place]],
            agreement=self._agreements[cells[self._agreements.place]],
            hired=self._hired[cells[self._hired.place]],
            leave_reason=self._reasons[cells[self._reasons.place]],
            born=self._born[cells[self._born.place]],
            gender=self._genders[cells[self._genders.place]],
            monthly_ore=self._pay[cells[self._pay.place]],
        )


def _wrong_order(title: str, first: date, last: date) -> WrongCell:
    return WrongCell(title, f"slutter {short_date(last)}, før den begynder {short_date(first)}.")


def _form_of(forms: Mapping[str, EmploymentForm]) -> Callable[[str], EmploymentForm]:
    known = meaning_of(forms, "ansættelsesformen")

    def read(text: str) -> EmploymentForm:
        return known(text) if text else EmploymentForm.MONTHLY

    return read


def _hours(columns: Columns) -> Callable[[Sequence[str]], int]:
    """Return what finds a line's hours a week: as told, else by the fraction of full time."""
    hours = columns.of("weekly_hours", optional(hundredths(_HOURS_OF_A_WEEK, "timer om ugen")))
    fractions = columns.of("fraction", optional(fraction_of(columns.mapping.full_time_hours)))
    title = columns.title("weekly_hours", "fraction")

    def read(cells: Sequence[str]) -> int:
        told = hours[cells[hours.place]]
        if told is None:
            told = fractions[cells[fractions.place]]
        if told is None:
            raise WrongCell(title, "hverken timer om ugen eller beskæftigelsesgrad er oplyst.")
        return told

    return read
