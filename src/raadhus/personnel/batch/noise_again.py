"""How much noise lies on what is told again: as much as T6 and T5 ask for over all figures old and new, each in its own noise."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from math import sqrt

import numpy as np

from raadhus.personnel.batch.planning import common_of
from raadhus.personnel.batch.together import LaidTogether
from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.estimates import Unknown, enough_noise
from raadhus.personnel.rules.disclosure.attacks.singular import singular
from raadhus.personnel.rules.disclosure.bounded_again import BoundsAgain
from raadhus.personnel.rules.disclosure.noise import stepped
from raadhus.personnel.rules.disclosure.plan import Plan
from raadhus.personnel.rules.disclosure.population import Cell, Population, Reals
from raadhus.personnel.rules.measures.definitions import Component, Disclosure

NEW = -1.0


def by_noise(laid: LaidTogether, cells: Iterable[Cell], deviations: Sequence[float]) -> dict[float, list[Cell]]:
    """Return cells by their noise: what was told of just these people stands to the digit, and the rest is of this plan, the last one."""
    found: dict[float, list[Cell]] = {deviations[-1]: []}
    for cell in cells:
        deviation = deviations[laid.out.first.get(cell.columns.tobytes(), -1)]
        found.setdefault(deviation, []).append(cell)
    return found


def enough_again(plan: Plan, laid: LaidTogether, spread: float, deviations: Sequence[float]) -> float:
    """Return the noise on what is new: the last plan's, or as much more as hides everybody from all figures old and new (T6).

    What somebody added before and after a change are two secrets here. Raises TooLittleNoise.
    """
    one, cells = laid.one, (*laid.out.shown, *plan.shown)
    if one.is_open or not cells or not spread:
        return deviations[-1]
    apart = replace(laid.population, person=np.arange(len(laid.population)))
    unit = spread * sqrt(one.together)
    told = by_noise(laid, cells, [*(deviation / unit for deviation in deviations), NEW])
    fresh = {cell.columns.tobytes(): cell for cell in told.pop(NEW)}
    parts = [(cell, part) for part, own in told.items() for cell in {c.columns.tobytes(): c for c in own}.values()]
    attacked = OwnNoise(apart, parts, list(fresh.values()))
    needed = enough_noise(attacked, deviations[-1] / unit, plan.settings) * unit
    return needed if one.is_audited else stepped(needed)


def bounded_again(plan: Plan, laid: LaidTogether, component: Component, deviations: Sequence[float]) -> float:
    """Return the noise on what is new of a flow: the last one, or as much more as T5 asks for beside what is out. Raises TooLittleNoise."""
    common = common_of(component, laid.columns, plan.settings)
    if laid.one.disclosure is not Disclosure.PROTECTED_FLOW or common is None:
        return deviations[-1]
    every = replace(plan.subject, values=laid.columns.values[component])
    told = by_noise(laid, (*laid.out.shown, *plan.shown), [*deviations[:-1], NEW])
    fresh = told.pop(NEW)
    return BoundsAgain(replace(plan, subject=every), told, fresh, laid.setup.secret, common).enough(deviations[-1])


class OwnNoise(Compressed):
    """T6 where the figures have different noise: some have their own, in standard deviations of a person's value, and the others are asked about."""

    def __init__(self, population: Population, told: Sequence[tuple[Cell, float]], fresh: Sequence[Cell]) -> None:
        """Lay the columns together by the cells they are in. No two cells are of the same columns."""
        super().__init__(population, [*(cell for cell, _ in told), *fresh])
        self._told, self._fresh, self._new = told, fresh, 1.0

    def unknown(self, noise_part: float) -> Unknown:
        """Return what is left unknown of each when the others have this noise."""
        self._new = noise_part
        self.__dict__.pop("_decomposed", None)
        return super().unknown(1.0)

    @cached_property
    def _decomposed(self) -> tuple[Reals, Reals]:
        """The singular values and vectors of the figures, each in its own noise."""
        parts = [part for _cell, part in self._told] + [self._new] * len(self._fresh)
        rows = np.array([self.members(cell) for cell in self.published], dtype=float)
        _left, values, basis = singular(rows * np.sqrt(self.sizes) / np.array(parts)[:, None])
        return values, basis
