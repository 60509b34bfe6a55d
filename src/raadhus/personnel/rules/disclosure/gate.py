"""The gate of each load: every attack is tried on the plan, and nothing is published when one succeeds. It fails closed.

Whatever goes wrong in an attack is raised, and what is raised ends the release: there is no way past it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import sqrt

from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.controls import run_controls
from raadhus.personnel.rules.disclosure.attacks.estimates import enough_noise
from raadhus.personnel.rules.disclosure.attacks.intervals import Bounding, Told, sample
from raadhus.personnel.rules.disclosure.attacks.months import Month, unknown_by_months
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import Plan, is_audited
from raadhus.personnel.rules.disclosure.population import Cell, Numbers
from raadhus.personnel.rules.disclosure.release import Release, publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure

_ROUNDED = 0.5
_MORE, _TRIES = 1.2, 12


@dataclass(frozen=True, slots=True)
class TriedAttack:
    """An attack that was tried: its number in the rules and what it measured.

    `sentence` is empty unless it succeeded; then it is Danish and holds nobody's name or value.
    """

    attack: str
    numbers: Mapping[str, int | float] = field(default_factory=dict)
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Common:
    """What everybody knows of a value before anything is published: the most that each column can have, and how narrow is too narrow."""

    highest: Numbers
    narrow: float


@dataclass(frozen=True)
class Blurred:
    """A measure as it would be published: its plan with its values, and the noise. `together` sums tell of the same thing."""

    plan: Plan
    secret: Secret
    deviation: float
    together: int = 1

    @cached_property
    def release(self) -> Release:
        """What would be published."""
        return publish(self.plan, self.secret, self.deviation)


class Gate:
    """The attacks on one plan. Both organisations and earlier releases (T4) are among its cells.

    `secret` are cells that nobody may compute, beside those that the plan hides.
    """

    def __init__(self, plan: Plan, secret: Sequence[Cell] = ()) -> None:
        self.plan, self._secret = plan, (*plan.hidden, *secret)
        self._bounds: dict[tuple[str, float], TriedAttack] = {}
        before = plan.before
        self._open = (*plan.known, *before.known)
        self._attacked = Compressed(
            plan.subject.population, (*self._open, *before.given, *plan.shown), (*self._secret, *plan.refused)
        )

    def exact(self) -> Iterator[TriedAttack]:
        """Yield what can be computed (T1) and subtracted (T2) beyond what follows from open figures: nothing could hide that."""
        plan, least = self.plan, self.plan.settings.least
        now, then = self._attacked.recover(self._secret), self._before.recover(self._secret)
        cells = len(set(now.hidden) - set(then.hidden))
        is_open = plan.subject.disclosure is Disclosure.OPEN  # who works where is no secret, only how many of what kind
        people = 0 if is_open else len(set(now.persons) - set(then.persons))
        said = f"{people} personer og {cells} skjulte tal kan regnes ud." if people or cells else ""
        yield TriedAttack("T1", {"people": people, "cells": cells}, said)
        found = self._attacked.small_differences((*plan.lattice.trees, *plan.before.trees), plan.refused, least)
        small = sum(not self._before.knows(one) for one in found.values())
        said = f"{small} forskelle mellem tal gælder færre end {least} personer." if small else ""
        yield TriedAttack("T2", {"differences": small}, said)

    @cached_property
    def _before(self) -> Compressed:
        """What anybody may compute with, over the cells that are asked about."""
        plan = self.plan
        asked = (*self._secret, *plan.refused, *plan.before.given, *plan.shown)
        return Compressed(plan.subject.population, self._open, asked)

    def enough_noise(self) -> float:
        """Return the noise on a sum, in standard deviations of a person's value: the class's, or as much more as T6 asks for."""
        part = float(self.plan.settings.noise_part(self.plan.subject.disclosure))
        return enough_noise(self._attacked, part, self.plan.settings) if part and self._attacked.published else 0.0

    def against(self, told: Blurred, common: Common | None = None) -> Iterator[TriedAttack]:
        """Yield the attacks on a measure as it would be published: T6 and T7, and T5 where it is known what is common knowledge."""
        if self._attacked.published:
            yield self._estimated(told)
            if common is not None:
                yield self._bounded(told, common)
        again = publish(told.plan, told.secret, told.deviation).fingerprint
        yield TriedAttack(
            "T7", {}, "" if again == told.release.fingerprint else "Samme spørgsmål har fået to forskellige svar."
        )

    def _estimated(self, told: Blurred) -> TriedAttack:
        spread = told.plan.subject.spread
        left = self._attacked.unknown(told.deviation / spread / sqrt(told.together) if spread else 1.0)
        is_enough = not spread or left.is_enough(told.plan.settings)
        said = "" if is_enough else f"For mindst én person er kun {left.least:.0%} af usikkerheden tilbage."
        return TriedAttack("T6", {"least_unknown": round(left.least, 3)}, said)

    def widened(self, told: Blurred, common: Common | None) -> Blurred:
        """Return the measure with as much more noise as T5 asks for; when no size that is tried is enough, T5 succeeds on the largest."""
        if common is None or not self._attacked.published or not told.deviation:
            return told
        for _try in range(_TRIES):
            if not self._bounded(told, common).sentence:
                break
            told = replace(told, deviation=told.deviation * _MORE)
        return told

    def _bounded(self, told: Blurred, common: Common) -> TriedAttack:
        key = told.plan.subject.measure, told.deviation
        if key not in self._bounds:
            self._bounds[key] = self._found_bounds(told, common)
        return self._bounds[key]

    def _found_bounds(self, told: Blurred, common: Common) -> TriedAttack:
        plan, settings = told.plan, told.plan.settings
        totals = {address.place: figure.total for address, figure in told.release.figures.items()}
        cells = [cell for cell in self._attacked.published if cell.place in totals]
        slack = settings.clamp * told.deviation + _ROUNDED
        bounding = Bounding(self._attacked, Told(cells, [totals[cell.place] for cell in cells], slack, common.highest))
        asked = sample(plan.subject.population, settings.bounded_sample)
        found = bounding.narrow(plan.subject.values, common.narrow, asked)
        is_enough = found.share <= settings.narrow_share
        said = "" if is_enough else f"{found.narrow} af en stikprøve på {found.tried} kan bestemmes for snævert."
        return TriedAttack("T5", {"people": found.narrow, "of": found.tried}, said)


def examine(plan: Plan, secret: Secret, deviation: float, common: Common | None = None) -> Iterator[TriedAttack]:
    """Yield every attack on the plan as it would be published (T1, T2, T5, T6, T7); months of a stock: T3 in `attacks.months`."""
    gate = Gate(plan)
    if is_audited(plan.subject):
        yield from gate.exact()
    if plan.subject.disclosure is not Disclosure.OPEN:
        yield from gate.against(Blurred(plan, secret, deviation), common)


def over_months(out: Sequence[Month], fresh: Sequence[Month], settings: Settings) -> TriedAttack:
    """Return how much of each value of a stock is left unknown over all months that are out and the fresh ones (T3 with T6).

    The noise of what is out stands. When too little is left, the fresh months take more, or wait.
    """
    left = unknown_by_months(out, fresh, settings)
    said = (
        ""
        if left.is_enough(settings)
        else f"Over alle måneder er for én værdi kun {left.least:.0%} af usikkerheden tilbage."
    )
    return TriedAttack("T3", {"least_unknown": round(left.least, 3), "months": len(out) + len(fresh)}, said)


def uncaught() -> Iterator[str]:
    """Yield a sentence for each known leak that is not caught (T8)."""
    for control in run_controls():
        if not control.caught:
            yield f"Angrebet {control.name} blev ikke fanget, som det skulle."


def release(plan: Plan, secret: Secret, *, number: int = 1, common: Common | None = None) -> Release:
    """Return the release when every attack fails and every control is caught. Raises Unsafe otherwise, with what was found."""
    deviation = Gate(plan).enough_noise() * plan.subject.spread
    tried = examine(plan, secret, deviation, common)
    found = [*uncaught(), *(f"{one.attack}: {one.sentence}" for one in tried if one.sentence)]
    if found:
        raise Unsafe("Intet offentliggøres: " + " ".join(found))
    return publish(plan, secret, deviation, number)
