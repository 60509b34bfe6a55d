"""The lost cases that count in the ledger, each once, in the year of the statement that it belongs to."""

from collections.abc import Iterable

from django.db.models import QuerySet  # noqa: TC002 - needed by the annotations of managers at run time

from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.visibility import counts
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.ledger import Entry


def counted() -> "QuerySet[RefundCase]":
    """Return the cases that lost something for good: payroll has them, the loss is final, and dispensation was not granted."""
    return RefundCase.objects.filter(counts())


def entries(year: int | None = None) -> tuple[Entry, ...]:
    """Return the entries of the ledger, of one year or of all."""
    rows = counted() if year is None else counted().filter(year=year)
    names = UnitNames()
    fields = rows.order_by("pk").values_list("pk", "centre_key", "year", "set_cause", "cause", "lost_ore", "days_late")
    return tuple(
        Entry(str(pk), names.label(centre), of_year or 0, cause_of(set_cause, cause), lost, late)
        for pk, centre, of_year, set_cause, cause, lost, late in fields
    )


def cause_of(set_cause: str, cause: str) -> Cause:
    """Return the cause that somebody wrote, else what was worked out."""
    return Cause(set_cause or cause or Cause.NEVER_SENT)


def order_of(found: Iterable[Entry]) -> tuple[str, ...]:
    """Return the centres in the order in which the table has them."""
    return tuple(sorted({entry.centre for entry in found}, key=str.casefold))
