"""Those who are served (children, pupils, the elderly) out of a StatBank table, so that growth in staff can be seen beside growth in them."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from raadhus.kernel import danish
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.benchmarks.statbank import Dimension, StatTable
from raadhus.personnel.rules.measures.finishing import rounded

_AGE = re.compile(r"(\d{1,3})(?:\s*år(?:\s*og derover)?)?")
# A year is its first quarter: the people on 1 January.
_TIME = re.compile(r"(\d{4})(?:K1)?")
_OTHER_QUARTER = re.compile(r"\d{4}K[2-4]")


class Served(NamedTuple):
    """A group by age in whole years, both ends counted; `last` is None when it has no upper end."""

    name: str
    first: int
    last: int | None


# Our choice of groups; the ages are not anybody's definition.
SERVED = (
    Served("børn på 0-5 år", 0, 5),
    Served("børn på 6-16 år", 6, 16),
    Served("ældre på 80 år og derover", 80, None),
)


class Growth(NamedTuple):
    """How something grew from one year to another, in whole numbers."""

    name: str
    first_year: int
    before: Decimal
    last_year: int
    now: Decimal

    @property
    def percent(self) -> Decimal | None:
        """Return the growth in per cent with one decimal, or None from nothing."""
        if not self.before:
            return None
        return rounded((Fraction(self.now) - Fraction(self.before)) * 100 / Fraction(self.before), 1)


def people_served(
    table: StatTable, group: Served, area: str, *, area_name: str = "OMRÅDE", age: str = "ALDER", time: str = "TID"
) -> dict[int, int]:
    """Return how many there were of a group on 1 January of each year. Raises WrongInput when the table cannot say.

    Every other variable must have one value, so that nobody is counted twice; ages that are no single year (a total) are left out.
    """
    places = {dimension.name.casefold(): place for place, dimension in enumerate(table.dimensions)}
    for name in (area_name, age, time):
        if name.casefold() not in places:
            raise WrongInput(f"Tabellen {table.title!r} har ikke {name!r}; hent den med område, alder og tid.")
    named = {places[name.casefold()] for name in (area_name, age, time)}
    for place, dimension in enumerate(table.dimensions):
        if place not in named and len(dimension.values) > 1:
            raise WrongInput(f"Tabellen {table.title!r} har flere værdier af {dimension.name!r}; hent den med én.")
    where, ages, times = (table.dimensions[places[name.casefold()]] for name in (area_name, age, time))
    areas = {code for code, text in where.values if area.casefold() in {code.casefold(), text.casefold()}}
    if not areas:
        raise WrongInput(f"Tabellen {table.title!r} har ikke området {area!r}; hent den igen med det.")
    wanted, years = _ages(ages, group), _years(times, table.title)
    return _summed(
        table, (places[area_name.casefold()], areas), (places[age.casefold()], wanted), (places[time.casefold()], years)
    )


def _ages(dimension: Dimension, group: Served) -> set[str]:
    """Return the codes of the group's ages. Raises WrongInput when an age between its ends is missing."""
    found = {
        int(match[1]): code for code, text in dimension.values if (match := _AGE.fullmatch(text.strip().casefold()))
    }
    inside = {
        year: code for year, code in found.items() if group.first <= year and (group.last is None or year <= group.last)
    }
    last = max(inside, default=group.first) if group.last is None else group.last
    if missing := [year for year in range(group.first, last + 1) if year not in inside]:
        raise WrongInput(f"Tabellen mangler alderen {missing[0]} år af {group.name}; hent den med hvert alderstrin.")
    return set(inside.values())


def _years(dimension: Dimension, title: str) -> dict[str, int]:
    found = {}
    for code, text in dimension.values:
        match = _TIME.fullmatch(text.strip())
        if match:
            found[code] = int(match[1])
        elif not _OTHER_QUARTER.fullmatch(text.strip()):
            raise WrongInput(f"Tabellen {title!r} har tiden {text!r}; den skal have år eller kvartaler.")
    return found


def _summed(
    table: StatTable, area: tuple[int, set[str]], age: tuple[int, set[str]], time: tuple[int, dict[str, int]]
) -> dict[int, int]:
    found: dict[int, int] = {}
    holes: set[int] = set()
    for codes, number in table.cells.items():
        year = time[1].get(codes[time[0]])
        if year is None or codes[area[0]] not in area[1] or codes[age[0]] not in age[1]:
            continue
        if number is None:
            holes.add(year)
        else:
            found[year] = found.get(year, 0) + int(number)
    return {year: found[year] for year in sorted(found) if year not in holes}


def growth_of(name: str, values: dict[int, int] | dict[int, Decimal], first: int, last: int) -> Growth | None:
    """Return the growth between two years, or None when one of them is not known."""
    if first not in values or last not in values:
        return None
    return Growth(name, first, Decimal(values[first]), last, Decimal(values[last]))


def growth_sentence(place: str, staff: Growth, served: Growth, source: str) -> str:
    """Return "Årsværk i Skoler: 3,2 % flere fra 2020 til 2024; børn på 6-16 år: 1,1 % færre (Danmarks Statistik)."."""
    if (staff.first_year, staff.last_year) != (served.first_year, served.last_year):
        raise WrongInput("Personale og dem, der betjenes, skal følges over de samme år.")
    years = f"fra {staff.first_year} til {staff.last_year}"
    return f"{staff.name} i {place}: {_more(staff)} {years}; {served.name}: {_more(served)} ({source})."


def _more(growth: Growth) -> str:
    percent = growth.percent
    if percent is None:
        return "kan ikke sammenlignes"
    if percent == 0:
        return "uændret"
    return f"{danish.number(abs(percent), 1)}\N{NO-BREAK SPACE}% {'flere' if percent > 0 else 'færre'}"
