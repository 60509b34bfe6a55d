"""T6: how much is left unknown of each person by the best estimate from all noisy figures at once.

The attacker knows everybody's place, the spread of the values and of the noise, and weighs all figures together (the optimal linear
estimate). What is asked is the standard deviation that remains, beside the one before anything was published.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from raadhus.kernel.errors import DomainError
from raadhus.personnel.rules.disclosure.attacks.singular import singular
from raadhus.personnel.rules.disclosure.population import Cell, Population, Reals, columns_by_person
from raadhus.personnel.rules.disclosure.settings import Settings

_STEP, _TRIES = 1.2, 24


class TooLittleNoise(DomainError):
    """No amount of noise that is tried leaves people unknown enough. Nothing is published."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is left of each person's standard deviation, as a part of what it was."""

    parts: Reals

    @property
    def least(self) -> float:
        """The part left of the person known best; 1 when there is nobody."""
        return float(self.parts.min(initial=1.0))

    def share_under(self, part: float) -> float:
        """Return the share of people of whom less than this part is left."""
        return float((self.parts < part).mean()) if len(self.parts) else 0.0

    def is_enough(self, settings: Settings) -> bool:
        """Return True when nobody is known too well, and hardly anybody quite well."""
        rare = self.share_under(settings.rarely_unknown) <= settings.rare_share
        return rare and self.least >= settings.least_unknown


class Estimate:
    """The singular values and vectors of what is published, so that many amounts of noise are tried at the price of one."""

    def __init__(self, population: Population, shown: Sequence[Cell]) -> None:
        rows = np.zeros((len(shown), len(population)))
        for row, cell in zip(rows, shown, strict=True):
            row[cell.columns] = 1.0
        rows = np.unique(rows, axis=0)  # the same people have the same noise: asking twice tells nothing
        _left, self._values, self._basis = singular(rows)
        members = columns_by_person(population)
        self._shares: Reals = np.array([self._basis[:, columns].sum(axis=1) ** 2 for columns in members])
        self._sizes = np.array([len(columns) for columns in members], dtype=float)

    def unknown(self, noise_part: float) -> Unknown:
        """Return what is left when the noise on each sum has this standard deviation, in those of a person's value."""
        if not self._shares.size:
            return Unknown(np.ones(len(self._sizes)))
        learned = (
            self._values**2 / (self._values**2 + noise_part**2) if noise_part else (self._values > 0).astype(float)
        )
        left = 1.0 - (self._shares @ learned) / self._sizes
        return Unknown(np.sqrt(np.clip(left, 0.0, 1.0)))


class Estimator(Protocol):
    """What tells how much is left unknown."""

    def unknown(self, noise_part: float, /) -> Unknown:
        """Return what is left under so much noise."""


def enough_noise(estimate: Estimator, part: float, settings: Settings) -> float:
    """Return the least noise from `part` upwards that leaves everybody unknown enough. Raises TooLittleNoise."""
    for _try in range(_TRIES):
        if estimate.unknown(part).is_enough(settings):
            return part
        part *= _STEP
    raise TooLittleNoise(
        "Ingen støj, der er prøvet, skjuler enkeltpersoner nok. Intet offentliggøres; vis færre celler."
    )
