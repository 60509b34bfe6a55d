"""The figures that obligations tell themselves: how many are late, how many have no owner, how long they take.

They count the whole house, closed matters too, and give nothing but numbers.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from django.db.models import F, Q

from raadhus.core.obligations.models import ObligationRecord
from raadhus.core.obligations.rules.status import Status
from raadhus.kernel.danish import long_date
from raadhus.kernel.ports import Figure, FigureValue

SOURCE = "Registret over forpligtelser"
LATE, LATE_SHARE = "obligations.late", "obligations.late_share"
OWNERLESS, LEAD_TIME = "obligations.without_owner", "obligations.lead_time"
_YEAR = timedelta(days=365)
_HUNDRED = Decimal(100)

FIGURES = (
    Figure(
        LATE,
        "Forpligtelser over fristen",
        "stk.",
        SOURCE,
        "Ikke afsluttede forpligtelser, hvis sidste dag er forbi, med de frister, der gælder nu.",
    ),
    Figure(
        LATE_SHARE,
        "Andel af åbne forpligtelser over fristen",
        "%",
        SOURCE,
        "Forpligtelser over fristen i procent af alle, der ikke er afsluttet.",
    ),
    Figure(
        OWNERLESS,
        "Forpligtelser uden ansvarlig person",
        "stk.",
        SOURCE,
        "Ikke afsluttede forpligtelser, hvor der ikke er valgt en person som ansvarlig.",
    ),
    Figure(
        LEAD_TIME,
        "Tid fra beslutning til udført, median",
        "dage",
        SOURCE,
        "Median af dage fra beslutning til udført for det, der er udført i de seneste 365 dage.",
    ),
)
_UNITS = {one.key: one.unit for one in FIGURES}


class ObligationFigures:
    """The source of these figures."""

    def figures(self) -> Sequence[Figure]:
        """Return the four."""
        return FIGURES

    def value(self, key: str, on: date) -> FigureValue | None:
        """Return what the figure was on a day; None when there was nothing to work it out from."""
        if key == LEAD_TIME:
            days = _days_to_done(on)
            value: int | Decimal | None = Decimal(str(median(days))) if days else None
            return None if value is None else _told(key, value, f"365 dage til {long_date(on)}", on)
        active = ObligationRecord.objects.filter(
            Q(ended_date__isnull=True) | Q(ended_date__gt=on), decided_date__lte=on
        )
        late = active.filter(due_date__lt=on).count()
        if key == LATE_SHARE:
            count = active.count()
            value = (late * _HUNDRED / count).quantize(Decimal("0.1")) if count else None
        else:
            value = {LATE: late}.get(key)
            if key == OWNERLESS:
                value = active.filter(owner_key="").count()
        return None if value is None else _told(key, value, long_date(on), on)


def _days_to_done(on: date) -> list[int]:
    done = ObligationRecord.objects.filter(
        status=Status.DONE.value, ended_date__gt=on - _YEAR, ended_date__lte=on, ended_date__gte=F("decided_date")
    )
    days = done.values_list("ended_date", "decided_date")
    return [(ended - decided).days for ended, decided in days if ended is not None]


def _told(key: str, value: int | Decimal, period: str, on: date) -> FigureValue:
    return FigureValue(value, _UNITS[key], period, SOURCE, on)


FIGURE_SOURCE = ObligationFigures()
