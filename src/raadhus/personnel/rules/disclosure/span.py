"""What can be computed from what is known: the span of the published sums, kept as an orthonormal basis.

A sum is a vector over the columns. A value is known exactly when its vector lies in the span of what is published, however many figures
have to be added and subtracted for it (the idea of GaussSuppression, Statistics Norway; here over all linked cells at once).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.personnel.rules.disclosure.population import Numbers, Reals

# Below this part of its own length a vector lies in the span; the numbers are whole, so rounding stays many digits below.
IN_SPAN = 1e-9
EXPOSED = 1e-7
_NEARLY_WHOLE = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """A sum: which columns, and how often each is counted (1, or -1 in a difference)."""

    columns: Numbers
    weights: Reals

    @classmethod
    def of(cls, columns: Numbers) -> "Vector":
        """Return the plain sum of the columns."""
        return cls(columns, np.ones(len(columns)))

    def dense(self, columns: int) -> Reals:
        """Return it with a number for each of all columns."""
        found = np.zeros(columns)
        np.add.at(found, self.columns, self.weights)
        return found


class Basis:
    """Orthonormal rows over a stretch of the columns."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        self._rows: Reals = np.zeros((16, end - start))
        self.rank = 0

    def remove_from(self, dense: Reals) -> None:
        """Take out of a vector what lies in the rows."""
        if self.rank:
            part, known = dense[self.start : self.end], self._rows[: self.rank]
            part -= (known @ part) @ known

    def add(self, direction: Reals) -> None:
        """Add a unit vector that stands on all rows."""
        if self.rank == len(self._rows):
            grown = np.zeros((2 * self.rank, self.end - self.start))
            grown[: self.rank] = self._rows
            self._rows = grown
        self._rows[self.rank] = direction[self.start : self.end]
        self.rank += 1

    def turn_from(self, direction: Reals) -> None:
        """Make the rows stand on one more unit vector that is kept elsewhere; together they span what they did before."""
        if not self.rank:
            return
        rows = self._rows[: self.rank]
        shares = rows @ direction
        rows -= np.outer(shares, direction)
        taken = float(shares @ shares)
        if 1.0 - taken < _NEARLY_WHOLE:
            self._rows[: self.rank] = np.linalg.qr(rows.T)[0].T
        elif taken:  # the inverse root of I - shares shares^T, which the rows' products now are
            stretch = (1.0 / np.sqrt(1.0 - taken) - 1.0) / taken
            rows += np.outer(stretch * shares, shares @ rows)


class Span:
    """An orthonormal basis that grows, one vector at a time.

    `ends` cut the columns into blocks (months, or branches of the organisation) that most sums stay inside of. Such sums cost what their
    block costs; only those across blocks are kept over all columns. The span is the same however the columns are cut.
    """

    def __init__(self, ends: Sequence[int]) -> None:
        starts = [0, *ends[:-1]]
        self._blocks = [Basis(start, end) for start, end in zip(starts, ends, strict=True)]
        self._across = Basis(0, ends[-1])

    @property
    def rank(self) -> int:
        """How many independent sums are known."""
        return self._across.rank + sum(block.rank for block in self._blocks)

    def _touched(self, columns: Numbers) -> list[Basis]:
        if not len(columns):
            return []
        low, high = int(columns.min()), int(columns.max())
        return [block for block in self._blocks if block.start <= high and low < block.end]

    def residual(self, vector: Vector) -> Reals | None:
        """Return the unit vector that the sum would add, or None when it is known already (or empty)."""
        dense = vector.dense(self._across.end)
        length = float(dense @ dense)
        if length == 0.0:
            return None
        bases, left = (*self._touched(vector.columns), self._across), length
        for _twice in range(2):  # where most is taken away digits are lost, and twice is enough (Kahan and Parlett)
            before = left
            for basis in bases:
                basis.remove_from(dense)
            left = float(dense @ dense)
            if left > before / 2:
                break
        return None if left <= IN_SPAN * length else dense / np.sqrt(left)

    def add(self, vector: Vector, direction: Reals) -> None:
        """Add a sum, with the unit vector that `residual` returned for it."""
        touched = self._touched(vector.columns)
        if len(touched) > 1:
            self._across.add(direction)
            return
        own = direction
        if self._across.rank:
            own = vector.dense(len(direction))
            for _twice in range(2):
                touched[0].remove_from(own)
            own /= np.sqrt(own @ own)
        touched[0].add(own)
        self._across.turn_from(own)


class Guard:
    """How much of each protected sum is still unknown. Empty sums are no secret and are left out."""

    def __init__(self, protected: Sequence[Vector]) -> None:
        self._lay_out([vector for vector in protected if len(vector.columns)])
        self._left: Reals = self._whole.copy()

    def _lay_out(self, vectors: Sequence[Vector]) -> None:
        lengths = np.array([0, *(len(vector.columns) for vector in vectors)])
        self._starts: Numbers = np.cumsum(lengths)[:-1]
        self._columns: Numbers = np.concatenate([np.zeros(0, np.int64), *(vector.columns for vector in vectors)])
        self._weights: Reals = np.concatenate([np.zeros(0), *(vector.weights for vector in vectors)])
        self._whole = self._sums(self._weights**2)

    def _sums(self, entries: Reals) -> Reals:
        return np.add.reduceat(entries, self._starts) if len(self._starts) else np.zeros(0)

    def watch(self, vector: Vector, span: Span) -> bool:
        """Protect one more sum, beside what the span knows; return True when it knows that sum already."""
        direction, length = span.residual(vector), float(vector.weights @ vector.weights)
        left = 0.0 if direction is None else float(direction[vector.columns] @ vector.weights) ** 2
        self._starts = np.append(self._starts, len(self._columns))
        self._columns = np.append(self._columns, vector.columns)
        self._weights = np.append(self._weights, vector.weights)
        self._whole = np.append(self._whole, length)
        self._left = np.append(self._left, left)
        return direction is None

    def after(self, direction: Reals) -> Reals:
        """Return what would be left of each when the direction became known."""
        left: Reals = self._left - self._sums(direction[self._columns] * self._weights) ** 2
        return left

    def would_expose(self, left: Reals) -> bool:
        """Return True when a protected sum that is unknown so far would be known."""
        bound = EXPOSED * self._whole
        return bool(((left < bound) & (self._left >= bound)).any())

    def accept(self, left: Reals) -> None:
        """Take over what `after` returned."""
        self._left = left
