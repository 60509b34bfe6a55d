"""Reference values from outside: those found in public sources, and those that HR took in. Sources are never mixed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.personnel.models import ReferenceImport, ReferenceRow
from raadhus.personnel.rules.benchmarks.naming import definition_name, measures_against
from raadhus.personnel.rules.benchmarks.published import PUBLISHED
from raadhus.personnel.rules.benchmarks.references import (
    Certainty,
    ReferenceValue,
    SeriesKey,
    as_told,
    in_sight,
    written,
)
from raadhus.personnel.rules.measures.definitions import Measure, Unit

READ, IMPORT, UNDO = "personnel.read_references", "personnel.import_references", "personnel.undo_references"


class NoSuchReference(NotFound):
    """There is no such value or import."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; empty is everything. `year` is a year as it is written."""

    source: str = ""
    definition: str = ""
    year: str = ""
    area: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceShown:
    """A value with what stands beside it: what it is called, what it may be held against, and how it came here ("" with raadhus)."""

    value: ReferenceValue
    name: str
    against: tuple[str, ...]
    versions: int
    file_name: str = ""
    imported_at: datetime | None = None
    imported_by: str = ""

    @property
    def written(self) -> str:
        """The number with its unit."""
        return written(self.value)

    @property
    def is_repeated(self) -> bool:
        """True when the value is only known through somebody who repeats it."""
        return self.value.certainty is Certainty.REPEATED


def references() -> tuple[ReferenceValue, ...]:
    """Return all that are known, with every version: those found in public sources, then those taken in."""
    return (*PUBLISHED, *(value_of(row) for row in ReferenceRow.objects.order_by("pk")))


def references_of(measure: Measure) -> tuple[ReferenceValue, ...]:
    """Return those of a definition that the measure may be held against, of the areas in sight, with every version; most measures have none."""
    if not measure.comparisons:
        return ()
    definitions = {one.definition for one in measure.comparisons}
    rows = ReferenceRow.objects.filter(definition__in=definitions, unit=measure.unit.value).order_by("pk")
    known = (one for one in PUBLISHED if one.definition in definitions)
    return in_sight((*known, *(value_of(row) for row in rows)))


def value_of(row: ReferenceRow) -> ReferenceValue:
    """Return a row as the rules know it."""
    return ReferenceValue(
        source=row.source,
        definition=row.definition,
        year=row.year,
        value=as_told(row.value, Unit(row.unit)),
        unit=Unit(row.unit),
        origin=row.origin,
        area=row.area,
        group=row.group,
        version=row.version,
        certainty=Certainty(row.certainty),
        note=row.note,
    )


def reference_list(viewer: Actor, wanted: Wanted, now: datetime) -> tuple[ReferenceShown, ...]:
    """Return the newest version of each value that fits, by definition, source, area, group, and from the newest year."""
    require(viewer, READ, now=now)
    places = _by_place(_shown())
    newest = [max(versions, key=lambda one: one.value.version) for versions in places.values()]
    return tuple(sorted((one for one in newest if _fits(one.value, wanted)), key=_order))


def every_version(viewer: Actor, wanted: Wanted, now: datetime) -> tuple[ReferenceShown, ...]:
    """Return all versions of the values that fit, in the order of the list, the first version first: what an export holds."""
    require(viewer, READ, now=now)
    return tuple(sorted((one for one in _shown() if _fits(one.value, wanted)), key=_order))


def choices(viewer: Actor, now: datetime) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what a list may be narrowed by: for each name of Wanted, its values with the words for them."""
    require(viewer, READ, now=now)
    known = references()
    return {
        "source": _pairs(one.source for one in known),
        "definition": tuple(
            sorted(((key, definition_name(key)) for key in {one.definition for one in known}), key=lambda one: one[1])
        ),
        "year": tuple(reversed(_pairs(str(one.year) for one in known))),
        "area": _pairs(one.area for one in known),
        "group": _pairs(one.group for one in known),
    }


def history(viewer: Actor, key: SeriesKey, year: int, now: datetime) -> tuple[ReferenceShown, ...]:
    """Return the versions of one value, the newest first. Raises NoSuchReference."""
    require(viewer, READ, now=now)
    found = [one for one in _shown() if (one.value.key, one.value.year) == (key, year)]
    if not found:
        raise NoSuchReference(_("Der er intet sammenligningstal her. Find det på listen."))
    return tuple(sorted(found, key=lambda one: -one.value.version))


def key_of(given: Mapping[str, str]) -> SeriesKey:
    """Return the key that an address names. Raises NoSuchReference on a unit that is none."""
    unit = given.get("unit", "")
    if unit not in set(Unit):
        raise NoSuchReference(_("Der er intet sammenligningstal her. Find det på listen."))
    source, definition, area, group = (given.get(name, "") for name in ("source", "definition", "area", "group"))
    return SeriesKey(source, definition, area, group, Unit(unit))


def _pairs(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((value, value) for value in sorted(set(values)) if value)


def _shown() -> list[ReferenceShown]:
    """Return every version of every value as it is shown."""
    rows = ReferenceRow.objects.select_related("taken_from").order_by("pk")
    taken: list[tuple[ReferenceValue, ReferenceImport | None]] = [(one, None) for one in PUBLISHED]
    taken += [(value_of(row), row.taken_from) for row in rows]
    counts: dict[tuple[SeriesKey, int], int] = {}
    for value, _came in taken:
        counts[value.key, value.year] = counts.get((value.key, value.year), 0) + 1
    return [
        ReferenceShown(
            value=value,
            name=definition_name(value.definition),
            against=tuple(measure.title for measure in measures_against(value)),
            versions=counts[value.key, value.year],
            file_name=came.file_name if came else "",
            imported_at=came.imported_at if came else None,
            imported_by=came.imported_by if came else "",
        )
        for value, came in taken
    ]


def _by_place(shown: Sequence[ReferenceShown]) -> dict[tuple[SeriesKey, int], list[ReferenceShown]]:
    found: dict[tuple[SeriesKey, int], list[ReferenceShown]] = {}
    for one in shown:
        found.setdefault((one.value.key, one.value.year), []).append(one)
    return found


def _fits(value: ReferenceValue, wanted: Wanted) -> bool:
    asked = (wanted.source, wanted.definition, wanted.year, wanted.area, wanted.group)
    own = (value.source, value.definition, str(value.year), value.area, value.group)
    return all(not want or want == has for want, has in zip(asked, own, strict=True))


def _order(one: ReferenceShown) -> tuple[object, ...]:
    value = one.value
    return (one.name, value.source, value.area, value.group, value.unit, -value.year, value.version)
