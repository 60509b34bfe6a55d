"""Which cases a viewer may see, and which of them are open or count as lost: one place that every list and figure goes through."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ids import is_id
from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.places import units_answered_for
from raadhus.refunds.rules.following import Dispensation
from raadhus.refunds.rules.watch import Next

READ = "refunds.read_cases"
# The subject under which everything about a case stands in the trail.
CASE = "refund_case"


class NoSuchCase(NotFound):
    """There is no such case, or the viewer may not know that there is."""


def is_open() -> Q:
    """Return the condition of a case that somebody can still do something about, or must close."""
    going_on = Q(last_date__isnull=True) | ~Q(next_step=Next.NOTHING.value)
    return going_on & Q(is_gone=False, settled_at__isnull=True)


def counts() -> Q:
    """Return the condition of a case that the ledger counts as lost."""
    return Q(is_gone=False, lost_ore__gt=0, year__isnull=False) & ~Q(dispensation=Dispensation.GRANTED.value)


def visible_cases(viewer: Actor, now: datetime, verb: str = READ) -> "QuerySet[RefundCase]":
    """Return the rows of the units in which the viewer may use the verb."""
    units = units_answered_for(viewer, verb, now)
    rows = RefundCase.objects.all()
    return rows if units is None else rows.filter(unit_key__in=units)


def one_case(viewer: Actor, key: str, now: datetime, *, verb: str = READ, lock: bool = False) -> RefundCase:
    """Return the row of a case in a unit where the viewer may use the verb, held until the transaction ends when `lock`. Raises NoSuchCase."""
    rows = visible_cases(viewer, now, verb).filter(pk=key) if is_id(key) else RefundCase.objects.none()
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NoSuchCase(_("Der er ingen refusionssag her, som du har adgang til at se."))
    return row


def subject_of(row: RefundCase) -> Subject:
    """Return a case as the trail names it: by the employment's number and the first day, never by name or illness."""
    return Subject(CASE, str(row.pk), f"refusionssagen {row.employment} fra {short_date(row.first_date)}")
