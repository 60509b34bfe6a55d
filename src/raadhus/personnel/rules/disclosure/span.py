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


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """A sum: which columns, and how often each is counted (1, or -1 in a difference)."""

    columns: Numbers
    weights: Reals

    @classmethod
    def of(cls, columns: Numbers) -> "Vector":
        """Return the plain sum of the columns."""
        return cls(columns, np.ones(len(columns)))


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


class Span:
    """An orthonormal basis that grows, one vector at a time.

    `ends` cut the columns into blocks (months, say) that most sums stay inside of. Such sums cost what their block costs; those across
    blocks, and all that come after the first of them, are kept over all columns. The span is the same however the columns are cut.
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
        low, high = int(columns.min(initial=0)), int(columns.max(initial=0))
        return [block for block in self._blocks if block.start <= high and low < block.end]

    def residual(self, vector: Vector) -> Reals | None:
        """Return the unit vector that the sum would add, or None when it is known already (or empty)."""
        dense = np.zeros(self._across.end)
        np.add.at(dense, vector.columns, vector.weights)
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

    def add(self, direction: Reals) -> None:
        """Add a unit vector that `residual` returned."""
        touched = self._touched(np.flatnonzero(direction))
        alone = len(touched) == 1 and not self._across.rank
        (touched[0] if alone else self._across).add(direction)


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
