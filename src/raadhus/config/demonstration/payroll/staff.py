"""Who holds each place of the municipality, one after the other: leavers, joiners, moves, changed hours and years of service."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from raadhus.config.demonstration.payroll.people import first_terms, invented
from raadhus.config.demonstration.payroll.places import Place, elsewhere, places
from raadhus.config.demonstration.payroll.rates import FULL_TIME, EmploymentForm, Family, rates
from raadhus.config.demonstration.payroll.records import BEGINNING, Term

_DAY = timedelta(days=1)
_YEAR = 365.25
_MONTHS, _JULY = 12, 7
_RETIRING, _ELDERLY, _YOUNG = 60, 55, 30
# Teachers who leave mostly do it when the school year is over.
_WITH_THE_SCHOOL_YEAR = 0.6
_NEW_YEARS, _SETTLED_YEARS = 1, 3
_APPRENTICESHIPS = (2, 3)
_YOUNGEST, _OLDEST = 20, 62
# Work beside the work begins, and lasts, at most so many days.
_BESIDE_FROM, _BESIDE_FOR = 1_500, 700
# Numbers of employments: so many for the holders of one place.
_FIRST_NUMBER, _NUMBERS_A_PLACE = 200_000, 40


@dataclass(frozen=True, slots=True)
class Held:
    """One holder of a place: born, hired, and the last day."""

    born: date
    hired: date
    last: date


@dataclass(slots=True)
class Change:
    """What changes about somebody on a day; nothing named stays as it was."""

    hours: int = 0
    unit: str = ""
    is_anew: bool = False


def staffed(taken: Mapping[str, int], until: date) -> Iterator[list[Term]]:
    """Yield the terms of each employment of the places that are not taken, one employment at a time, up to a day.

    Each place has its own chance, so what happened before a day does not depend on the day it is asked on.
    """
    for place in places(taken):
        chance = Random(place.number)  # noqa: S311 - invented people; nothing is secret
        form = chance.choices(rates().forms, cum_weights=rates().form_weights)[0]
        number = _FIRST_NUMBER + place.number * _NUMBERS_A_PLACE
        for held in _holders(place, form, chance, until):
            if held.last >= BEGINNING:
                for terms in _employments(place, form, held, chance, number):
                    number += 1
                    yield terms


def _holders(place: Place, form: EmploymentForm, chance: Random, until: date) -> Iterator[Held]:
    """Yield those who hold one place, one after the other, without a gap, until it is closed."""
    day, family = place.opens, rates().family(place.job)
    while day <= until and day < place.closes:
        born = _birthday(form, day, chance)
        last = min(_leaves(form, family, born, day, chance), place.closes - _DAY)
        yield Held(born, day, last)
        day = last + _DAY


def _birthday(form: EmploymentForm, hired: date, chance: Random) -> date:
    least, most, usual = form.ages or (_YOUNGEST, _OLDEST, rates().year(hired.year).hired_age)
    return hired - _DAY * int(chance.triangular(least, most, usual) * _YEAR)


def _leaves(form: EmploymentForm, family: Family, born: date, hired: date, chance: Random) -> date:
    """Return the last day of somebody who begins on a day: the end of a month."""
    if form.form == "apprentice":
        return date(hired.year + chance.choice(_APPRENTICESHIPS), hired.month, 1) - _DAY
    year = hired.year
    while True:
        month = 1 + int(chance.random() * _MONTHS)
        if family.school_year and chance.random() < _WITH_THE_SCHOOL_YEAR:
            month = _JULY
        if chance.random() < _share_leaving(form, family, year, year - born.year, year - hired.year) and (
            year > hired.year or month > hired.month
        ):
            return _month_end(date(year, month, 1))
        year += 1


def _share_leaving(form: EmploymentForm, family: Family, year: int, age: int, tenure: int) -> float:
    """Return the share of such people who leave within a year."""
    known = rates()
    if age >= _RETIRING:
        return known.retire[min(age - _RETIRING, len(known.retire) - 1)]
    at_first, soon, later = known.leaving_by_tenure
    young, adult, elderly = known.leaving_by_age
    by_tenure = at_first if tenure < _NEW_YEARS else soon if tenure < _SETTLED_YEARS else later
    by_age = young if age < _YOUNG else adult if age < _ELDERLY else elderly
    return (form.leaving or family.leaving) * known.year(year).leaving * by_tenure * by_age


def _employments(place: Place, form: EmploymentForm, held: Held, chance: Random, number: int) -> list[list[Term]]:
    """Return the employments of one holder, each with its terms: most have one, some who move get a new one."""
    family, job = rates().family(place.job), rates().jobs[place.job]
    person = invented(chance, f"P{number}", held.born, family.men)
    hours = chance.choice(form.hours) if form.hours else _hours(family, held.hired, chance)
    opening = first_terms(person, f"A{number}", place.unit, job, held.hired, hours=hours, form=form.form)
    found = [[replace(opening, monthly_ore=_pay(opening, held.hired, opening.start))]]
    if form.form == "monthly":
        changes = _changes(opening, family, held, chance)
        for day in sorted(changes):
            _change(found, held, day, changes[day])
    found[-1][-1] = replace(found[-1][-1], last=held.last, leave_reason=_reason(held, chance))
    if form.form == "monthly" and (beside := _beside(opening, held, number + len(found))):
        found.append([beside])
    return found


def _beside(opening: Term, held: Held, number: int) -> Term | None:
    """Return the few hours a week that some have beside their work for a time, as an employment of its own."""
    known, chance = rates(), Random(number)  # noqa: S311 - invented people; nothing is secret
    start = _month_end(opening.start + _DAY * chance.randrange(_BESIDE_FROM)) + _DAY
    if chance.random() >= known.beside or start >= held.last:
        return None
    hours = chance.choice(known.beside_hours)
    term = replace(opening, employment=f"A{number}", start=start, hired=start, hours=hours, form="hourly")
    last = min(held.last, _month_end(start + _DAY * chance.randrange(_BESIDE_FOR)))
    return replace(term, monthly_ore=_pay(term, start, start), last=last, leave_reason="Vikariat slut")


def _hours(family: Family, hired: date, chance: Random) -> int:
    year = rates().year(hired.year)
    return FULL_TIME if chance.random() < family.full_time + year.full_time else chance.choice(family.hours)


def _pay(term: Term, hired: date, day: date) -> int:
    """Return the month's pay: that of the job at the agreed hours, and more for each step of service."""
    served = day.year - hired.year - (day < hired.replace(year=day.year))
    factor = next(factor for years, factor in reversed(rates().steps) if served >= years)
    return round(rates().jobs[term.job_code].monthly_ore * factor * term.hours / FULL_TIME)


def _changes(opening: Term, family: Family, held: Held, chance: Random) -> dict[date, Change]:
    """Return what changes about somebody in the history, by day: hours, unit, a new employment, and the steps of service."""
    known, found, hours = rates(), defaultdict[date, Change](Change), opening.hours
    for years, _ in known.steps[1:]:
        found[held.hired.replace(year=held.hired.year + years)] = Change()
    for year in range(opening.start.year, held.last.year + 1):
        day, year_rates = date(year, 1 + int(chance.random() * _MONTHS), 1), known.year(year)
        changes_hours = chance.random() < (year_rates.to_part if hours == FULL_TIME else year_rates.to_full)
        if changes_hours and opening.start < day <= held.last:
            hours = chance.choice(family.hours) if hours == FULL_TIME else FULL_TIME
            found[day].hours = hours
        if chance.random() < known.moves:
            found[day].unit = chance.choices(*elsewhere(opening.job_code))[0]
            found[day].is_anew = chance.random() < known.moves_anew
    return {day: change for day, change in found.items() if opening.start < day <= held.last}


def _change(found: list[list[Term]], held: Held, day: date, change: Change) -> None:
    """Let the last terms end the day before, and others begin; a move may be to a new employment."""
    before = found[-1][-1]
    after = replace(before, start=day, hours=change.hours or before.hours, unit=change.unit or before.unit)
    after = replace(after, monthly_ore=_pay(after, held.hired, day))
    if (after.hours, after.unit, after.monthly_ore) == (before.hours, before.unit, before.monthly_ore):
        return
    found[-1][-1] = replace(before, last=day - _DAY)
    if change.is_anew and after.unit != before.unit:
        found[-1][-1] = replace(found[-1][-1], leave_reason="Andet arbejde i kommunen")
        found.append([replace(after, employment=f"A{int(before.employment[1:]) + 1}", hired=day)])
    else:
        found[-1].append(after)


def _reason(held: Held, chance: Random) -> str:
    is_of_age = held.last.year - held.born.year >= _RETIRING
    return "Pension" if is_of_age else chance.choice(("Egen opsigelse", "Egen opsigelse", "Ophør"))


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - _DAY
