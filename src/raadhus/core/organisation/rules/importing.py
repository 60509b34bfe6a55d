"""What an import would make of the organisation, row by row, before anything is written.

The file is the truth about every key it names, from the first day it names for that key; what was before stays. So the
same file twice changes nothing. docs/rules/organisation.md has the format.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from raadhus.core.organisation.rules.people import Person, check_email, check_key, check_text
from raadhus.core.organisation.rules.tree import NoSuchUnit, Unit, ordered, problems, require_alive
from raadhus.kernel.errors import DomainError
from raadhus.kernel.periods import Period


class RowKind(StrEnum):
    """What a row is about."""

    UNIT = "unit"
    PERSON = "person"
    LEADER = "leader"


class RowStatus(StrEnum):
    """What became of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of a file, already read. `key` of a leader is the person's; empty texts are empty, never None."""

    number: int
    kind: RowKind
    key: str
    period: Period
    short_name: str = ""
    name: str = ""
    parent_key: str | None = None
    email: str = ""
    title: str = ""
    unit_key: str | None = None


@dataclass(frozen=True, slots=True)
class RowReport:
    """What became of one row; a wrong one says in which column and what is wrong. Row 0 is the file as a whole."""

    number: int
    kind: str
    key: str
    status: RowStatus
    column: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The organisation as far as an import touches it. Placements and leaderships are periods by unit."""

    units: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    placements: Mapping[str, tuple[tuple[Period, str], ...]] = field(default_factory=dict)
    leaderships: Mapping[tuple[str, str], tuple[Period, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """The state as it would be, and what became of every row."""

    after: State
    rows: tuple[RowReport, ...]

    @property
    def is_possible(self) -> bool:
        """True when no row is wrong: all or nothing."""
        return all(row.status is not RowStatus.WRONG for row in self.rows)

    def counts(self) -> dict[str, int]:
        """Return how many rows got each status."""
        found = Counter(row.status for row in self.rows)
        return {status.value: found[status] for status in RowStatus}


class _Wrong(Exception):
    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def plan(before: State, rows: Sequence[ImportRow]) -> Plan:
    """Return what the rows would make of the organisation. Pure: nothing is written."""
    grouped = {kind: [row for row in rows if row.kind is kind] for kind in RowKind}
    units, unit_reports = _plan_units(before, grouped[RowKind.UNIT])
    after = replace(before, units=units)
    people, person_reports = _plan_people(after, grouped[RowKind.PERSON])
    after = replace(after, people=people)
    placements, placed = _plan_placements(after, [row for row in grouped[RowKind.PERSON] if row.unit_key])
    after = replace(after, placements=placements)
    leaderships, leader_reports = _plan_leaders(after, grouped[RowKind.LEADER])
    after = replace(after, leaderships=leaderships)
    reports = [*unit_reports, *_joined(person_reports, placed), *leader_reports, *_whole(after, rows)]
    return Plan(after, tuple(sorted(reports, key=lambda report: report.number)))


def _plan_units(before: State, rows: Sequence[ImportRow]) -> tuple[dict[str, tuple[Unit, ...]], list[RowReport]]:
    units, reports = dict(before.units), []
    named = {row.key for row in rows} | before.units.keys()
    for key, group in _by_key(rows).items():
        try:
            versions = [_unit(row, named) for row in group]
            _apart(group)
        except _Wrong as wrong:
            reports += [_wrong(row, wrong) for row in group]
            continue
        existing = before.units.get(key, ())
        first = min(row.period.start for row in group)
        kept = [replace(old, period=clipped) for old in existing if (clipped := _until(old.period, first))]
        units[key] = ordered([*kept, *versions])
        reports += [_said(row, existing, units[key]) for row in group]
    return units, reports


def _unit(row: ImportRow, named: Iterable[str]) -> Unit:
    _checked("nøgle", check_key, row.key)
    name = _checked("navn", lambda text: check_text(text, "navn"), row.name)
    if row.parent_key is not None and row.parent_key not in named:
        raise _Wrong("overenhed", f"Enheden {row.parent_key} findes hverken i filen eller i organisationen.")
    return Unit(row.key, row.short_name, name, row.parent_key, row.period)


def _plan_people(before: State, rows: Sequence[ImportRow]) -> tuple[dict[str, Person], list[RowReport]]:
    people, reports = dict(before.people), []
    owners = {person.email.casefold(): key for key, person in before.people.items() if person.email}
    for key, group in _by_key(rows).items():
        latest = max(group, key=lambda row: row.period.start)
        try:
            _checked("nøgle", check_key, key)
            name = _checked("navn", lambda text: check_text(text, "navn"), latest.name)
            title = _checked("titel", lambda text: check_text(text, "titel", empty=True), latest.title)
            email = _checked("e-mail", check_email, latest.email)
            _require_own(owners, key, email)
        except _Wrong as wrong:
            reports += [_wrong(row, wrong) for row in group]
            continue
        existing = before.people.get(key)
        people[key] = Person(key, name, email, title, None)
        reports += [_said(row, existing, people[key]) for row in group]
    return people, reports


def _plan_placements(
    before: State, rows: Sequence[ImportRow]
) -> tuple[dict[str, tuple[tuple[Period, str], ...]], list[RowReport]]:
    placements, reports = dict(before.placements), []
    for key, group in _by_key(rows).items():
        try:
            _apart(group)
            for row in group:
                _require_unit(before, row)
        except _Wrong as wrong:
            reports += [_wrong(row, wrong) for row in group]
            continue
        existing = placements.get(key, ())
        first = min(row.period.start for row in group)
        kept = [(clipped, unit) for period, unit in existing if (clipped := _until(period, first))]
        made = [*kept, *((row.period, row.unit_key or "") for row in group)]
        placements[key] = _merged(made)
        reports += [_said(row, existing, placements[key]) for row in group]
    return placements, reports


def _plan_leaders(
    before: State, rows: Sequence[ImportRow]
) -> tuple[dict[tuple[str, str], tuple[Period, ...]], list[RowReport]]:
    leaderships, reports = dict(before.leaderships), []
    pairs: dict[tuple[str, str], list[ImportRow]] = {}
    for row in rows:
        pairs.setdefault((row.key, row.unit_key or ""), []).append(row)
    for pair, group in pairs.items():
        try:
            _require_person(before, pair[0])
            _apart(group)
            for row in group:
                _require_unit(before, row)
        except _Wrong as wrong:
            reports += [_wrong(row, wrong) for row in group]
            continue
        existing = leaderships.get(pair, ())
        first = min(row.period.start for row in group)
        kept = [(clipped, "") for period in existing if (clipped := _until(period, first))]
        merged = _merged([*kept, *((row.period, "") for row in group)])
        leaderships[pair] = tuple(period for period, _ in merged)
        reports += [_said(row, existing, leaderships[pair]) for row in group]
    return leaderships, reports


def _whole(after: State, rows: Sequence[ImportRow]) -> Iterator[RowReport]:
    """Yield what is wrong with the tree as a whole: cycles, short names used twice, parents that end before their children."""
    units = [row for row in rows if row.kind is RowKind.UNIT]
    if not units:
        return
    versions = [version for history in after.units.values() for version in history]
    since = min(row.period.start for row in units)
    for message in sorted(set(problems(versions, since))):
        yield RowReport(0, RowKind.UNIT, "", RowStatus.WRONG, "", message)


def _by_key(rows: Sequence[ImportRow]) -> dict[str, list[ImportRow]]:
    groups: dict[str, list[ImportRow]] = {}
    for row in rows:
        groups.setdefault(row.key, []).append(row)
    return groups


def _apart(group: Sequence[ImportRow]) -> None:
    """Raise when two rows of the same thing share a day."""
    in_time = sorted(group, key=lambda row: row.period.start)
    for earlier, later in pairwise(in_time):
        if earlier.period.overlaps(later.period):
            raise _Wrong("fra", f"Række {earlier.number} og {later.number} om {later.key} dækker de samme dage.")


def _require_own(owners: dict[str, str], key: str, email: str) -> None:
    """Raise when the address is somebody else's; `owners` learns whose it is."""
    if email and owners.setdefault(email.casefold(), key) != key:
        raise _Wrong("e-mail", f"Adressen {email} bruges allerede af en anden.")


def _require_person(before: State, key: str) -> None:
    if key not in before.people:
        raise _Wrong("nøgle", f"Personen {key} findes hverken i filen eller i organisationen.")


def _require_unit(before: State, row: ImportRow) -> None:
    try:
        require_alive(before.units.get(row.unit_key or "", ()), row.period, row.unit_key or "")
    except NoSuchUnit as error:
        raise _Wrong("enhed", str(error)) from error


def _checked(column: str, check: Callable[[str], str], text: str) -> str:
    try:
        return check(text)
    except DomainError as error:
        raise _Wrong(column, str(error)) from error


def _until(period: Period, end: date) -> Period | None:
    """Return what of a period lies before a day."""
    if period.start >= end:
        return None
    return period if period.end is not None and period.end <= end else Period(period.start, end)


def _merged(periods: Iterable[tuple[Period, str]]) -> tuple[tuple[Period, str], ...]:
    """Return periods in order of time, with neighbours in the same unit made one."""
    result: list[tuple[Period, str]] = []
    for period, unit in sorted(periods, key=lambda one: one[0].start):
        if result and result[-1][0].end == period.start and result[-1][1] == unit:
            result[-1] = (Period(result[-1][0].start, period.end), unit)
        else:
            result.append((period, unit))
    return tuple(result)


def _said(row: ImportRow, existing: object, made: object) -> RowReport:
    status = RowStatus.CREATED if not existing else RowStatus.UNCHANGED if existing == made else RowStatus.CHANGED
    return RowReport(row.number, row.kind, row.key, status)


def _wrong(row: ImportRow, wrong: _Wrong) -> RowReport:
    return RowReport(row.number, row.kind, row.key, RowStatus.WRONG, wrong.column, str(wrong))


_WEIGHT = (RowStatus.WRONG, RowStatus.CREATED, RowStatus.CHANGED, RowStatus.SKIPPED, RowStatus.UNCHANGED)


def _joined(first: Iterable[RowReport], second: Iterable[RowReport]) -> list[RowReport]:
    """Return one report a row where a row says two things: the weightier of the two."""
    by_row: dict[int, RowReport] = {}
    for report in (*first, *second):
        known = by_row.get(report.number)
        if known is None or _WEIGHT.index(report.status) < _WEIGHT.index(known.status):
            by_row[report.number] = report
    return list(by_row.values())
