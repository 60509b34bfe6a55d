"""T3 for what is audited: longer terms laid upon the months within them, where each month of each contribution is an unknown of its own.

The audit of a quarter or a year sees sums over the term. Beside the months it can tell more: a quarter less the months of it that follow from
what is shown is what one month hides. So every sum of the longer term is taken apart by month, what the months tell is taken out of each part,
and what is left of all sums together is asked for the people and the hidden cells of every month, and of the term itself.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.row_space import TOLERANCE, Recovered
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, Reals, columns_by_person

_NOISE, _SHARE = 1e-10, 1e-6


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
        vectors = [self._joined(own) for own in cells]
        self._left_of_added = [self._left(vector) for vector in vectors[len(given) : len(given) + len(added)]]
        self._added = vectors[len(given) : len(given) + len(added)]
        self._secret = vectors[len(given) + len(added) :]
        self._given = [self._left(vector) for vector in vectors[: len(given)]]
        self._told = list(range(len(added)))
        self._before, self._after = self._spanned(()), self._spanned(self._told)

    def _joined(self, parts: Mapping[int, Cell]) -> Reals:
        """Return a sum over the groups of all months, one after the other, each by the root of its size."""
        found = [
            laid.members(parts[at]) * np.sqrt(laid.sizes) if at in parts else np.zeros(len(laid.sizes))
            for at, laid in enumerate(self._laid)
        ]
        return np.concatenate([np.zeros(0), *found])

    def _split(self, vector: Reals) -> list[Reals]:
        return np.split(vector, self._ends[:-1], axis=-1)

    def _left(self, vector: Reals) -> Reals:
        """Return what the months do not tell of a sum."""
        parts = [
            laid.outside(part) if part.any() else part
            for laid, part in zip(self._laid, self._split(vector), strict=True)
        ]
        return np.concatenate([np.zeros(0), *parts])

    def _spanned(self, told: Sequence[int]) -> Reals:
        """Return an orthonormal basis of what the given sums and some added ones tell beyond the months."""
        left = [*self._given, *(self._left_of_added[one] for one in told)]
        new = [one / np.sqrt(one @ one) for one in left if float(one @ one) > TOLERANCE]
        if not new:
            return np.zeros((0, int(self._ends[-1]) if len(self._ends) else 0))
        _left, values, basis = np.linalg.svd(np.array(new), full_matrices=False)
        kept: Reals = basis[values > _NOISE * max(1.0, float(values[0]))]
        return kept

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
        rows = [*self._given, *(self._left_of_added[one] for one in self._told)]
        shares = np.linalg.lstsq(np.array(rows).T, self._left(vector), rcond=None)[0][len(self._given) :]
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
        found: list[tuple[Place | int, Reals]] = [(cell.place, vector) for cell, vector in self._hidden()]
        found += [(one.place, vector) for one, vector in zip(self._watched, self._secret, strict=True)]
        if people_are_secret:
            found += [*self._alone(), *self._together()]
        return [(what, vector) for what, vector in found if self._is_new(vector)]

    def _is_new(self, vector: Reals) -> bool:
        """Return True when a sum follows with what is added, and did not without."""
        limit, left = TOLERANCE * float(vector @ vector), self._left(vector)
        rest = float(left @ left)
        now, then = (rest - float(((basis @ left) ** 2).sum()) for basis in (self._after, self._before))
        return now < limit <= then

    def _hidden(self) -> Iterator[tuple[Cell, Reals]]:
        """Yield the hidden cells of the months of which anything is told."""
        for at, (month, laid, basis) in enumerate(self._by_month(self._after)):
            cells = [cell for cell in month.hidden if len(cell.columns)]
            rows = np.array([laid.members(cell) * np.sqrt(laid.sizes) for cell in cells]).reshape(-1, len(laid.sizes))
            reached = ((rows @ basis.T) ** 2).sum(axis=1) > TOLERANCE
            yield from (
                (cell, self._joined({at: cell})) for cell, is_told in zip(cells, reached, strict=True) if is_told
            )

    def _by_month(self, basis: Reals) -> Iterator[tuple[MonthOut, Compressed, Reals]]:
        return zip(self._months, self._laid, self._split(basis), strict=True)

    def _alone(self) -> Iterator[tuple[int, Reals]]:
        """Yield the single contributions of a month that follow. Whoever shares a group with others is hidden among them."""
        for at, (month, laid, basis) in enumerate(self._by_month(self._after)):
            reached = (laid.basis**2).sum(axis=0) + (basis**2).sum(axis=0)
            for group in np.flatnonzero((1.0 - reached < TOLERANCE) & (laid.sizes == 1.0)).tolist():
                person = int(month.population.person[laid.groups == group][0])
                yield person, self._at(at, np.array([group]), np.ones(1))

    def _together(self) -> Iterator[tuple[int, Reals]]:
        """Yield all contributions of each person of a month, and of the whole term, where something is told of them."""
        own: dict[int, list[Reals]] = {}
        hidden: set[int] = set()
        for at, (month, laid, basis) in enumerate(self._by_month(self._after)):
            touched = (basis**2).sum(axis=0) > 0
            for columns in columns_by_person(month.population) if len(month.population) else ():
                person, counts = int(month.population.person[columns[0]]), np.bincount(laid.groups[columns])
                groups = np.flatnonzero(counts)
                if (counts[groups] < laid.sizes[groups]).any() or not touched[groups].any():
                    hidden.add(person)
                else:
                    own.setdefault(person, []).append(self._at(at, groups, np.sqrt(laid.sizes[groups])))
        for person, parts in own.items():
            whole = [] if person in hidden else [np.sum(parts, axis=0)]
            yield from ((person, vector) for vector in (*parts, *whole))

    def _at(self, month: int, groups: Numbers, values: Reals) -> Reals:
        vector = np.zeros(int(self._ends[-1]))
        self._split(vector)[month][groups] = values
        return vector

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


def parted(place: Place, of: Sequence[Numbers], columns: Numbers) -> Parted:
    """Return a longer term's sum taken apart. `of` says for each month which column of the longer term each of its own belongs to."""
    parts = {at: np.flatnonzero(np.isin(own, columns)) for at, own in enumerate(of)}
    return Parted(place, {at: own for at, own in parts.items() if len(own)})
