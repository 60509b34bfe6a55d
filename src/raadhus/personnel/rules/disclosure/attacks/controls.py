"""T8: negative controls. Publications that are known to leak must be caught, or the attacks themselves are broken.

They run on invented people in each load, so that a gate that lets everything through does not look like one that found nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.grids import MonthOut, Parted, Upon
from raadhus.personnel.rules.disclosure.attacks.intervals import Bounding, Told
from raadhus.personnel.rules.disclosure.attacks.keys import Observed, predictable
from raadhus.personnel.rules.disclosure.attacks.months import Estimates, Month, stack
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.noise import Noise, Secret, unkeyed
from raadhus.personnel.rules.disclosure.population import Cell, cells_of
from raadhus.personnel.rules.disclosure.reference import Reference, municipality
from raadhus.personnel.rules.disclosure.settings import Settings

LEAST = 5
LEAST_RECOVERED = 0.03
_PEOPLE, _SHAPE = 300, (2, 3, 3)
_MOSTLY, _SELDOM = 0.9, 0.2
_DAY = 100
_PLENTY, _HARDLY = 2.0, 0.001


@dataclass(frozen=True, slots=True)
class Control:
    """A publication that leaks, by name, and whether the attacks caught it."""

    name: str
    caught: bool


def recovered_by_threshold(reference: Reference, least: int = LEAST) -> float:
    """Return the share of people recovered exactly when "at least so many" is the only rule."""
    cells = cells_of(reference.population, reference.lattice)
    shown, hidden = ([cell for cell in cells if (cell.persons >= least) is large] for large in (True, False))
    found = Compressed(reference.population, shown, hidden).recover(hidden)
    return len(found.persons) / len(reference.population)


def threshold_only() -> bool:
    """Return True when a threshold alone is caught giving people away."""
    return recovered_by_threshold(municipality(1, _PEOPLE, _SHAPE)) >= LEAST_RECOVERED


def one_person_less() -> bool:
    """Return True when two outputs that differ by one person are caught, as when each output is judged alone (ACRO)."""
    reference = municipality(1, _PEOPLE, _SHAPE)
    tree = reference.lattice.trees[0]
    everybody = np.arange(len(reference.population))
    shown = [
        Cell(Place(tree.version, unit), columns, len(columns))
        for unit, columns in zip("ab", (everybody, everybody[:-1]), strict=True)
    ]
    attacked = Compressed(reference.population, shown)
    return attacked.recover(()).persons == (everybody[-1],) and bool(attacked.small_differences((tree,), (), LEAST))


def sums_without_noise() -> bool:
    """Return True when exact sums of a small unit that was away nearly all the time are caught bounding everybody, and blurred ones are not."""
    reference = municipality(1, _PEOPLE, _SHAPE)
    tree = reference.lattice.trees[0]
    few, days = np.arange(LEAST), np.full(len(reference.population), 30 * _DAY)
    shown = [Cell(Place(tree.version, tree.order[-1]), few, LEAST)]
    attacked, total = Compressed(reference.population, shown), int(days[few].sum())
    exact, blurred = (
        Bounding(attacked, Told(shown, [total], slack, days + _DAY // 10)).narrow(days, _DAY, few.tolist()).share
        for slack in (0.5, 3.0 * _DAY)
    )
    return exact == 1 and blurred == 0


def noise_without_a_secret() -> bool:
    """Return True when noise that anybody can draw is caught, and the keyed noise is not."""
    keyed = Noise(Secret(bytes(range(32))), "control", 50.0)
    keys = [7919 * place for place in range(1, 40)]
    anybody = [Observed("control", key, 20, "", round(unkeyed("control", key, 20, keyed.deviation)), 0) for key in keys]
    secret = [Observed("control", key, 20, "", keyed.on(key, 20), 0) for key in keys]
    return predictable(anybody, keyed.deviation) > _MOSTLY and predictable(secret, keyed.deviation) < _SELDOM


def exact_means_by_month() -> bool:
    """Return True when exact means of a unit month by month are caught giving away the one who came, and blurred ones are not."""
    sizes = range(LEAST + 3, LEAST + 6)
    months = [
        Month(municipality(1, size, (1,)).population, np.arange(size), (Cell(Place("", ""), np.arange(size), size),))
        for size in sizes
    ]
    stacked = stack(months)
    came = Compressed(stacked.population, stacked.shown).recover(()).persons
    blurred = Estimates([replace(month, noise=_PLENTY) for month in months]).unknown
    exact = Estimates([replace(month, noise=_HARDLY) for month in months]).unknown
    settings = Settings()
    return came == tuple(sizes)[:-1] and blurred.is_enough(settings) and not exact.is_enough(settings)


def quarter_beside_its_months() -> bool:
    """Return True when a quarter is caught telling, beside two months that are shown, what the third hides; and not when two months hide."""
    everybody = municipality(1, LEAST + 1, (1,)).population
    unit, few = Place("", "a"), np.arange(LEAST - 1)
    whole, small = Cell(unit, np.arange(LEAST + 1), LEAST + 1), Cell(unit, few, len(few))
    shown, hides = MonthOut(everybody, (whole,), ()), MonthOut(everybody, (), (small,))
    tells, tells_not = (
        Upon([shown, second, hides], (), [Parted(unit, {0: whole.columns, 1: whole.columns, 2: few})])
        for second in (shown, MonthOut(everybody, (), ()))
    )
    return tells.recover().hidden == (unit,) and not tells_not.recover()


CONTROLS: dict[str, Callable[[], bool]] = {
    "threshold_only": threshold_only,
    "one_person_less": one_person_less,
    "noise_without_a_secret": noise_without_a_secret,
    "sums_without_noise": sums_without_noise,
    "exact_means_by_month": exact_means_by_month,
    "quarter_beside_its_months": quarter_beside_its_months,
}


def run_controls() -> tuple[Control, ...]:
    """Return each control with whether it was caught."""
    return tuple(Control(name, run()) for name, run in CONTROLS.items())
