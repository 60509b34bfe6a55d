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


@dataclass(frozen=True, slots=True)
class Vector:
    """A sum: which columns, and how often each is counted (1, or -1 in a difference)."""

    columns: Numbers
    weights: Reals

    @classmethod
    def of(cls, columns: Numbers) -> "Vector":
        """Return the plain sum of the columns."""
        return cls(columns, np.ones(len(columns)))


class Span:
    """An orthonormal basis that grows, one vector at a time."""

    def __init__(self, columns: int) -> None:
        self._basis: Reals = np.zeros((16, columns))
        self.rank = 0

    def residual(self, vector: Vector) -> Reals | None:
        """Return the unit vector that the sum would add, or None when it is known already (or empty)."""
        dense = np.zeros(self._basis.shape[1])
        np.add.at(dense, vector.columns, vector.weights)
        length = float(dense @ dense)
        if length == 0.0:
            return None
        known = self._basis[: self.rank]
        for _twice in range(2):  # once loses digits, twice is enough (Kahan and Parlett)
            dense -= (known @ dense) @ known
        left = float(dense @ dense)
        return None if left <= IN_SPAN * length else dense / np.sqrt(left)

    def add(self, direction: Reals) -> None:
        """Add a unit vector that `residual` returned."""
        if self.rank == len(self._basis):
            grown = np.zeros((2 * self.rank, self._basis.shape[1]))
            grown[: self.rank] = self._basis
            self._basis = grown
        self._basis[self.rank] = direction
        self.rank += 1


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

    def watch(self, vector: Vector, span: Span) -> None:
        """Protect one more sum, beside what the span knows already."""
        direction, length = span.residual(vector), float(vector.weights @ vector.weights)
        left = 0.0 if direction is None else float(direction[vector.columns] @ vector.weights) ** 2
        self._starts = np.append(self._starts, len(self._columns))
        self._columns = np.append(self._columns, vector.columns)
        self._weights = np.append(self._weights, vector.weights)
        self._whole = np.append(self._whole, length)
        self._left = np.append(self._left, left)

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
