"""T7 and T8 on noise: the same question has the same answer for ever, and nobody can draw the noise again without the secret."""

from collections.abc import Callable, Iterable
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


def answers_differ(ask: Callable[[], str], times: int = 2) -> bool:
    """Return True when the same question, asked again, has another answer (by fingerprint)."""
    return len({ask() for _ in range(times)}) > 1
