"""What may be told of a year to those who may not see the exact table, so that nothing hidden can be computed (docs/rules/refunds.md).

A year is told up three ways, each case once in each: by centre, by cause, by lateness. A line of few cases is merged away; and
a way of telling is left out whole when it, together with what is told already, would give away a hidden group to somebody who knows
which case is in which group: when the hidden group is a sum of told lines, added and subtracted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from raadhus.refunds.rules.ledger import BAND_NAMES, OTHERS, Entry, band_of, merged

_CENTRE, _CAUSE, _BAND = range(3)
# What decides in which lines a case is counted.
_Signature = tuple[str, str, str]
_Vector = list[Fraction]


@dataclass(frozen=True, slots=True)
class ReleasedLine:
    """One line that is told: its name, its cases, and the lost øre."""

    name: str
    cases: int
    lost_ore: int


@dataclass(frozen=True, slots=True)
class Released:
    """What is told of a year. A way of telling without lines is withheld; the whole is always told."""

    year: int
    cases: int
    lost_ore: int
    by_centre: tuple[ReleasedLine, ...] = ()
    by_cause: tuple[ReleasedLine, ...] = ()
    by_lateness: tuple[ReleasedLine, ...] = ()


def released(entries: Iterable[Entry], year: int, least: int, *, is_over: bool, order: Sequence[str] = ()) -> Released:
    """Return what may be told of a year; of a year that is not over only the whole.

    A running year changes from day to day, and what changes in a line from one look to the next is one case.
    """
    own = [entry for entry in entries if entry.year == year]
    whole = Released(year, len(own), sum(entry.lost_ore for entry in own))
    if not is_over or len(own) < least:
        return whole
    ways = _told(own, least)
    return Released(
        year,
        whole.cases,
        whole.lost_ore,
        _lines(ways[_CENTRE], order),
        _lines(ways[_CAUSE], order),
        _lines(ways[_BAND], BAND_NAMES),
    )


def _told(own: list[Entry], least: int) -> tuple[Mapping[str, list[Entry]], ...]:
    """Return the groups of each way of telling, none where it would give something away; the centres come first."""
    audit = _Audit(own, least)
    ways: list[Mapping[str, list[Entry]]] = []
    for place in (_CENTRE, _CAUSE, _BAND):
        groups = merged(_groups(own, place), least)
        ways.append(groups if len(groups) > 1 and audit.takes(groups.values()) else {})
    return tuple(ways)


def _groups(own: Iterable[Entry], place: int) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in own:
        groups[_signature(entry)[place]].append(entry)
    return groups


def _signature(entry: Entry) -> _Signature:
    return entry.centre, entry.cause.value, band_of(entry)


def _lines(groups: Mapping[str, list[Entry]], order: Sequence[str]) -> tuple[ReleasedLine, ...]:
    places = {name: place for place, name in enumerate(order)}
    names = sorted(groups, key=lambda name: (name == OTHERS, places.get(name, len(places)), name))
    return tuple(ReleasedLine(name, len(groups[name]), sum(entry.lost_ore for entry in groups[name])) for name in names)


class _Audit:
    """Says whether lines may be told beside those told before: no hidden group may be a combination of them."""

    def __init__(self, own: Sequence[Entry], least: int) -> None:
        counts = Counter(map(_signature, own))
        self._columns = {signature: place for place, signature in enumerate(sorted(counts))}
        self._hidden = list(self._small_groups(counts, least))
        self._basis: dict[int, _Vector] = {}
        self._add(self._basis, self._vector(counts))

    def takes(self, lines: Iterable[Iterable[Entry]]) -> bool:
        """Tell the lines, and return True, when they give nothing away."""
        basis = dict(self._basis)
        for line in lines:
            self._add(basis, self._vector(map(_signature, line)))
        if any(_reduced(basis, vector) is None for vector in self._hidden):
            return False
        self._basis = basis
        return True

    def _small_groups(self, counts: Mapping[_Signature, int], least: int) -> Iterable[_Vector]:
        """Yield every group of fewer cases by centre, cause and lateness, alone or together."""
        for size in (1, 2, 3):
            for places in combinations((_CENTRE, _CAUSE, _BAND), size):
                members: dict[tuple[str, ...], list[_Signature]] = defaultdict(list)
                for signature in counts:
                    members[tuple(signature[place] for place in places)].append(signature)
                for group in members.values():
                    if sum(counts[signature] for signature in group) < least:
                        yield self._vector(group)

    def _vector(self, signatures: Iterable[_Signature]) -> _Vector:
        own = set(signatures)
        return [Fraction(signature in own) for signature in self._columns]

    @staticmethod
    def _add(basis: dict[int, _Vector], vector: _Vector) -> None:
        left = _reduced(basis, vector)
        if left is not None:
            pivot = next(place for place, value in enumerate(left) if value)
            basis[pivot] = [value / left[pivot] for value in left]


def _reduced(basis: Mapping[int, _Vector], vector: _Vector) -> _Vector | None:
    """Return what is left of a vector when what the basis says is taken out; None when nothing is."""
    left = list(vector)
    for pivot in sorted(basis):
        if factor := left[pivot]:
            left = [value - factor * said for value, said in zip(left, basis[pivot], strict=True)]
    return left if any(left) else None
