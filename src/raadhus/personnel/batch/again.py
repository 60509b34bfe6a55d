"""A sum of a term that is out, planned again beside all its earlier plans, attacked, and published with the noise that it had."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from raadhus.personnel.batch.columns import Columns
from raadhus.personnel.batch.keeping import KeptSum
from raadhus.personnel.batch.noise_again import bounded_again, by_noise, enough_again
from raadhus.personnel.batch.planning import Published, picked
from raadhus.personnel.batch.sums import Sum, below_of, name_of
from raadhus.personnel.batch.together import LaidTogether
from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed, Difference
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.corrections import (
    Again,
    changes,
    plan_again,
)
from raadhus.personnel.rules.disclosure.gate import Gate
from raadhus.personnel.rules.disclosure.lattice import Address, Place
from raadhus.personnel.rules.disclosure.plan import Plan
from raadhus.personnel.rules.disclosure.population import Cell
from raadhus.personnel.rules.disclosure.release import Figure, publish


@dataclass
class SumAgain:
    """A sum planned again: what is published of it now, or None while the change is about too few people."""

    one: Sum
    laid: "LaidTogether"
    within: Collection[Place]
    plan: Plan | None = None
    sums: dict[str, dict[Place, Published]] = field(default_factory=dict)
    words: dict[Place, str] = field(default_factory=dict)
    deviations: dict[str, float] = field(default_factory=dict)

    def kept(self, places: Collection[Place]) -> tuple[KeptSum, Columns]:
        """Return what is to be kept of it, and the columns that count now; of what was planned only these places went out."""
        assert self.plan is not None  # noqa: S101 - nothing is kept of what was not planned
        plan, at = self.plan, np.full(len(self.laid.population), -1, dtype=np.int64)
        now = np.sort(self.laid.now)
        at[now] = np.arange(len(now))

        def own(cells: Sequence[Cell]) -> tuple[Cell, ...]:
            return tuple(replace(cell, columns=np.sort(at[cell.columns])) for cell in cells)

        shown = [cell for cell in plan.shown if cell.place in places]
        kept = KeptSum(own(shown), own(plan.known), own(plan.hidden), own(self.laid.derived), self.deviations)
        return kept, picked(self.laid.columns, now)


def planned_again(
    laid: LaidTogether, within: Collection[Place], new: Collection[Place], deviations: Sequence[Mapping[str, float]]
) -> SumAgain:
    """Plan, attack and publish a sum beside all that is out of it. Raises Unsafe when an attack succeeds, and TooLittleNoise.

    `new` are the places within where nothing is out yet, `deviations` the noise of each of its plans, by the name of what was published.
    """
    one = laid.one
    again = Again(laid.out, laid.subject(one.component, one.name), laid.now, within, laid.derived, new)
    found = SumAgain(one, laid, within, plan_again(again, laid.setup.lattice, laid.setup.settings))
    if found.plan is None:
        return found
    said = list(_exact(found.plan, again, laid.broken)) if one.is_audited else []
    if said:
        raise Unsafe(f"{laid.setup.term}, {one.name}: {' '.join(said)}")
    for component in (one.component, *one.beside):
        name = name_of(one.population, component)
        noise = [told[name] for told in deviations]
        own = replace(found.plan, subject=laid.subject(component, name))
        enough = enough_again(found.plan, laid, laid.spread(component), noise)
        found.deviations[name] = bounded_again(own, laid, component, [*noise, enough])
        figures: dict[Address, Figure] = {}
        for deviation, cells in by_noise(laid, found.plan.shown, [*noise, found.deviations[name]]).items():
            released = publish(replace(own, shown=tuple(cells)), laid.setup.secret, deviation)
            figures |= released.figures
        found.sums[name] = _published(found.plan, laid, figures)
        found.words = {address.place: said for address, said in publish(own, laid.setup.secret, 0.0).words.items()}
    return found


def _exact(plan: Plan, again: Again, broken: Sequence[Cell]) -> Iterator[str]:
    """Yield what T1, T2 and T4 find beyond what is out and open: hidden cells of all plans, people, and changes."""
    gate = Gate(plan, (*again.out.hidden, *broken))
    yield from (f"{one.attack}: {one.sentence}" for one in gate.exact() if one.sentence)
    population, known = plan.subject.population, (*plan.known, *plan.before.known)
    now, then = Compressed(population, (*known, *plan.shown)), Compressed(population, known)
    nowhere = Place("", "")
    moves = [
        Difference(nowhere, nowhere, 1, one.columns[one.weights > 0], one.columns[one.weights < 0])
        for one in changes(again)
    ]
    changed = sum(now.knows(one) and not then.knows(one) for one in moves)
    if changed:
        yield f"T1: {changed} ændringer af enkeltpersoner kan regnes ud."
    if Compressed(population, (*known, *plan.shown), broken).following(broken):
        yield "T1: det, der mangler i en kortere periode, kan regnes ud af en længere."


def _published(plan: Plan, laid: LaidTogether, figures: Mapping[Address, Figure]) -> dict[Place, Published]:
    below = {other: laid.values(other) for other in below_of(laid.one) if other in laid.columns.values}
    cells = {cell.place: cell for cell in (*plan.known, *plan.shown)}
    return {
        address.place: Published(
            figure.total,
            figure.blurred,
            {other: int(numbers[cells[address.place].columns].sum()) for other, numbers in below.items()},
        )
        for address, figure in figures.items()
    }
