"""The effective-dated tree of units: what it was on a day, how it may change, and what must hold on every day.

The written rules are in docs/rules/organisation.md. A unit's history is its versions in order of time; periods are
half-open and never overlap.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from raadhus.kernel.errors import Conflict, NotFound
from raadhus.kernel.periods import Period

Field = Literal["short_name", "name", "parent_key"]


class CannotChange(Conflict):
    """A change that would leave the tree broken on some day."""


class NoSuchUnit(NotFound):
    """There is no such unit on that day."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was through one period. `short_name` may be empty; `parent_key` is None at the top."""

    key: str
    short_name: str
    name: str
    parent_key: str | None
    period: Period

    @property
    def label(self) -> str:
        """The short name where there is one, else the name."""
        return self.short_name or self.name


def as_of(versions: Iterable[Unit], on: date) -> dict[str, Unit]:
    """Return the units of one day by key."""
    return {unit.key: unit for unit in versions if on in unit.period}


def ancestors(tree: Mapping[str, Unit], key: str) -> tuple[Unit, ...]:
    """Return what lies above a unit, nearest first. An unknown unit has nothing above it; a cycle raises CannotChange."""
    above: list[Unit] = []
    unit = tree.get(key)
    while unit is not None and unit.parent_key is not None:
        unit = tree.get(unit.parent_key)
        if unit is None:
            break
        if unit in above or unit.key == key:
            raise CannotChange(f"{unit.label} kan ikke ligge under sig selv.")
        above.append(unit)
    return tuple(above)


def below(parents: Mapping[str, str | None], roots: Iterable[str]) -> frozenset[str]:
    """Return the roots, known or not, and every unit of the day that lies somewhere below one of them. `parents` are by unit."""
    children: dict[str, list[str]] = {}
    for key, parent in parents.items():
        if parent is not None and parent in parents:
            children.setdefault(parent, []).append(key)
    found, waiting = set(), list(roots)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(children.get(key, ()))
    return frozenset(found)


def begin(unit: Unit, history: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the history with a new stretch of life. Raises CannotChange when the unit already exists in that period."""
    for version in history:
        if version.period.overlaps(unit.period):
            raise CannotChange(f"Enheden {unit.key} findes allerede fra {version.period.start:%d.%m.%Y}.")
    return ordered((*history, unit))


def revise(history: Sequence[Unit], on: date, field: Field, value: str | None) -> tuple[Unit, ...]:
    """Return the history with one field changed from a day on.

    A later change of the same field that is already planned stays; later changes of other fields get the new value too.
    """
    current = _on(history, on)
    earlier = [version for version in history if version.period.start < current.period.start]
    later = [version for version in history if version.period.start > current.period.start]
    before = getattr(current, field)
    if current.period.start < on:
        earlier.append(replace(current, period=Period(current.period.start, on)))
    changed = [_with(replace(current, period=Period(on, current.period.end)), field, value)]
    while later and getattr(later[0], field) == before and later[0].period.start == changed[-1].period.end:
        changed.append(_with(later.pop(0), field, value))
    return ordered((*earlier, *changed, *later))


def _with(unit: Unit, field: Field, value: str | None) -> Unit:
    if field == "parent_key":
        return replace(unit, parent_key=value)
    return replace(unit, short_name=value or "") if field == "short_name" else replace(unit, name=value or "")


def close(history: Sequence[Unit], on: date) -> tuple[Unit, ...]:
    """Return the history ended on a day, planned changes after it included. Raises CannotChange when nothing would be left."""
    current = _on(history, on)
    kept = [version for version in history if version.period.start < on]
    if not kept or (kept[-1].period.end is not None and kept[-1].period.end < on):
        raise CannotChange(
            f"{current.label} begynder først {current.period.start:%d.%m.%Y} og kan tidligst lukkes dagen efter."
        )
    kept[-1] = replace(kept[-1], period=Period(kept[-1].period.start, on))
    return tuple(kept)


def _on(history: Sequence[Unit], on: date) -> Unit:
    for version in history:
        if on in version.period:
            return version
    raise NoSuchUnit(f"Enheden findes ikke den {on:%d.%m.%Y}.")


def ordered(versions: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return versions in order of time, with neighbours that say the same made one."""
    result: list[Unit] = []
    for version in sorted(versions, key=lambda unit: unit.period.start):
        last = result[-1] if result else None
        if last and last.period.end == version.period.start and replace(version, period=last.period) == last:
            result[-1] = replace(last, period=Period(last.period.start, version.period.end))
        else:
            result.append(version)
    return tuple(result)


def boundaries(versions: Iterable[Unit], since: date) -> list[date]:
    """Return the days from `since` on which the tree can differ from the day before, and `since` itself."""
    days = {since}
    for unit in versions:
        days.update(day for day in (unit.period.start, unit.period.end) if day is not None and day > since)
    return sorted(days)


def problems(versions: Sequence[Unit], since: date) -> Iterator[str]:
    """Yield what is wrong with the tree on any day from `since`: nothing at all when it is sound."""
    for day in boundaries(versions, since):
        alive = [unit for unit in versions if day in unit.period]
        yield from _problems_of_day(alive, day)


def _problems_of_day(alive: Sequence[Unit], day: date) -> Iterator[str]:
    tree = {unit.key: unit for unit in alive}
    if len(tree) < len(alive):
        yield f"En enhed har to udgaver den {day:%d.%m.%Y}."
    names: dict[str, str] = {}
    sound: set[str] = set()
    for unit in alive:
        if unit.parent_key is not None and unit.parent_key not in tree:
            yield f"{unit.label} ligger under {unit.parent_key}, som ikke findes den {day:%d.%m.%Y}."
        if unit.short_name and names.setdefault(unit.short_name.casefold(), unit.key) != unit.key:
            yield f"Kortnavnet {unit.short_name} bruges af to enheder den {day:%d.%m.%Y}."
        if _is_in_cycle(tree, unit, sound):
            yield f"{unit.label} ligger under sig selv den {day:%d.%m.%Y}."


def _is_in_cycle(tree: Mapping[str, Unit], unit: Unit, sound: set[str]) -> bool:
    """Walk upwards until the top, or a unit known to reach it; `sound` remembers, so that a day costs one walk per unit."""
    path: list[str] = []
    current: Unit | None = unit
    while current is not None and current.key not in sound:
        if current.key in path:
            return True
        path.append(current.key)
        current = tree.get(current.parent_key) if current.parent_key is not None else None
    sound.update(path)
    return False


def require_sound(versions: Sequence[Unit], since: date) -> None:
    """Raise CannotChange with the first problem of any day from `since`."""
    for problem in problems(versions, since):
        raise CannotChange(problem)


def reparent(history: Sequence[Unit], on: date, *, old: str, new: str | None) -> tuple[Unit, ...]:
    """Return the history with every stretch under `old` from a day on put under `new` instead, planned ones included."""
    result: list[Unit] = []
    for version in history:
        if version.parent_key != old or (version.period.end is not None and version.period.end <= on):
            result.append(version)
            continue
        if version.period.start < on:
            result.append(replace(version, period=Period(version.period.start, on)))
        result.append(
            replace(version, parent_key=new, period=Period(max(on, version.period.start), version.period.end))
        )
    return ordered(result)


def require_alive(history: Sequence[Unit], period: Period, key: str) -> None:
    """Raise NoSuchUnit unless the unit exists on every day of the period."""
    day: date | None = period.start
    for version in sorted(history, key=lambda unit: unit.period.start):
        if day is not None and day in version.period:
            day = version.period.end
            if day is None or (period.end is not None and period.end <= day):
                return
    raise NoSuchUnit(f"Enheden {key} findes ikke den {day:%d.%m.%Y}.")
