"""The components of cells by plain Python: the definition that every engine's answer is held against.

A cell is (unit, value of the breakdown). Breakdowns are one at a time; the value without one is the empty word.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from raadhus.personnel.rules.absences import AbsencePart
from raadhus.personnel.rules.calendar import Month, WorkingDays, whole_months
from raadhus.personnel.rules.facts import FORMS, Form, Settings
from raadhus.personnel.rules.measures.definitions import MONTHS_A_YEAR, Component, Population
from raadhus.personnel.rules.timeline import Stretch


class Breakdown(StrEnum):
    """What people may be split by, one at a time."""

    NONE = "none"
    OCCUPATION = "occupation"
    AGE = "age"
    GENDER = "gender"
    CONTRACT = "contract"


class Cell(NamedTuple):
    """Whose numbers: a unit, and the value of the breakdown."""

    unit: str
    value: str


class PersonCell(NamedTuple):
    """One employment of one person, with every value a breakdown could have: what disclosure control looks at. Never published."""

    unit: str
    value: str
    occupation: str
    age: str
    gender: str
    contract: str
    person: str
    employment: str


AnyCell = Cell | PersonCell
Counted = dict[AnyCell, dict[Component, int]]

AGE_BANDS = ((0, "under-30"), (30, "30-39"), (40, "40-49"), (50, "50-59"), (60, "60-plus"))
UNKNOWN = "unknown"
_SIXTY = 60 * MONTHS_A_YEAR


class Scope(NamedTuple):
    """What is counted and how it is split; `by_person` counts each employment of each person by itself, for the batch alone."""

    population: Population
    breakdown: Breakdown
    settings: Settings
    by_person: bool = False

    @property
    def forms(self) -> frozenset[Form]:
        """The forms of employment of the population."""
        return FORMS[self.population]


def age_in_months(born_month: int, born_day: int, month: Month) -> int:
    """Return the age on the reference day in whole months, -1 when it is unknown."""
    return -1 if born_month < 0 else whole_months(born_month, born_day, month.number, month.reference_day)


def age_band(months: int) -> str:
    """Return the band of an age in months."""
    return UNKNOWN if months < 0 else next(name for year, name in reversed(AGE_BANDS) if months >= year * MONTHS_A_YEAR)


def contract_of(form: str, hours: int, settings: Settings) -> str:
    """Return "full-time", "part-time" or "hourly"."""
    if form == Form.HOURLY:
        return "hourly"
    return "full-time" if hours >= settings.full_time_hours else "part-time"


def _cell(row: Stretch | AbsencePart, month: Month, scope: Scope) -> AnyCell:
    value = _value(row, month, scope.breakdown, scope.settings)
    if not scope.by_person:
        return Cell(row.unit, value)
    return PersonCell(
        unit=row.unit,
        value=value,
        occupation=_value(row, month, Breakdown.OCCUPATION, scope.settings),
        age=_value(row, month, Breakdown.AGE, scope.settings),
        gender=_value(row, month, Breakdown.GENDER, scope.settings),
        contract=_value(row, month, Breakdown.CONTRACT, scope.settings),
        person=row.person,
        employment=row.employment,
    )


def _value(row: Stretch | AbsencePart, month: Month, breakdown: Breakdown, settings: Settings) -> str:
    match breakdown:
        case Breakdown.OCCUPATION:
            return row.occupation
        case Breakdown.AGE:
            return age_band(age_in_months(row.born_month, row.born_day, month))
        case Breakdown.GENDER:
            return row.gender or UNKNOWN
        case Breakdown.CONTRACT:
            return contract_of(row.form, row.hours, settings)
        case _:
            return ""


def stock(stretches: Iterable[Stretch], month: Month, scope: Scope) -> Counted:
    """Return the components of a month's reference day, cell by cell."""
    found: Counted = {}
    for row in stretches:
        if row.start <= month.reference < row.end and row.form in scope.forms:
            _add(found, _cell(row, month, scope), _stock_of(row, month, scope.settings))
    return found


def _stock_of(row: Stretch, month: Month, settings: Settings) -> dict[Component, int]:
    age = age_in_months(row.born_month, row.born_day, month)
    employed = whole_months(row.since_month, row.since_day, month.number, month.reference_day)
    is_aged = row.main * (age >= 0)
    return {
        Component.HEADS: row.main,
        Component.HOURS: row.hours,
        Component.FULL_TIME_HEADS: row.main * (row.hours >= settings.full_time_hours),
        Component.AGED_HEADS: is_aged,
        Component.AGE_MONTHS: is_aged * age,
        Component.HEADS_60_PLUS: is_aged * (age >= _SIXTY),
        Component.PAY_ORE: row.pay_ore,
        Component.PAID_HOURS: row.paid * row.hours,
        Component.NEW_HEADS: row.main * (employed < settings.new_months),
        Component.ADMINISTRATIVE_HOURS: row.administrative * row.hours,
    }


def possible(stretches: Iterable[Stretch], month: Month, scope: Scope, days: WorkingDays) -> Counted:
    """Return the agreed working time of a month, cell by cell, before what is not possible time is taken out."""
    found: Counted = {}
    for row in stretches:
        working = days.between(max(row.start, month.first), min(row.end, month.after))
        if working and row.hours and row.form in scope.forms:
            cell = _cell(row, month, scope)
            _add(found, cell, {Component.POSSIBLE_UNITS: working * row.hours})
    return found


def absence(parts: Iterable[AbsencePart], month: Month, scope: Scope) -> Counted:
    """Return the components of a month's absence, cell by cell; what is not possible time counts against it."""
    found: Counted = {}
    for row in parts:
        if row.month == month.number and row.form in scope.forms:
            sick = row.sick * row.units
            components = {
                Component.SICK_UNITS: sick,
                Component.SHORT_SICK_UNITS: sick * row.short,
                Component.LONG_SICK_UNITS: sick * (1 - row.short),
                Component.SICK_DAYS_100: row.sick * row.days_100,
                Component.POSSIBLE_UNITS: -row.excluded * row.units,
            }
            _add(found, _cell(row, month, scope), components)
    return found


def movement(stretches: Sequence[Stretch], before: Month, after: Month, scope: Scope) -> Counted:
    """Return who came, left and moved between two reference days: those who came by where they are, the others by where they were."""
    then, now = (_present(stretches, month, scope.forms) for month in (before, after))
    found: Counted = {}
    for person, row in now.items():
        joined = int(person not in then)
        arrived = int(not joined and then[person].unit != row.unit)
        components = {Component.HEADS_AFTER: 1, Component.JOINED: joined, Component.ARRIVED: arrived}
        _add(found, _cell(row, after, scope), components)
    for person, row in then.items():
        cell = _cell(row, before, scope)
        _add(found, cell, _leaving(row, now.get(person), before, after, scope.settings))
    return found


def _present(stretches: Iterable[Stretch], month: Month, forms: frozenset[Form]) -> Mapping[str, Stretch]:
    there = (row for row in stretches if row.main and row.start <= month.reference < row.end)
    return {row.person: row for row in there if row.form in forms}


def _leaving(
    row: Stretch, later: Stretch | None, before: Month, after: Month, settings: Settings
) -> dict[Component, int]:
    has_left = int(later is None)
    is_of_age = age_in_months(row.born_month, row.born_day, before) >= settings.retired_from_age * MONTHS_A_YEAR
    retired = has_left * is_of_age * (row.left <= after.reference)
    return {
        Component.HEADS_BEFORE: 1,
        Component.LEFT: has_left,
        Component.MOVED: int(later is not None and (later.unit, later.job) != (row.unit, row.job)),
        Component.DEPARTED: int(later is not None and later.unit != row.unit),
        Component.RETIRED: retired,
        Component.RETIRED_AGE_MONTHS: retired * row.left_age,
    }


def _add(found: Counted, cell: AnyCell, components: Mapping[Component, int]) -> None:
    numbers = found.setdefault(cell, defaultdict(int))
    for component, value in components.items():
        numbers[component] += value
