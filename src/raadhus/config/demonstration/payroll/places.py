"""The places of the municipality: so many of each job in each unit, some opened and some closed as the years go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from raadhus.config.demonstration.payroll.rates import Rates, rates
from raadhus.config.demonstration.payroll.records import BEGINNING

# The first holders came so long before the history begins that nothing of them is left in it.
_LONG_BEFORE = 1988
_FIRST_YEAR = BEGINNING.year + 1
# So many numbers for the places of one job in one unit: one more of them changes no other place.
_BLOCK = 500
_MONTHS = 12
_AUGUST = 8


@dataclass(frozen=True, slots=True)
class Place:
    """One place: where, which job, from when, and when it is closed; `number` is its own, whatever the day it is asked on."""

    number: int
    unit: str
    job: str
    opens: date
    closes: date


def places(taken: Mapping[str, int]) -> Iterator[Place]:
    """Yield the places that are not taken, each with its own number."""
    block = 0
    for unit, plan in rates().units.items():
        left = taken.get(unit, 0)
        for job, share in plan.jobs.items():
            block += 1
            for number, (opens, closes) in enumerate(_of_job(rates(), job, plan.places * share), start=block * _BLOCK):
                # Those whose stories are told hold places of the unit that are there all the time.
                if left and opens.year == _LONG_BEFORE and closes == date.max:
                    left -= 1
                else:
                    yield Place(number, unit, job, opens, closes)


def _of_job(known: Rates, job: str, wanted: float) -> list[tuple[date, date]]:
    """Return when each place of one job in one unit opens and closes; what is asked for in parts of places is rounded year by year."""
    family = known.family(job)
    found = [(date(_LONG_BEFORE, 1 + place % _MONTHS, 1), date.max) for place in range(round(wanted))]
    last_open = len(found)
    for year, growth in enumerate(family.growth, start=_FIRST_YEAR):
        wanted *= 1 + growth
        more = round(wanted) - last_open
        for place in range(more):
            month = _AUGUST if family.school_year else 1 + (place * _MONTHS // more + len(found) * 5) % _MONTHS
            found.append((date(year, month, 1), date.max))
        for place in range(-more):
            closing = next(one for one in range(len(found) - 1, -1, -1) if found[one][1] == date.max)
            found[closing] = found[closing][0], date(year, 1 + (place * 7 + len(found) * 5) % _MONTHS, 1)
        last_open = round(wanted)
    return found


@cache
def elsewhere(job: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the units that have a job, and how many of it each has when the history begins."""
    found = {unit: plan.places * plan.jobs[job] for unit, plan in rates().units.items() if job in plan.jobs}
    return tuple(found), tuple(found.values())
