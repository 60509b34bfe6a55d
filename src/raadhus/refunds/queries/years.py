"""What each year lost: worked out in raadhus, or told with a source for the years before."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum

from raadhus.refunds.models import EarlierYear, Recalculation
from raadhus.refunds.queries.entries import counted
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.rules.concern import Concern, concern_of


@dataclass(frozen=True, slots=True)
class YearSum:
    """One year of the trend. `source` is empty for what raadhus worked out; `cases` is None when nobody told."""

    year: int
    lost_ore: int
    cases: int | None
    source: str = ""
    is_running: bool = False


def year_sums(today: date) -> tuple[YearSum, ...]:
    """Return every year that is known, in order. What raadhus has worked out wins over what was told.

    From its first year with a loss to today raadhus knows every year, also one in which nothing was lost.
    """
    rows = counted().filter(year__lte=today.year).values("year").annotate(n=Count("pk"), lost=Sum("lost_ore"))
    own: dict[int, tuple[int, int]] = {row["year"] or 0: (row["lost"], row["n"]) for row in rows.order_by("year")}
    first = min(own, default=today.year + 1)
    told = EarlierYear.objects.filter(year__lt=first).order_by("year")
    earlier = [YearSum(one.year, one.lost_ore, one.cases, one.source) for one in told]
    known = range(first, today.year + 1)
    return (*earlier, *(YearSum(year, *own.get(year, (0, 0)), is_running=year == today.year) for year in known))


def concern_on(year: int, today: date, sums: tuple[YearSum, ...] | None = None) -> Concern:
    """Return how a year stands by the thresholds of today."""
    lost = {one.year: one.lost_ore for one in (year_sums(today) if sums is None else sums)}
    held = settings_on(today)
    return concern_of(lost, year, threshold_ore=held.threshold_ore, rise_percent=held.rise_percent)


def calculated_on() -> date | None:
    """Return the day for which all cases were worked out last; None when they never were."""
    return Recalculation.objects.order_by("-calculated_at").values_list("as_of_date", flat=True).first()
