"""Reads of the organisation: always as of a day. What the municipality's units and leaders are is known to every employee."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext

from raadhus.core.organisation.models import LeadershipRecord, PersonRecord, PlacementRecord, UnitVersion
from raadhus.core.organisation.rules.importing import State
from raadhus.core.organisation.rules.people import Leadership, Person, Placement
from raadhus.core.organisation.rules.tree import NoSuchUnit, Unit, below
from raadhus.kernel.errors import NotFound
from raadhus.kernel.periods import Period


def _alive(on: date) -> Q:
    return Q(start_date__lte=on) & (Q(end_date__isnull=True) | Q(end_date__gt=on))


def units(on: date) -> tuple[Unit, ...]:
    """Return every unit of a day, by short name and name."""
    return tuple(
        row.as_unit() for row in UnitVersion.objects.filter(_alive(on)).order_by("short_name", "name", "unit_id")
    )


def all_versions() -> tuple[Unit, ...]:
    """Return every version of every unit, in order of time."""
    return tuple(row.as_unit() for row in UnitVersion.objects.order_by("unit_id", "start_date"))


def history(key: str) -> tuple[Unit, ...]:
    """Return a unit's versions in order of time; empty when there is no such unit."""
    return tuple(row.as_unit() for row in UnitVersion.objects.filter(unit_id=key).order_by("start_date"))


def unit(key: str, on: date) -> Unit | None:
    """Return a unit as it was on a day, or None."""
    row = UnitVersion.objects.filter(_alive(on), unit_id=key).first()
    return None if row is None else row.as_unit()


def units_to_choose(on: date) -> list[tuple[str, str]]:
    """Return every unit of a day as a form offers it: its key and its names, by short name."""
    return [(one.key, f"{one.short_name} {one.name}".strip()) for one in units(on)]


def children(key: str | None, on: date) -> tuple[Unit, ...]:
    """Return the units that lie directly under one on a day; None gives the top."""
    rows = UnitVersion.objects.filter(_alive(on), parent_id=key).order_by("short_name", "name", "unit_id")
    return tuple(row.as_unit() for row in rows)


def ancestors(key: str, on: date) -> tuple[Unit, ...]:
    """Return what lies above a unit on a day, nearest first."""
    above: list[Unit] = []
    current = unit(key, on)
    while current is not None and current.parent_key is not None:
        current = unit(current.parent_key, on)
        if current is not None:
            above.append(current)
    return tuple(above)


def lies_under(ancestor: str, key: str, on: date) -> bool:
    """Return True when `key` is `ancestor` or lies somewhere below it on that day."""
    if unit(key, on) is None:
        return False
    return ancestor == key or any(above.key == ancestor for above in ancestors(key, on))


def units_under(roots: Collection[str], on: date) -> frozenset[str]:
    """Return the keys of the roots, whether they live that day or not, and of the units that lie below them on it; one question."""
    if not roots:
        return frozenset()
    return below(dict(UnitVersion.objects.filter(_alive(on)).values_list("unit_id", "parent_id")), roots)


def person(key: str, on: date | None = None) -> Person | None:
    """Return a person, placed as on a day, or without a day where the person was placed latest; None when unknown."""
    row = PersonRecord.objects.filter(pk=key).first()
    if row is None:
        return None
    placements = PlacementRecord.objects.filter(person_id=key).order_by("-start_date")
    latest = (placements if on is None else placements.filter(_alive(on))).first()
    return _person(row, None if latest is None else latest.unit_id)


def _person(row: PersonRecord, unit_key: str | None) -> Person:
    return Person(row.key, row.name, row.email, row.title, unit_key)


def people(on: date, unit_key: str | None = None) -> tuple[Person, ...]:
    """Return everybody placed on a day by name, or those of one unit (not of the units below it)."""
    rows = PlacementRecord.objects.filter(_alive(on)).select_related("person").order_by("person__name", "person_id")
    if unit_key is not None:
        rows = rows.filter(unit_id=unit_key)
    return tuple(_person(row.person, row.unit_id) for row in rows)


def leaders_of(unit_key: str, on: date) -> tuple[Person, ...]:
    """Return who leads a unit on a day, by name. A leader of the unit above is not one of this."""
    rows = LeadershipRecord.objects.filter(_alive(on), unit_id=unit_key).order_by("person__name")
    found = (person(key, on) for key in rows.values_list("person_id", flat=True))
    return tuple(leader for leader in found if leader is not None)


def people_to_choose(on: date) -> list[tuple[str, str]]:
    """Return everybody placed on a day as a form offers them, by name, with their title."""
    found = {one.key: f"{one.name}, {one.title}" if one.title else one.name for one in people(on)}
    return list(found.items())


def leaders_by_unit(on: date) -> dict[str, tuple[Person, ...]]:
    """Return who leads each unit on a day, by name; a unit that nobody leads is not there."""
    led: dict[str, list[Person]] = {}
    for row in (
        LeadershipRecord.objects.filter(_alive(on)).select_related("person").order_by("person__name", "person_id")
    ):
        led.setdefault(row.unit_id, []).append(_person(row.person, None))
    return {key: tuple(people) for key, people in led.items()}


def names_of(keys: Iterable[str]) -> dict[str, str]:
    """Return the names of those of the people who are known, by key."""
    return dict(PersonRecord.objects.filter(pk__in=sorted(set(keys))).values_list("key", "name"))


def _period(row: PlacementRecord | LeadershipRecord) -> Period:
    return Period(row.start_date, row.end_date)


def placements(person_key: str) -> tuple[Placement, ...]:
    """Return where a person has been placed, in order of time."""
    rows = PlacementRecord.objects.filter(person_id=person_key).order_by("start_date")
    return tuple(Placement(row.person_id, row.unit_id, _period(row)) for row in rows)


def leaderships(*, unit_key: str | None = None, person_key: str | None = None) -> tuple[Leadership, ...]:
    """Return leaderships of a unit or by a person, in order of time."""
    rows = LeadershipRecord.objects.order_by("start_date", "person_id", "unit_id")
    rows = rows if unit_key is None else rows.filter(unit_id=unit_key)
    rows = rows if person_key is None else rows.filter(person_id=person_key)
    return tuple(Leadership(row.person_id, row.unit_id, _period(row)) for row in rows)


def state() -> State:
    """Return the whole organisation through all time, as an import compares with it."""
    units: dict[str, list[Unit]] = {}
    for version in all_versions():
        units.setdefault(version.key, []).append(version)
    placed: dict[str, list[tuple[Period, str]]] = {}
    for placement in PlacementRecord.objects.order_by("person_id", "start_date"):
        placed.setdefault(placement.person_id, []).append((_period(placement), placement.unit_id))
    led: dict[tuple[str, str], list[Period]] = {}
    for leadership in LeadershipRecord.objects.order_by("start_date"):
        led.setdefault((leadership.person_id, leadership.unit_id), []).append(_period(leadership))
    return State(
        units={key: tuple(history) for key, history in units.items()},
        people={row.key: _person(row, None) for row in PersonRecord.objects.all()},
        placements={key: tuple(periods) for key, periods in placed.items()},
        leaderships={pair: tuple(periods) for pair, periods in led.items()},
    )


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit of the tree with its leaders, how many are placed in it, and what lies below."""

    unit: Unit
    leaders: tuple[Person, ...]
    people: int
    branches: tuple["Branch", ...]


def tree(on: date) -> tuple[Branch, ...]:
    """Return the whole tree of a day, from the top."""
    below: dict[str | None, list[Unit]] = {}
    for one in units(on):
        below.setdefault(one.parent_key, []).append(one)
    led = leaders_by_unit(on)
    placed = Counter(PlacementRecord.objects.filter(_alive(on)).values_list("unit_id", flat=True))

    def grow(key: str | None) -> tuple[Branch, ...]:
        return tuple(Branch(one, led.get(one.key, ()), placed[one.key], grow(one.key)) for one in below.get(key, ()))

    return grow(None)


@dataclass(frozen=True, slots=True)
class UnitDetail:
    """Everything the unit page shows: the unit on the day, or as it was last known when it was not there that day."""

    unit: Unit
    exists: bool
    above: tuple[Unit, ...]
    below: tuple[Unit, ...]
    people: tuple[Person, ...]
    leaders: tuple[tuple[str, Leadership], ...]
    history: tuple[tuple[Unit, str], ...]


def unit_detail(key: str, on: date) -> UnitDetail:
    """Return a unit with its surroundings on a day, and its whole history. Raises NoSuchUnit when it never was."""
    versions = history(key)
    if not versions:
        raise NoSuchUnit(gettext("Der er ingen enhed med nøglen %(key)s.") % {"key": key})
    current = unit(key, on)
    names = dict(PersonRecord.objects.filter(leaderships__unit_id=key).values_list("key", "name"))
    return UnitDetail(
        unit=current or versions[-1],
        exists=current is not None,
        above=tuple(reversed(ancestors(key, on))),
        below=children(key, on),
        people=people(on, key),
        leaders=tuple((names[one.person_key], one) for one in leaderships(unit_key=key)),
        history=tuple((one, _label(one.parent_key, one.period.start)) for one in versions),
    )


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """Everything the person page shows."""

    person: Person
    placements: tuple[tuple[str, Placement], ...]
    leaderships: tuple[tuple[str, Leadership], ...]


def person_detail(key: str) -> PersonDetail:
    """Return a person with all placements and leaderships. Raises NotFound."""
    found = person(key)
    if found is None:
        raise NotFound(gettext("Der er ingen person med nøglen %(key)s.") % {"key": key})
    return PersonDetail(
        person=found,
        placements=tuple((_label(one.unit_key, one.period.start), one) for one in placements(key)),
        leaderships=tuple((_label(one.unit_key, one.period.start), one) for one in leaderships(person_key=key)),
    )


def _label(key: str | None, on: date) -> str:
    found = None if key is None else unit(key, on)
    return "" if key is None else key if found is None else f"{found.short_name} {found.name}".strip()
