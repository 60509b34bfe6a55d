"""Everything the reckoning rests on: each assumption in words, the thresholds, and the rates, with source and validity."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.sources import Source
from raadhus.refunds.queries.settings import SettingsHistory, SettingsOn
from raadhus.refunds.rules.deadlines import SECTION_30, SECTION_40, SECTION_56, SECTION_59
from raadhus.refunds.rules.rates import RATES, SECTION_50, Rate

__all__ = ["Overview", "RateShown", "SettingsOn", "overview"]


@dataclass(frozen=True, slots=True)
class RateShown:
    """A rate: from which day, how much, where it is from, and whether that is the authority itself."""

    start: date
    rate: Rate
    source: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What holds today, every version (the first is the law's text as we read it), the rates newest first, and the law."""

    today: SettingsOn
    versions: tuple[SettingsOn, ...]
    rates: tuple[RateShown, ...]
    law: tuple[Source, ...]


def overview(viewer: Actor, now: datetime) -> Overview:
    """Return everything the reckoning rests on."""
    require(viewer, "refunds.read_settings", now=now)
    history = SettingsHistory()
    return Overview(
        today=history.on(localdate(now)),
        versions=tuple(history.steps),
        rates=tuple(RateShown(start, rate, source.name) for start, rate, source in reversed(RATES.steps)),
        law=(SECTION_30, SECTION_40, SECTION_50, SECTION_56, SECTION_59),
    )
