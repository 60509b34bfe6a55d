"""What the trail calls a case."""

from raadhus.core.audit.public import Subject
from raadhus.refunds.models import RefundCase


def subject_of(row: RefundCase) -> Subject:
    """Return the case by its employment number and first day: nothing of health, and no name."""
    return Subject("refund_case", str(row.pk), f"{row.employment}, {row.first_date.isoformat()}")
