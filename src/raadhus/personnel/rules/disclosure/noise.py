"""Keyed noise: the same people in the same term get the same noise for ever, one person more or less gets another.

Every version of an employment has a secret key of 31 bits; a cell's key is the plain sum of them, a whole number that every engine
adds up alike. The noise is drawn from the secret, the measure, the cell's key and the number of people (the idea of the cell-key
method of ABS and ONS). Without the secret nobody can draw it again and subtract it.
"""

import hmac
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from math import ceil, log
from statistics import NormalDist

from raadhus.kernel.errors import WrongInput

KEY_BITS = 31
CLAMP = 3
LEAST_SECRET = 32
_UNIFORM_BYTES = 8
_DRAWN_BITS = 52
_STEP, _ROUNDING = 1.1, 1e-9


@dataclass(frozen=True, slots=True)
class Secret:
    """What the noise hangs on: at least 32 random bytes, known to the batch alone. Raises WrongInput when it is too short."""

    value: bytes

    def __post_init__(self) -> None:
        if len(self.value) < LEAST_SECRET:
            raise WrongInput(f"Nøglen til støjen skal være mindst {LEAST_SECRET} bytes; den er {len(self.value)}.")

    def __repr__(self) -> str:
        return "Secret(...)"

    @property
    def mark(self) -> str:
        """What tells this key from another, and nothing of the key itself."""
        return self.draw("mark").hex()[:16]

    def draw(self, *parts: object) -> bytes:
        """Return 32 bytes that follow from the parts and cannot be foreseen without the secret."""
        return hmac.digest(self.value, "|".join(map(str, parts)).encode(), "sha256")


def record_key(secret: Secret, *, employment: str, start: date, state: tuple[int | str, ...]) -> int:
    """Return the key of one version of an employment: another one whenever pay, hours, unit or anything else of `state` changes.

    With the same key before and after a raise, the noise of a unit would be the same too, and the difference would be the raise.
    """
    drawn = secret.draw("record", employment, start.isoformat(), *state)
    return int.from_bytes(drawn[:_UNIFORM_BYTES], "big") >> (8 * _UNIFORM_BYTES - KEY_BITS)


@dataclass(frozen=True, slots=True)
class Noise:
    """Noise of one measure: its standard deviation on a sum, and where it is cut off. `term` is what else it hangs on: a flow's term."""

    secret: Secret
    measure: str
    deviation: float
    clamp: int = CLAMP
    term: str = ""

    def on(self, key: int, persons: int) -> int:
        """Return the noise of a cell, in whole units of the measure."""
        drawn = self.secret.draw("noise", self.measure, key, persons, self.term)
        return round(self.deviation * _standard(drawn, self.clamp))


def _standard(drawn: bytes, clamp: int) -> float:
    """Return a draw of the standard normal distribution, cut off at +-clamp."""
    number = int.from_bytes(drawn[:_UNIFORM_BYTES], "big") >> (8 * _UNIFORM_BYTES - _DRAWN_BITS)
    uniform = (number + 0.5) / 2**_DRAWN_BITS  # exact, and never 0 or 1
    return max(-float(clamp), min(float(clamp), NormalDist().inv_cdf(uniform)))


def stepped(deviation: float) -> float:
    """Return the next of a fixed row of standard deviations, each a tenth larger than the one before; 0 stays 0.

    A stock keeps its noise while its people and their terms stay. Noise of the same draw in two sizes would give the draw away, and the sum
    with it; so sizes do not follow each month's people, and one that is another is another draw (`release.noise_of`).
    """
    return _STEP ** ceil(log(deviation, _STEP) - _ROUNDING) if deviation > 0 else 0.0


def unkeyed(measure: str, key: int, persons: int, deviation: float, term: str = "") -> float:
    """Return what noise without a secret would be, which anybody can compute. For the attack and its negative control alone."""
    drawn = sha256("|".join(map(str, ("noise", measure, key, persons, term))).encode()).digest()
    return deviation * _standard(drawn, CLAMP)
