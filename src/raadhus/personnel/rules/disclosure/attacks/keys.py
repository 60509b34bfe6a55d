"""T8 on noise: nobody can draw it again without the secret."""

from collections.abc import Iterable
from dataclasses import dataclass

from raadhus.personnel.rules.disclosure.noise import unkeyed

_CLOSE = 0.51


@dataclass(frozen=True, slots=True)
class Observed:
    """A published sum, all that is public about it, and the exact sum that an insider happens to know."""

    measure: str
    key: int
    persons: int
    term: str
    published: int
    exact: int


def predictable(observed: Iterable[Observed], deviation: float) -> float:
    """Return the share of sums whose noise follows from what is public: drawn without a secret, or none at all.

    The attacker knows how the noise is made, everybody's record key and how much noise there is, but not the secret.
    """
    right = [abs(one.published - one.exact - _guess(one, deviation)) < _CLOSE for one in observed]
    return sum(right) / len(right) if right else 0.0


def _guess(one: Observed, deviation: float) -> float:
    return unkeyed(one.measure, one.key, one.persons, deviation, one.term)
