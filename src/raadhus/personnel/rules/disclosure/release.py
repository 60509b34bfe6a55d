"""What leaves the batch: figures with their noise, bands and holes. Frozen, with a fingerprint; a correction is a new release."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from raadhus.personnel.rules.disclosure.explaining import explanation
from raadhus.personnel.rules.disclosure.lattice import Address, Step
from raadhus.personnel.rules.disclosure.noise import Noise, Secret
from raadhus.personnel.rules.disclosure.plan import Plan
from raadhus.personnel.rules.disclosure.population import Cell
from raadhus.personnel.rules.disclosure.primary import Hole, Kind, least_people
from raadhus.personnel.rules.measures.definitions import Disclosure


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum as it is published, in whole units of the measure, and how many people stand behind it. `blurred`: noise lies on it."""

    total: int
    persons: int
    blurred: bool


@dataclass(frozen=True)
class Release:
    """All that is published of a measure in a term. `words` say why there is no figure, or what is said instead of an exact share."""

    number: int
    figures: Mapping[Address, Figure]
    words: Mapping[Address, str]

    @property
    def fingerprint(self) -> str:
        """The hash of everything published: the same figures from the same people, whoever computes them."""
        figures = sorted([str(address), *_fields(one)] for address, one in self.figures.items())
        words = sorted((str(address), said) for address, said in self.words.items())
        text = json.dumps([self.number, figures, words], ensure_ascii=False, separators=(",", ":"))
        return sha256(text.encode()).hexdigest()


def _fields(figure: Figure) -> Iterator[int]:
    yield from (figure.total, figure.persons, int(figure.blurred))


def noise_of(plan: Plan, secret: Secret, deviation: float) -> Noise:
    """Return the plan's noise: a flow gets another one each term, a stock keeps it as long as its people, their terms and its size do."""
    subject = plan.subject
    hangs_on = str(subject.term) if subject.disclosure is Disclosure.PROTECTED_FLOW else f"{deviation:.6g}"
    return Noise(secret, subject.measure, deviation, plan.settings.clamp, hangs_on)


def publish(plan: Plan, secret: Secret, deviation: float, number: int = 1) -> Release:
    """Return the plan as it is published, with noise of this standard deviation on the sums of protected measures."""
    subject, noise = plan.subject, noise_of(plan, secret, deviation)
    least = least_people(subject.kind, plan.settings)
    figures = {Address(cell.place, subject.term, subject.measure): _figure(plan, cell, noise) for cell in plan.shown}
    figures |= {
        Address(cell.place, subject.term, subject.measure): Figure(subject.sum_of(cell), cell.persons, blurred=False)
        for cell in plan.known
    }
    words = {
        Address(place, subject.term, subject.measure): explanation(
            why, least if why is Hole.TOO_FEW else plan.settings.least
        )
        for place, why in plan.holes.items()
    }
    words |= {
        Address(place, subject.term, subject.measure): band.words(plan.settings.least)
        for place, band in plan.bands.items()
    }
    return Release(number, figures, words)


def _figure(plan: Plan, cell: Cell, noise: Noise) -> Figure:
    exact = plan.subject.sum_of(cell)
    if not noise.deviation:
        return Figure(exact, cell.persons, blurred=False)
    key = int(plan.subject.population.keys[cell.columns].sum())
    blurred = exact + noise.on(key, cell.persons)
    return Figure(_possible(plan, cell, blurred), cell.persons, blurred=True)


def _possible(plan: Plan, cell: Cell, blurred: int) -> int:
    """Return the sum within what is possible at all.

    A sum below 0 would say that the true one is close to 0; cut off at 0 it says less, and it is what a reader expects. That a count of
    a month is of enough people is told by its being shown.
    """
    subject = plan.subject
    if subject.is_signed:
        return blurred
    if subject.kind is Kind.COUNT and subject.term.step is Step.MONTH:
        return max(blurred, plan.settings.least)
    return min(max(blurred, 0), subject.most_of(cell)) if subject.kind is Kind.SHARE else max(blurred, 0)
