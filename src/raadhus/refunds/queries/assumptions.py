"""Everything the reckoning rests on: each assumption in words, the thresholds, and the rates, with source and validity."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.sources import Source
from raadhus.refunds.queries.settings import SettingsHistory, SettingsOn
from raadhus.refunds.rules.cases import Assumption
from raadhus.refunds.rules.deadlines import SECTION_30, SECTION_40, SECTION_54A, SECTION_56, SECTION_59
from raadhus.refunds.rules.rates import RATES, SECTION_50, Rate, year_without_rate

__all__ = ["AssumptionShown", "Overview", "RateShown", "SettingsOn", "overview"]


@dataclass(frozen=True, slots=True)
class RateShown:
    """A rate: from which day, how much, where it is from, and whether that is the authority itself."""

    start: date
    rate: Rate
    source: str


@dataclass(frozen=True, slots=True)
class AssumptionShown:
    """An assumption in words, the text that leaves it open, and since when it has been so (None from the beginning)."""

    text: str
    source: Source
    start: date | None


# The text that each assumption is about.
_ABOUT = {
    "public_holidays": SECTION_50,
    "five_weeks": SECTION_40,
    "first_day": SECTION_30,
    "further_claims": SECTION_59,
    "no_supplement": SECTION_54A,
    "wage": SECTION_50,
    "newly_employed": SECTION_30,
    "own_employments": SECTION_40,
    "hour_rate": SECTION_50,
}


@dataclass(frozen=True, slots=True)
class Overview:
    """What holds today, every version (the first is the law's text as we read it), the rates newest first, and the law.

    `year_without_rate` is this year, when its rate has begun and nobody has written it in.
    """

    today: SettingsOn
    assumptions: tuple[AssumptionShown, ...]
    versions: tuple[SettingsOn, ...]
    rates: tuple[RateShown, ...]
    law: tuple[Source, ...]
    year_without_rate: int | None


def overview(viewer: Actor, now: datetime) -> Overview:
    """Return everything the reckoning rests on."""
    require(viewer, "refunds.read_settings", now=now)
    history = SettingsHistory()
    today = history.on(localdate(now))
    return Overview(
        today=today,
        assumptions=tuple(
            AssumptionShown(one.text, _ABOUT[one.code], _since(history, today, one)) for one in today.rules.assumptions
        ),
        versions=tuple(history.steps),
        rates=tuple(RateShown(start, rate, source.name) for start, rate, source in reversed(RATES.steps)),
        law=(SECTION_30, SECTION_40, SECTION_50, SECTION_54A, SECTION_56, SECTION_59),
        year_without_rate=year_without_rate(localdate(now)),
    )


def _since(history: SettingsHistory, today: SettingsOn, assumption: Assumption) -> date | None:
    """Return from which day the assumption has been as it is today, without a break."""
    begun: date | None = None
    for one in reversed(history.steps[: history.steps.index(today) + 1]):
        if assumption not in one.rules.assumptions:
            break
        begun = one.start
    return begun
