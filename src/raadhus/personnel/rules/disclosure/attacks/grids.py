"""T3 for what is audited: longer terms laid upon the months within them, where each month of each contribution is an unknown of its own.

The audit of a quarter or a year sees sums over the term. Beside the months it can tell more: a quarter less the months of it that follow from
what is shown is what one month hides. So every sum of the longer term is taken apart by month, what the months tell is taken out of each part,
and what is left of all sums together is asked for the people and the hidden cells of every month, and of the term itself.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.row_space import TOLERANCE, Recovered
from raadhus.personnel.rules.disclosure.attacks.singular import shares_of, spanned
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, Reals

_SHARE = 1e-6


@dataclass(frozen=True, eq=False)
class MonthOut:
    """A month as it is out: its columns (a person has the same number in every month), the cells that are told, and those nobody may compute."""

    population: Population
    shown: Sequence[Cell]
    hidden: Sequence[Cell]


@dataclass(frozen=True, eq=False)
class Parted:
    """A sum of a longer term taken apart: the columns that are in it, of each month (by its place among the months) that has any."""

    place: Place
    parts: Mapping[int, Numbers]


class Upon:
    """What of a longer term tells beside its months: `given` are the sums that are out already, `added` those that are to come.

    `watched` are the longer term's own sums that nobody may compute. The added ones stand in order of priority, the most useful first.
    """

    def __init__(
        self,
        months: Sequence[MonthOut],
        given: Sequence[Parted],
        added: Sequence[Parted],
        watched: Sequence[Parted] = (),
    ) -> None:
        """Lay the columns of each month together by the cells that they are in."""
        self._months, self._parted, self._watched = months, list(added), [one for one in watched if one.parts]
        rows = [*given, *added, *self._watched]
        cells = [{at: Cell(one.place, own, 0) for at, own in one.parts.items()} for one in rows]
        self._laid = [
            Compressed(month.population, month.shown, (*month.hidden, *(own[at] for own in cells if at in own)))
            for at, month in enumerate(months)
        ]
        self._ends = np.cumsum([len(laid.sizes) for laid in self._laid])
        every = np.array([self._joined(own) for own in cells]).reshape(len(cells), int(self._ends[-1]))
        left, begin, end = self._left(every), len(given), len(given) + len(added)
        self._given, self._left_of_added = left[:begin], left[begin:end]
        self._added, self._secret = every[begin:end], every[end:]
        self._told = list(range(len(added)))
        self._before, self._after = self._spanned(()), self._spanned(self._told)

    def _joined(self, parts: Mapping[int, Cell]) -> Reals:
        """Return a sum over the groups of all months, one after the other, each by the root of its size."""
        found = [
            laid.members(parts[at]) * np.sqrt(laid.sizes) if at in parts else np.zeros(len(laid.sizes))
            for at, laid in enumerate(self._laid)
        ]
        return np.concatenate(found)

    def _split(self, vector: Reals) -> list[Reals]:
        return np.split(vector, self._ends[:-1], axis=-1)

    def _left(self, vector: Reals) -> Reals:
        """Return what the months do not tell of a sum, or of several, a row each."""
        parts = [laid.outside(part) for laid, part in zip(self._laid, self._split(vector), strict=True)]
        return np.concatenate(parts, axis=-1)

    @cached_property
    def _reach(self) -> Reals:
        """An orthonormal basis of all that the longer term can tell beyond the months: few rows, in which the rest is reckoned."""
        rows = np.concatenate([self._given, self._left_of_added])
        rows = rows[(rows**2).sum(axis=1) > TOLERANCE]
        if not len(rows):
            return np.zeros((0, int(self._ends[-1])))
        return spanned(rows)

    def _told_rows(self, told: Sequence[int]) -> Reals:
        """Return what the given sums and some added ones tell beyond the months, in the rows of `_reach`."""
        return np.concatenate([self._given, self._left_of_added[list(told)]]) @ self._reach.T

    def _spanned(self, told: Sequence[int]) -> Reals:
        """Return an orthonormal basis of what the given sums and some added ones tell beyond the months."""
        rows = self._told_rows(told)
        sizes = (rows**2).sum(axis=1)
        new = rows[sizes > TOLERANCE] / np.sqrt(sizes[sizes > TOLERANCE])[:, None]
        if not len(new):
            return np.zeros((0, int(self._ends[-1])))
        return spanned(new) @ self._reach

    def without_leaks(self, least: int, *, people_are_secret: bool = True) -> frozenset[Place]:
        """Leave out what tells of somebody, the least useful first, until nothing does; return the places left out.

        That is what follows exactly, and a sum that less its months that follow is about some people, but fewer than `least`.
        """
        self._leave_out(self._small_rests(least))
        while found := self._found(people_are_secret=people_are_secret):
            self._leave_out({self._last_behind(vector) for _what, vector in found})
        return frozenset(one.place for number, one in enumerate(self._parted) if number not in self._told)

    def _leave_out(self, numbers: Collection[int]) -> None:
        self._told = [one for one in self._told if one not in numbers]
        self._after = self._spanned(self._told)

    def _last_behind(self, vector: Reals) -> int:
        """Return the least useful of the added sums that it takes to compute something."""
        rows = self._told_rows(self._told)
        shares = shares_of(rows, self._reach @ self._left(vector))[len(self._given) :]
        return self._told[int(np.flatnonzero(np.abs(shares) > _SHARE * np.abs(shares).max())[-1])]

    def recover(self, *, people_are_secret: bool = True) -> Recovered:
        """Return the people and the hidden cells, of a month or of the longer term, whose exact value follows only with what is added."""
        found = [what for what, _vector in self._found(people_are_secret=people_are_secret)]
        people = {what for what in found if isinstance(what, int)}
        return Recovered(tuple(sorted(people)), tuple(what for what in found if isinstance(what, Place)))

    def _found(self, *, people_are_secret: bool) -> list[tuple[Place | int, Reals]]:
        """Return what follows, with its sum over all months."""
        if len(self._after) == len(self._before):
            return []
        asked = [*self._cells(), *(self._people() if people_are_secret else ())]
        return [(what, vector) for what, vector in asked if self._is_new(vector)]

    def _is_new(self, vector: Reals) -> bool:
        """Return True when a sum follows with what is added, and did not without."""
        limit, left = TOLERANCE * float(vector @ vector), self._left(vector)
        rest = float(left @ left)
        now, then = (rest - float(((basis @ left) ** 2).sum()) for basis in (self._after, self._before))
        return now < limit <= then

    @cached_property
    def _secrets(self) -> list[tuple[slice, list[Place], Reals, Reals]]:
        """The hidden cells of each month and those of the longer term: over which groups, where, the sums, and how much the months leave of each."""
        found = []
        for month, laid, end in zip(self._months, self._laid, self._ends.tolist(), strict=True):
            cells = [cell for cell in month.hidden if len(cell.columns)]
            rows = np.array([laid.members(cell) * np.sqrt(laid.sizes) for cell in cells]).reshape(-1, len(laid.sizes))
            left = (laid.outside(rows) ** 2).sum(axis=1)
            found.append((slice(end - len(laid.sizes), end), [cell.place for cell in cells], rows, left))
        left = (self._left(self._secret) ** 2).sum(axis=1)
        return [*found, (slice(0, int(self._ends[-1])), [one.place for one in self._watched], self._secret, left)]

    def _cells(self) -> Iterator[tuple[Place, Reals]]:
        """Yield the hidden cells that follow."""
        for groups, places, rows, left in self._secrets:
            rest = left - ((rows @ self._after[:, groups].T) ** 2).sum(axis=1)
            for number in np.flatnonzero(rest < TOLERANCE * (rows**2).sum(axis=1)).tolist():
                vector = np.zeros(int(self._ends[-1]))
                vector[groups] = rows[number]
                yield places[number], vector

    @cached_property
    def _own(self) -> "_Own":
        """Everybody who shares no group of a month with others there."""
        return _Own.of(self._months, self._laid, self._ends)

    def _people(self) -> Iterator[tuple[int, Reals]]:
        """Yield those of whom a contribution of a month, all of them in a month, or all in the term follow.

        Whoever shares a group with others is hidden among them.
        """
        own, size = self._own, int(self._ends[-1])
        for group in np.flatnonzero(
            own.alone & (1.0 - own.reached - (self._after**2).sum(axis=0) < TOLERANCE)
        ).tolist():
            yield int(own.person_of[group]), np.eye(1, size, group)[0]
        for person, groups in own.following(self._after):
            vector = np.zeros(size)
            vector[groups] = np.sqrt(own.sizes[groups])
            yield person, vector

    def _small_rests(self, least: int) -> frozenset[int]:
        """Return the added sums that less their months that follow from what is shown leave some people, but fewer than `least`."""
        found = set()
        for number, one in enumerate(self._parted):
            parts = zip(self._split(self._added[number]), self._split(self._left_of_added[number]), strict=True)
            rest = [at for at, (part, left) in enumerate(parts) if left @ left >= TOLERANCE * (part @ part) > 0]
            people = [self._months[at].population.person[one.parts[at]] for at in rest]
            if len(rest) < len(one.parts) and 0 < len(np.unique(np.concatenate([np.zeros(0), *people]))) < least:
                found.add(number)
        return frozenset(found)


@dataclass(frozen=True, eq=False)
class _Own:
    """Who has groups of their own, over the groups of all months: a row for each such group in the order of person and month.

    `parts` are where each person's month begins, and `left` how much the months leave unknown of it; `torn` are those who share a group somewhere.
    """

    sizes: Reals
    reached: Reals
    alone: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
    person_of: Numbers
    person: Numbers
    group: Numbers
    parts: Numbers
    left: Reals
    torn: Numbers

    @classmethod
    def of(cls, months: Sequence[MonthOut], all_laid: Sequence[Compressed], ends: Numbers) -> "_Own":
        """Return those of some months, whose groups end at `ends`."""
        sizes = np.concatenate([laid.sizes for laid in all_laid])
        person_of, found, torn = np.full(len(sizes), -1), [], []
        for at, (month, laid) in enumerate(zip(months, all_laid, strict=True)):
            start = int(ends[at]) - len(laid.sizes)
            person_of[start + laid.groups] = month.population.person
            pairs, counts = np.unique(np.stack([month.population.person, laid.groups]), axis=1, return_counts=True)
            shared = np.unique(pairs[0][counts < laid.sizes[pairs[1]]])
            torn.append(shared)
            own = pairs[:, ~np.isin(pairs[0], shared)]
            found.append(np.stack([own[0], np.full(own.shape[1], at), own[1] + start]))
        person, month_of, group = np.concatenate(found, axis=1)[:, np.lexsort(np.concatenate(found, axis=1)[::-1])]
        parts = np.flatnonzero(np.diff(person, prepend=-1) | np.diff(month_of, prepend=-1))
        left, part_of = np.zeros(len(parts)), np.searchsorted(parts, np.arange(len(person)), side="right") - 1
        for at, laid in enumerate(all_laid):
            here = np.flatnonzero(month_of == at)
            rows = laid.basis[:, group[here] - (int(ends[at]) - len(laid.sizes))] * np.sqrt(sizes[group[here]])
            starts = np.flatnonzero(np.diff(part_of[here], prepend=-1))
            left[part_of[here][starts]] -= (_added(rows, starts) ** 2).sum(axis=0)
        left += _added(sizes[group][None, :], parts)[0]
        reached = np.concatenate([(laid.basis**2).sum(axis=0) for laid in all_laid])
        return cls(sizes, reached, sizes == 1.0, person_of, person, group, parts, left, np.unique(np.concatenate(torn)))

    def following(self, basis: Reals) -> Iterator[tuple[int, Numbers]]:
        """Yield each person with the groups of a month, or of the whole term, whose sum lies in what the months tell and the basis."""
        sizes, ends = self.sizes[self.group], [*self.parts[1:].tolist(), len(self.group)]
        shares = _added(basis[:, self.group] * np.sqrt(sizes), self.parts)
        size, person = _added(sizes[None, :], self.parts)[0], self.person[self.parts]
        for part in np.flatnonzero(self.left - (shares**2).sum(axis=0) < TOLERANCE * size).tolist():
            yield int(person[part]), self.group[self.parts[part] : ends[part]]
        whole = np.flatnonzero(np.diff(person, prepend=-1))
        left = _added(self.left[None, :], whole)[0] - (_added(shares, whole) ** 2).sum(axis=0)
        for one in np.flatnonzero(left < TOLERANCE * _added(size[None, :], whole)[0]).tolist():
            who = int(person[whole[one]])
            if who not in self.torn:
                yield who, self.group[self.person == who]


def _added(rows: Reals, starts: Numbers) -> Reals:
    """Return the rows with their stretches added up."""
    found: Reals = np.add.reduceat(rows, starts, axis=1) if len(starts) else rows[:, :0]
    return found


def parted(place: Place, of: Sequence[Numbers], columns: Numbers) -> Parted:
    """Return a longer term's sum taken apart. `of` says for each month which column of the longer term each of its own belongs to."""
    parts = {at: np.flatnonzero(np.isin(own, columns)) for at, own in enumerate(of)}
    return Parted(place, {at: own for at, own in parts.items() if len(own)})
