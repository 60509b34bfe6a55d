"""The highest refund an hour, by the day of absence (docs/rules/refunds.md).

Next year's rate is one line more in `_RATES` (docs/operation.md, "Every January").

The week's amount is what the authorities publish; the hour's is a thirty-seventh of it, rounded to whole øre
(sygedagpengeloven section 50). A new rate holds from the first Monday of the year.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.kernel.sources import Dated, Source, rule

WEEKLY_HOURS = 37


@dataclass(frozen=True, slots=True)
class Rate:
    """The highest refund in øre, for a week and for an hour. `is_verified` is False when the source is second-hand or derived."""

    week_ore: int
    hour_ore: int
    is_verified: bool = True


SECTION_50 = Source(
    "Sygedagpengeloven § 50 (LBK 994/2024 med senere ændringer)",
    "https://elov.dk/sygedagpengeloven/paragraf/50",
    date(2026, 7, 1),
)


def _source(name: str) -> Source:
    return Source(name, "docs/rules/refunds.md", date(2026, 7, 1))


_RATES: tuple[tuple[date, int, str, bool], ...] = (
    (date(2013, 1, 7), 4005_00, "bm.dk: Satser for 2013", True),
    (date(2014, 1, 6), 4075_00, "bm.dk: Satser for 2014", True),
    (date(2015, 1, 5), 4135_00, "bm.dk: Satser for 2015", True),
    (date(2016, 1, 4), 4180_00, "Udledt af en dagssats i en offentlig kodetabel", False),
    (date(2017, 1, 2), 4245_00, "faxekommune.dk", True),
    (date(2018, 1, 1), 4300_00, "kk.dk og pav.medst.dk", True),
    (date(2019, 1, 7), 4355_00, "bm.dk: Satser for 2019", True),
    (date(2020, 1, 6), 4405_00, "horesta.dk, december 2019", True),
    (date(2021, 1, 4), 4460_00, "danskerhverv.dk 14-12-2020", True),
    (date(2022, 1, 3), 4465_00, "pav.medst.dk", True),
    (date(2023, 1, 2), 4550_00, "seniorfolk.dk", True),
    (date(2024, 1, 1), 4695_00, "dag.dk og seniorfolk.dk", True),
    (date(2025, 1, 6), 4865_00, "Udledt af dagssatsen 973 kr.", False),
    (date(2026, 1, 5), 5085_00, "Gengivet efter borger.dk", False),
)


@rule(SECTION_50)
def hourly_of(week_ore: int) -> int:
    """Return the hour's øre of a week's øre: a thirty-seventh, rounded half up."""
    return (2 * week_ore + WEEKLY_HOURS) // (2 * WEEKLY_HOURS)


RATES: Dated[Rate] = Dated(
    "Sygedagpengesatsen",
    tuple((start, Rate(week, hourly_of(week), verified), _source(name)) for start, week, name, verified in _RATES),
)
LAST_KNOWN_YEAR = _RATES[-1][0].year
FIRST_DAY = _RATES[0][0]
STARTS = tuple(start for start, *_ in _RATES)


@rule(SECTION_50)
def year_without_rate(today: date) -> int | None:
    """Return the year of `today` when its rate has begun and is not known here, else None: a rate holds from the first Monday."""
    first = date(today.year, 1, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    return today.year if STARTS[-1] < monday <= today else None
