"""The gate of each load: every attack is tried on the plan, and nothing is published when one succeeds. It fails closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raadhus.personnel.rules.disclosure.attacks.controls import run_controls
from raadhus.personnel.rules.disclosure.attacks.estimates import Estimate, Unknown, enough_noise
from raadhus.personnel.rules.disclosure.attacks.intervals import Bounds, intervals, narrow_share, sample
from raadhus.personnel.rules.disclosure.attacks.keys import answers_differ
from raadhus.personnel.rules.disclosure.attacks.months import Month, stack
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import Plan, is_audited
from raadhus.personnel.rules.disclosure.population import Cell
from raadhus.personnel.rules.disclosure.release import Release, publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure

SAMPLE = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """An attack that succeeded: its number in the rules, and a Danish sentence without anybody's name or value."""

    attack: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Common:
    """What everybody knows of one person's value, for the interval attack: its bounds, and what is too narrow to know it by."""

    lowest: float
    highest: float
    narrow: float


def noise_for(plan: Plan, beside: Sequence[Cell] = ()) -> float:
    """Return the standard deviation of the noise on the plan's sums: the class's, or as much more as T6 asks for."""
    part = float(plan.settings.noise_part(plan.subject.disclosure))
    if not part:
        return 0.0
    estimate = Estimate(plan.subject.population, [*plan.shown, *beside])
    return enough_noise(estimate, part, plan.settings) * plan.subject.spread


def stock_noise(months: Sequence[Month], settings: Settings) -> float:
    """Return the noise on a stock that hides everybody over all months that are out and the new one (T3 with T6).

    In standard deviations of a person's value; at least the setting. Raises TooLittleNoise. Once a month is out its noise is frozen:
    when the answer grows, the new month waits or takes the larger noise, and the old ones stay.
    """
    stacked = stack(months)
    return enough_noise(Estimate(stacked.population, stacked.shown), float(settings.stock_noise), settings)


def examine(plan: Plan, secret: Secret, deviation: float, common: Common | None = None) -> Iterator[Finding]:
    """Yield what the attacks find on the plan as it would be published (T1, T2, T5, T6, T7).

    Both organisations and earlier releases (T4) are in it, since their cells are in the plan; months of a stock: `stock_noise` (T3).
    """
    if is_audited(plan.subject):
        yield from _exact(plan)
    if plan.subject.disclosure in {Disclosure.PROTECTED_FLOW, Disclosure.PROTECTED_STOCK}:
        yield from _estimated(plan, deviation)
    if common and plan.subject.disclosure is Disclosure.PROTECTED_FLOW:
        yield from bounded(plan, secret, deviation, common)
    if answers_differ(lambda: publish(plan, secret, deviation).fingerprint):
        yield Finding("T7", "Samme spørgsmål har fået to forskellige svar.")


def _exact(plan: Plan) -> Iterator[Finding]:
    subject, population = plan.subject, plan.subject.population
    everything = (*plan.known, *plan.before.known, *plan.before.given, *plan.shown)
    found = recover(population, everything, plan.hidden)
    if subject.disclosure is Disclosure.OPEN:  # who works where is open; only the counts of the breakdowns are not
        already = recover(population, plan.known, plan.hidden).hidden
        secrets = len(set(found.hidden) - set(already))
    else:
        secrets = len(found.hidden) + len(found.persons)
    if secrets:
        yield Finding("T1", f"{secrets} beskyttede værdier kan regnes ud af det, der ville blive vist.")
    trees = (*plan.lattice.trees, *plan.before.trees)
    small = small_differences(population, trees, (*plan.before.given, *plan.shown), plan.refused, plan.settings.least)
    if small:
        yield Finding("T2", f"{len(small)} forskelle mellem tal gælder færre end {plan.settings.least} personer.")


def _estimated(plan: Plan, deviation: float) -> Iterator[Finding]:
    left = unknown(plan, deviation)
    if plan.subject.spread and not left.is_enough(plan.settings):
        yield Finding("T6", f"For mindst én person er kun {left.least:.0%} af usikkerheden tilbage.")


def unknown(plan: Plan, deviation: float) -> Unknown:
    """Return what is left unknown of each person by the best estimate."""
    spread = plan.subject.spread
    return Estimate(plan.subject.population, plan.shown).unknown(deviation / spread if spread else 1.0)


def bounded(plan: Plan, secret: Secret, deviation: float, common: Common) -> Iterator[Finding]:
    """Yield what the interval attack finds (T5)."""
    release = publish(plan, secret, deviation)
    totals = {address.place: figure.total for address, figure in release.figures.items()}
    bounds = Bounds(common.lowest, common.highest, plan.settings.clamp * deviation + 0.5)
    columns = sample(plan.subject.population, SAMPLE)
    found = intervals(plan.subject.population, plan.shown, [totals[cell.place] for cell in plan.shown], bounds, columns)
    share = narrow_share(found, common.narrow)
    if share > plan.settings.narrow_share:
        yield Finding("T5", f"{share:.0%} af en stikprøve kan bestemmes inden for {common.narrow:g}.")


def release(plan: Plan, secret: Secret, *, number: int = 1, common: Common | None = None) -> Release:
    """Return the release when every attack fails and every control is caught. Raises Unsafe otherwise, with what was found."""
    missed = [control.name for control in run_controls() if not control.caught]
    if missed:
        raise Unsafe(f"Angrebene virker ikke ({', '.join(missed)}); derfor offentliggøres intet.")
    deviation = noise_for(plan)
    found = list(examine(plan, secret, deviation, common))
    if found:
        raise Unsafe("Intet offentliggøres: " + " ".join(f"{one.attack}: {one.sentence}" for one in found))
    return publish(plan, secret, deviation, number)
