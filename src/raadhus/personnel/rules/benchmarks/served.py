"""Those who are served (children, pupils, the elderly) out of a StatBank table, so that growth in staff can be seen beside growth in them."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.words import for_catalogue, number, said
from raadhus.personnel.rules.benchmarks.statbank import Dimension, StatTable
from raadhus.personnel.rules.measures.finishing import rounded

_AGE = re.compile(r"(\d{1,3})(?:\s*år(?:\s*og derover)?)?")
# A year is its first quarter: the people on 1 January.
_TIME = re.compile(r"(\d{4})(?:K1)?")
_OTHER_QUARTER = re.compile(r"\d{4}K[2-4]")
_GROUP = re.compile(r"(\d{1,3})\s*(?:-\s*(\d{1,3})|\+|år og derover)")
_MOST_AREAS, _MOST_GROUPS, _LONGEST_AREA = 20, 10, 100


class Served(NamedTuple):
    """A group by age in whole years, both ends counted; `last` is None when it has no upper end."""

    name: str
    first: int
    last: int | None


# Our choice of groups; the ages are not anybody's definition.
SERVED = (
    Served(for_catalogue("børn på 0-5 år"), 0, 5),
    Served(for_catalogue("børn på 6-16 år"), 6, 16),
    Served(for_catalogue("ældre på 80 år og derover"), 80, None),
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


class ServedCount(NamedTuple):
    """How many of a group (ages as in Served) lived in an area on 1 January of a year; `version` counts what the source corrected."""

    area: str
    first: int
    last: int | None
    year: int
    people: int
    version: int = 1


def served_group(first: int, last: int | None) -> Served:
    """Return the group of these ages with its name; other ages than ours are people of those ages."""
    known = next((one for one in SERVED if (one.first, one.last) == (first, last)), None)
    ages = f"{first} år og derover" if last is None else f"{first}-{last} år"
    return known or Served(f"personer på {ages}", first, last)


def groups_of(text: str) -> tuple[Served, ...]:
    """Return the groups in "0-5, 6-16, 80+". Raises WrongInput on ages that are none."""
    found = []
    for part in text.replace(";", ",").split(","):
        match = _GROUP.fullmatch(part.strip())
        if match is None or (match[2] is not None and int(match[2]) < int(match[1])):
            raise WrongInput(f"{part.strip()[:40]!r} er ikke en aldersgruppe; skriv for eksempel 0-5, 6-16, 80+.")
        found.append(served_group(int(match[1]), None if match[2] is None else int(match[2])))
    if len(found) > _MOST_GROUPS:
        raise WrongInput(f"Der er {len(found)} aldersgrupper; vælg højst {_MOST_GROUPS}.")
    return tuple(dict.fromkeys(found))


def served_counts(
    table: StatTable, groups: Sequence[Served], this_year: int, *, area_name: str = "OMRÅDE"
) -> list[ServedCount]:
    """Return every group of every area of the table, by year. Raises WrongInput when the table cannot say, or tells of years to come."""
    dimension = next((one for one in table.dimensions if one.name.casefold() == area_name.casefold()), None)
    if dimension is None:
        raise WrongInput(f"Tabellen {table.title!r} har ikke {area_name!r}; hent den med område, alder og tid.")
    if len(dimension.values) > _MOST_AREAS:
        raise WrongInput(
            f"Tabellen {table.title!r} har {len(dimension.values)} områder; hent den med højst {_MOST_AREAS}, så den kan overskues."
        )
    if any(len(text) > _LONGEST_AREA for _code, text in dimension.values):
        raise WrongInput(f"Tabellen {table.title!r} har et område med over {_LONGEST_AREA} tegn; hent den igen.")
    found = [
        ServedCount(text, group.first, group.last, year, people)
        for _code, text in dimension.values
        for group in groups
        for year, people in people_served(table, group, text, area_name=area_name).items()
    ]
    if not found:
        raise WrongInput(f"Tabellen {table.title!r} har ingen hele år for aldersgrupperne; hent den igen.")
    if late := [one.year for one in found if one.year > this_year]:
        raise WrongInput(
            f"Tabellen {table.title!r} har tal for {late[0]}, som ikke er begyndt; hent den uden fremskrivning."
        )
    return found


class MergedCounts(NamedTuple):
    """What an import of counts changed: those that are new, and those that correct an earlier version."""

    added: tuple[ServedCount, ...]
    corrected: tuple[ServedCount, ...]


def merged_counts(known: Iterable[ServedCount], read: Iterable[ServedCount]) -> MergedCounts:
    """Return what is new. The same count again changes nothing; another is the next version."""
    newest = newest_counts(known)
    added: list[ServedCount] = []
    corrected: list[ServedCount] = []
    for one in read:
        earlier = newest.get(one[:4])
        if earlier is None:
            added.append(one._replace(version=1))
        elif earlier.people != one.people:
            corrected.append(one._replace(version=earlier.version + 1))
    return MergedCounts(tuple(added), tuple(corrected))


def newest_counts(known: Iterable[ServedCount]) -> dict[tuple[str, int, int | None, int], ServedCount]:
    """Return the newest version of each count by (area, first, last, year)."""
    return {one[:4]: one for one in sorted(known, key=lambda one: one.version)}


def people_served(
    table: StatTable, group: Served, area: str, *, area_name: str = "OMRÅDE", age: str = "ALDER", time: str = "TID"
) -> dict[int, int]:
    """Return how many there were of a group on 1 January of each year. Raises WrongInput when the table cannot say.

    Every other variable must have one value, so that nobody is counted twice; ages that are no single year (a total) are left out. A
    year in which an age is missing is left out too.
    """
    places = {dimension.name.casefold(): place for place, dimension in enumerate(table.dimensions)}
    for name in (area_name, age, time):
        if name.casefold() not in places:
            raise WrongInput(f"Tabellen {table.title!r} har ikke {name!r}; hent den med område, alder og tid.")
    named = [places[name.casefold()] for name in (area_name, age, time)]
    for place, dimension in enumerate(table.dimensions):
        if place not in named and len(dimension.values) > 1:
            raise WrongInput(f"Tabellen {table.title!r} har flere værdier af {dimension.name!r}; hent den med én.")
    where, ages, times = (table.dimensions[place] for place in named)
    areas = {code for code, text in where.values if area.casefold() in {code.casefold(), text.casefold()}}
    if not areas:
        raise WrongInput(f"Tabellen {table.title!r} har ikke området {area!r}; hent den igen med det.")
    wanted, years = _ages(ages, group), _years(times, table.title)
    held = [sorted(code for code, _text in dimension.values) for dimension in table.dimensions]
    held[named[0]], held[named[1]] = sorted(areas), sorted(wanted)
    return _summed(table, held, named[2], years)


def _ages(dimension: Dimension, group: Served) -> set[str]:
    """Return the codes of the group's ages. Raises WrongInput when an age between its ends is missing."""
    found = {
        int(match[1]): code for code, text in dimension.values if (match := _AGE.fullmatch(text.strip().casefold()))
    }
    inside = {
        year: code for year, code in found.items() if group.first <= year and (group.last is None or year <= group.last)
    }
    if group.last is not None and any("derover" in text and code in inside.values() for code, text in dimension.values):
        raise WrongInput(f"Tabellen har ikke hvert alderstrin af {group.name}; hent den med hvert alderstrin.")
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


def _summed(table: StatTable, held: list[list[str]], time: int, years: dict[str, int]) -> dict[int, int]:
    """Return the sum of each year over the codes that are held; a year with a hole, or a combination that is not there, is left out."""
    found = {}
    for code, year in sorted(years.items(), key=lambda one: one[1]):
        held[time] = [code]
        numbers = [table.cells.get(codes) for codes in product(*held)]
        known = [number for number in numbers if number is not None]
        if any(number < 0 or number != int(number) for number in known):
            raise WrongInput(
                f"Tabellen {table.title!r} har for {year} et tal, der ikke er et antal personer; hent den igen."
            )
        if known and len(known) == len(numbers):
            found[year] = sum(map(int, known))
    return found


def growth_of(name: str, values: dict[int, int] | dict[int, Decimal], first: int, last: int) -> Growth | None:
    """Return the growth between two years, or None when one of them is not known."""
    if first not in values or last not in values:
        return None
    return Growth(name, first, Decimal(values[first]), last, Decimal(values[last]))


def growth_sentence(place: str, staff: Growth, served: Growth, source: str, *others: Growth) -> str:
    """Return "Årsværk i Skoler: 3,2 % flere fra 2020 til 2024; børn på 6-16 år: 1,1 % færre (Danmarks Statistik)."; `others` are told of too."""
    groups = (served, *others)
    if any((staff.first_year, staff.last_year) != (one.first_year, one.last_year) for one in groups):
        raise WrongInput("Personale og dem, der betjenes, skal følges over de samme år.")
    told = "; ".join(f"{said(one.name)}: {_more(one)}" for one in groups)
    return said(
        "{staff} i {place}: {more} fra {first} til {last}; {told} ({source}).",
        staff=said(staff.name),
        place=place,
        more=_more(staff),
        first=staff.first_year,
        last=staff.last_year,
        told=told,
        source=source,
    )


def _more(growth: Growth) -> str:
    percent = growth.percent
    if percent is None:
        return said("kan ikke sammenlignes")
    if percent == 0:
        return said("uændret")
    return f"{number(abs(percent), 1)}\N{NO-BREAK SPACE}% {said(for_catalogue('flere') if percent > 0 else for_catalogue('færre'))}"
