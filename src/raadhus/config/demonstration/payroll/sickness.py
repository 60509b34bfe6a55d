"""Absences of the staff whose stories are not told: short and long sickness, children, births. Their steps are in time, so nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from raadhus.config.demonstration.payroll.rates import rates
from raadhus.config.demonstration.payroll.records import BEGINNING, Payroll, Spell, Step, Term

_YEAR = 365.25
_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5
# Between two absences, so that none is taken for a part of the other.
_APART = 12
# Nobody is away in the first ten weeks, in which the rules for the newly employed hold.
_SETTLED = timedelta(days=70)
# Sickness by pregnancy is refunded by another authority.
_REFUNDED = frozenset({"790", "526", "590"})
# Refund from the first day must be claimed within three months of it.
_FLEKSJOB_DAYS = 70
_EMPLOYER_PERIOD = timedelta(days=30)
_CLAIMED_AT_THE_END = timedelta(days=105)
# Of an employment of so few hours the first day is refunded: no absences of it are invented.
_FEW_HOURS = 925
# Some are away more often than others.
_OFTEN = (0.3, 0.6, 0.9, 1.2, 2.0)


@dataclass(frozen=True, slots=True)
class Happening:
    """What may happen: how often in a year at most, how long it lasts, at which ages, and whether it varies with the job, year and month."""

    code: str
    rate: float
    days: tuple[int, int]
    ages: tuple[int, int] = (0, 100)
    is_sickness: bool = False
    is_seasonal: bool = False
    women_only: bool = False


# Months of the year as times as many short absences begin. Everything here is invented.
_SEASON = (1.30, 1.35, 1.20, 1.00, 0.85, 0.75, 0.45, 0.75, 1.05, 1.10, 1.20, 1.10)
_HAPPENINGS = (
    Happening("790", 2.05, (1, 6), is_sickness=True, is_seasonal=True),
    Happening("790", 0.21, (7, 28), is_sickness=True, is_seasonal=True),
    Happening("790", 0.072, (31, 105), is_sickness=True),
    Happening("790", 0.024, (106, 300), is_sickness=True),
    Happening("526", 0.019, (35, 95), is_sickness=True),
    Happening("590", 0.012, (2, 40), is_sickness=True),
    Happening("GR", 0.090, (10, 60), ages=(24, 40), women_only=True),
    Happening("BS", 1.00, (1, 2), ages=(26, 45), is_seasonal=True),
    Happening("OM", 0.30, (1, 2), ages=(26, 45)),
    Happening("BA", 0.060, (60, 330), ages=(25, 40)),
)


@cache
def _most(family: str) -> tuple[tuple[float, ...], float]:
    """Return how often each thing may happen in a family of jobs in its worst year and month, added up, and the sum."""
    known = rates()
    worst_year = max(year.sickness for year in known.years) * known.families[family].sickness
    added = tuple(
        accumulate(
            one.rate * (worst_year if one.is_sickness else 1) * (max(_SEASON) if one.is_seasonal else 1)
            for one in _HAPPENINGS
        )
    )
    return added, added[-1]


def absences(terms: list[Term], until: date) -> Payroll:
    """Return the absences of one employment up to a day, with their steps in NemRefusion where there are any."""
    first, ends = terms[0], terms[-1].last or date.max
    if first.form == "hourly" and first.hours < _FEW_HOURS:
        return Payroll()
    family = rates().family(first.job_code)
    weights, total = _most(family.code)
    chance = Random(int(first.employment[1:]))  # noqa: S311 - invented people; nothing is secret
    a_day = total * chance.choice(_OFTEN) / _YEAR
    made = Payroll()
    day = max(BEGINNING, first.hired + _SETTLED)
    while True:
        day = _working(day + _DAY * (1 + int(chance.expovariate(a_day))))
        if day > until or day >= ends:
            return made
        one = chance.choices(_HAPPENINGS, cum_weights=weights)[0]
        if chance.random() >= _likely(one, first, day):
            continue
        spell = _spell(chance, terms, day, one, ends)
        made.spells.append(spell)
        made.steps += _steps(chance, spell, is_fleksjob=first.form == "fleksjob")
        day = (spell.last or day) + _DAY * _APART


def _likely(one: Happening, term: Term, day: date) -> float:
    """Return how likely something is on a day, of what is most in the family's worst year and month."""
    least, most = one.ages
    if not least <= day.year - term.born.year <= most or (one.women_only and term.gender == "M"):
        return 0
    known = rates()
    likely = known.year(day.year).sickness / max(year.sickness for year in known.years) if one.is_sickness else 1
    return likely * _SEASON[day.month - 1] / max(_SEASON) if one.is_seasonal else likely


def _spell(chance: Random, terms: list[Term], first: date, one: Happening, ends: date) -> Spell:
    days = chance.randint(*one.days)
    if terms[0].form == "fleksjob":
        days = min(days, _FLEKSJOB_DAYS)
    last = first + _DAY * (days - 1)
    if last.weekday() > _FRIDAY:
        last -= _DAY * (last.weekday() - _FRIDAY)
    last = min(max(first, last), ends)
    hours = next(term.hours for term in reversed(terms) if term.start <= first)
    return Spell(
        employment=terms[0].employment,
        number=f"{first:%y%m%d}",
        first=first,
        last=last,
        code=one.code,
        registered=first + _DAY * chance.choice((0, 0, 0, 1, 1, 2, 4)),
        away=max(500, hours // 200 * 100) if one.code == "526" else None,
    )


def _steps(chance: Random, spell: Spell, *, is_fleksjob: bool) -> Iterator[Step]:
    """Yield notification and claim, well in time; a short absence has none unless it is refunded from its first day."""
    last = spell.last or spell.first
    is_long = last >= spell.first + _EMPLOYER_PERIOD
    if spell.code not in _REFUNDED or not (is_long or is_fleksjob):
        return
    soon = _working(spell.first + _DAY * chance.randint(22, 26) if is_long else last + _DAY * chance.randint(2, 9))
    for place, claimed in enumerate(_claims(chance, spell.first, max(soon, last))):
        yield Step(spell.employment, spell.first, soon, claimed, is_further=place > 0)


def _claims(chance: Random, first: date, last: date) -> Iterator[date]:
    """Yield when refund is claimed: when the absence is over, and while it goes on where that is too late for its first days."""
    day = first + _DAY * chance.randint(60, 75)
    while last > first + _CLAIMED_AT_THE_END and day < last:
        yield _working(day)
        day += _DAY * chance.randint(50, 62)
    yield _working(last + _DAY * chance.randint(2, 9))


def _working(day: date) -> date:
    return day + _DAY * (7 - day.weekday()) if day.weekday() >= _SATURDAY else day
