"""The lost cases told up: the board's table by centre, the trend over years, causes and lateness, and the public version of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from raadhus.kernel.words import for_catalogue
from raadhus.refunds.rules.cases import Cause

OTHERS = for_catalogue("Øvrige")
# The bands of lateness by the first day in each, in the order in which they are told.
_BAND_LABELS = {
    1: "1-7 dage",
    8: "8-14 dage",
    15: "15-30 dage",
    31: "31-60 dage",
    61: "Over 60 dage",
    0: "Ikke anmeldt for sent",
}
BAND_NAMES = tuple(_BAND_LABELS.values())

_LATE = "Indberettet for sent"
_SHORT = {
    Cause.LEADER_LATE: _LATE,
    Cause.HR_LATE: "Anmeldt for sent",
    Cause.CLAIM_LATE: "Anmodet for sent",
    Cause.WRONG_ENTRY: "Fejlindberetning",
    Cause.NEVER_SENT: "Aldrig sendt",
    Cause.EMPLOYEE: "Medarbejderens forhold",
    Cause.NOT_ENTITLED: "Betingelser ikke opfyldt",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One lost case in the ledger. `year` is the year of the statement that it belongs to, `days_late` after the deadline."""

    case_id: str
    centre: str
    year: int
    cause: Cause
    lost_ore: int
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class CentreRow:
    """One line of the table: centre, number of cases, the causes in words, and the lost øre."""

    centre: str
    cases: int
    causes: str
    lost_ore: int


@dataclass(frozen=True, slots=True)
class CentreTable:
    """The year's table with its sums; `late_ore` and `wrong_ore` split the sum into lateness and wrong entries."""

    year: int
    rows: tuple[CentreRow, ...]
    cases: int
    lost_ore: int
    wrong_cases: int
    wrong_ore: int

    @property
    def late_ore(self) -> int:
        """What was lost otherwise than by wrong entries."""
        return self.lost_ore - self.wrong_ore


def centre_table(entries: Iterable[Entry], year: int, order: Sequence[str] = ()) -> CentreTable:
    """Return the table of a year; centres in the given order, others after them by name."""
    return _table(year, _grouped(entries, year), order)


def merged(groups: Mapping[str, list[Entry]], least: int) -> dict[str, list[Entry]]:
    """Return the groups, those of fewer than `least` cases merged under the name OTHERS.

    When those merged are too few, the smallest that is left joins them; with too few in all, one line stands. They are enough
    when there are `least` of them also without the largest group among them: who knows that group cannot subtract it and
    be left with a few people.
    """
    left = dict(groups)
    small = sorted(left, key=lambda name: (len(left[name]), name))
    joined: list[list[Entry]] = []
    while small and (len(left[small[0]]) < least or not _is_enough(joined, least)):
        joined.append(left.pop(small.pop(0)))
    return {**left, OTHERS: [one for group in joined for one in group]} if joined else left


def _is_enough(joined: Sequence[Sequence[Entry]], least: int) -> bool:
    sizes = [len(group) for group in joined]
    return not sizes or sum(sizes) - max(sizes) >= least


def _grouped(entries: Iterable[Entry], year: int) -> dict[str, list[Entry]]:
    by_centre: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.year == year:
            by_centre[entry.centre].append(entry)
    return by_centre


def _table(year: int, by_centre: Mapping[str, list[Entry]], order: Sequence[str]) -> CentreTable:
    places = {name: place for place, name in enumerate(order)}
    names = sorted(by_centre, key=lambda name: (places.get(name, len(places)), name))
    rows = tuple(
        CentreRow(
            name,
            len(by_centre[name]),
            causes_in_words(entry.cause for entry in by_centre[name]),
            sum(entry.lost_ore for entry in by_centre[name]),
        )
        for name in names
    )
    wrong = [entry.lost_ore for own in by_centre.values() for entry in own if entry.cause is Cause.WRONG_ENTRY]
    cases, lost = sum(row.cases for row in rows), sum(row.lost_ore for row in rows)
    return CentreTable(year, rows, cases, lost, len(wrong), sum(wrong))


def causes_in_words(causes: Iterable[Cause]) -> str:
    """Return "Indberettet for sent + 1 fejlindberetning": what is usual first, then the others with their number."""
    counts = Counter(_SHORT[cause] for cause in causes)
    ordered = sorted(counts, key=lambda name: (name != _LATE, -counts[name], name))
    if not ordered:
        return ""
    rest = [f"{counts[name]} {_some(name, counts[name])}" for name in ordered[1:]]
    return " + ".join([ordered[0], *rest])


def _some(name: str, count: int) -> str:
    plural = "er" if count > 1 and name == _SHORT[Cause.WRONG_ENTRY] else ""
    return f"{name[0].casefold()}{name[1:]}{plural}"


def by_year(entries: Iterable[Entry]) -> dict[int, int]:
    """Return the lost øre of each year from the first to the last, a year without cases as zero."""
    sums: dict[int, int] = defaultdict(int)
    for entry in entries:
        sums[entry.year] += entry.lost_ore
    return {year: sums.get(year, 0) for year in range(min(sums), max(sums) + 1)} if sums else {}


def by_cause(entries: Iterable[Entry], year: int) -> dict[Cause, tuple[int, int]]:
    """Return the cases and the lost øre of each cause that a year has, the costliest first."""
    found: dict[Cause, tuple[int, int]] = {}
    for entry in entries:
        if entry.year == year:
            cases, lost = found.get(entry.cause, (0, 0))
            found[entry.cause] = (cases + 1, lost + entry.lost_ore)
    return dict(sorted(found.items(), key=lambda one: (-one[1][1], one[0])))


def by_lateness(entries: Iterable[Entry], year: int) -> tuple[tuple[str, int, int], ...]:
    """Return (days late, cases, lost øre) for each band of lateness, then what was not notified late: each case once."""
    inside: dict[str, list[Entry]] = {name: [] for name in BAND_NAMES}
    for entry in entries:
        if entry.year == year:
            inside[band_of(entry)].append(entry)
    return tuple((name, len(own), sum(one.lost_ore for one in own)) for name, own in inside.items())


def band_of(entry: Entry) -> str:
    """Return the name of the band of lateness that a case is in."""
    return _BAND_LABELS[max(first for first in _BAND_LABELS if first <= entry.days_late)]


def gives_concern(lost: Mapping[int, int], year: int, *, threshold_ore: int, rise_percent: int) -> bool:
    """Return True when a year's loss passes the threshold, or has risen by more than so many per cent from the year before."""
    now, before = lost.get(year, 0), lost.get(year - 1, 0)
    return now > threshold_ore or (before > 0 and 100 * (now - before) > rise_percent * before)
