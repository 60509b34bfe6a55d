"""Those who are served (children, pupils, the elderly): how many there were of them each year, and how much they have grown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.personnel.models import ServedRow
from raadhus.personnel.queries.references import READ
from raadhus.personnel.rules.benchmarks.served import (
    Served,
    ServedCount,
    newest_counts,
    served_group,
)

SOURCE = "Danmarks Statistik"
# How the table writes that a group has no upper end.
OPEN = 999


@dataclass(frozen=True, slots=True)
class ServedLine:
    """A group of an area through the years, the newest version of each; `files` are where they came from, `source` who counted them."""

    area: str
    group: Served
    people: dict[int, int]
    files: tuple[str, ...]
    source: str


def counts() -> tuple[ServedCount, ...]:
    """Return every version of every count."""
    rows = ServedRow.objects.order_by("pk")
    return tuple(map(count_of, rows))


def count_of(row: ServedRow) -> ServedCount:
    """Return a row as the rules know it."""
    last = None if row.last_age == OPEN else row.last_age
    return ServedCount(row.area, row.first_age, last, row.year, row.people, row.version)


def served_areas() -> tuple[str, ...]:
    """Return the areas that are known, by name."""
    return tuple(sorted({one.area for one in counts()}))


def own_area(areas: Sequence[str], place: str) -> str:
    """Return the area that is called as the municipality, else the first; nothing when none is known."""
    names = {place.casefold(), place.casefold().removesuffix(" kommune")}
    return next((area for area in areas if area.casefold() in names), areas[0] if areas else "")


def served_lines(viewer: Actor, now: datetime, area: str = "") -> tuple[ServedLine, ...]:
    """Return every group of every area (or of one) through the years."""
    require(viewer, READ, now=now)
    rows = ServedRow.objects.select_related("taken_from").order_by("pk")
    places: dict[tuple[str, int, int | None], list[ServedRow]] = {}
    for row in rows:
        one = count_of(row)
        if not area or one.area == area:
            places.setdefault((one.area, one.first, one.last), []).append(row)
    return tuple(_line(place, places[place]) for place in sorted(places, key=lambda one: (one[0], *_by_age(one[1:]))))


def _line(place: tuple[str, int, int | None], rows: Iterable[ServedRow]) -> ServedLine:
    listed = list(rows)
    newest = newest_counts(map(count_of, listed))
    people = {one.year: one.people for one in sorted(newest.values(), key=lambda one: one.year)}
    files = tuple(dict.fromkeys(row.taken_from.file_name for row in listed))
    source = ", ".join(dict.fromkeys(row.taken_from.source for row in listed))
    return ServedLine(place[0], served_group(place[1], place[2]), people, files, source)


def _by_age(ages: tuple[int, int | None]) -> tuple[int, int]:
    return ages[0], OPEN if ages[1] is None else ages[1]
