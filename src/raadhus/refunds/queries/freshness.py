"""Whether the cases say what payroll has told: they are worked out at night and when somebody asks for it, not by an import itself."""

from dataclasses import dataclass
from datetime import datetime

from raadhus.core.access.public import WHOLE_HOUSE, may
from raadhus.core.workforce.public import payroll_changed_at
from raadhus.kernel.actors import Actor
from raadhus.refunds.models import Recalculation


@dataclass(frozen=True, slots=True)
class Freshness:
    """When the cases were worked out last and when payroll last told something new; None when that has not happened yet."""

    calculated_at: datetime | None
    payroll_at: datetime | None
    may_recalculate: bool

    @property
    def is_behind(self) -> bool:
        """True when payroll has told something that the cases do not know."""
        return self.payroll_at is not None and (self.calculated_at is None or self.calculated_at < self.payroll_at)


def freshness(viewer: Actor, now: datetime) -> Freshness:
    """Return how fresh the cases are, and whether the viewer may work them out."""
    newest = Recalculation.objects.order_by("-calculated_at").values_list("calculated_at", flat=True).first()
    return Freshness(newest, payroll_changed_at(), may(viewer, "refunds.recalculate", unit=WHOLE_HOUSE, now=now))
