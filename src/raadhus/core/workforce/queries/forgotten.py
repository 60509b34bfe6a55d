"""What has been deleted because its time was up, as other rooms need to know it: what is missing is then no correction."""

from datetime import date

from raadhus.core.workforce.models import Forgetting
from raadhus.core.workforce.rules.retention import Kept


def absences_kept_from() -> date | None:
    """Return the day before which ended absences have been deleted; None when none ever were."""
    return _kept_from(Kept.ABSENCES)


def employments_kept_from() -> date | None:
    """Return the day before which ended employments have been deleted; None when none ever were."""
    return _kept_from(Kept.EMPLOYMENTS)


def _kept_from(kept: Kept) -> date | None:
    days = Forgetting.objects.filter(kept=kept.value).order_by("-before_date")
    return days.values_list("before_date", flat=True).first()
