"""T5 where some figures are out already: the least and largest possible value from all figures old and new, each in its own noise.

What is out is drawn again from the secret: the same people in the same term have the same noise for ever.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.estimates import TooLittleNoise
from raadhus.personnel.rules.disclosure.attacks.intervals import Bounding, Narrow, NoSolution, Told, sample
from raadhus.personnel.rules.disclosure.gate import Common
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import Plan
from raadhus.personnel.rules.disclosure.population import Cell
from raadhus.personnel.rules.disclosure.release import publish

_ROUNDED = 0.5
_MORE, _TRIES = 1.2, 12


class BoundsAgain:
    """The figures of a plan beside those that are out.

    The plan's subject has the values of all columns, of every plan; `told` are the cells that are out by the standard deviation of their
    noise, `fresh` those that are new.
    """

    def __init__(
        self, plan: Plan, told: Mapping[float, Sequence[Cell]], fresh: Sequence[Cell], secret: Secret, common: Common
    ) -> None:
        self._plan, self._secret, self._common, self._fresh = plan, secret, common, tuple(fresh)
        self._told = tuple(cell for cells in told.values() for cell in cells)
        self._totals = [total for deviation, cells in told.items() for total in self._drawn(cells, deviation)]
        self._slack = [self._reach(deviation) for deviation, cells in told.items() for _cell in cells]
        self._attacked = Compressed(plan.subject.population, (*self._told, *self._fresh))

    def _drawn(self, cells: Iterable[Cell], deviation: float) -> list[int]:
        cells = tuple(cells)
        figures = publish(replace(self._plan, known=(), shown=cells), self._secret, deviation).figures
        totals = {address.place: figure.total for address, figure in figures.items()}
        return [totals[cell.place] for cell in cells]

    def _reach(self, deviation: float) -> float:
        return self._plan.settings.clamp * deviation + _ROUNDED

    def found(self, deviation: float) -> Narrow:
        """Return how many of the sample are bounded too narrowly when the new figures have this noise. Raises NoSolution."""
        totals = [*self._totals, *self._drawn(self._fresh, deviation)]
        slack = np.array([*self._slack, *[self._reach(deviation)] * len(self._fresh)])
        bounding = Bounding(
            self._attacked, Told((*self._told, *self._fresh), totals, slack, np.asarray(self._common.highest))
        )
        asked = sample(self._plan.subject.population, self._plan.settings.bounded_sample)
        return bounding.narrow(self._plan.subject.values, self._common.narrow, asked)

    def enough(self, deviation: float) -> float:
        """Return the least noise from `deviation` upwards under which hardly anybody is bounded. Raises TooLittleNoise."""
        if not self._fresh:
            return deviation
        for _try in range(_TRIES):
            try:
                if self.found(deviation).share <= self._plan.settings.narrow_share:
                    return deviation
            except NoSolution:
                break
            deviation *= _MORE
        raise TooLittleNoise(
            "Sammen med det, der er udgivet, kan enkeltpersoner bestemmes for snævert. Rettelsen venter."
        )
