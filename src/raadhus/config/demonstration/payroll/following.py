"""What HR and leaders did about the demonstration's cases: causes that the dates do not tell, what was settled, that somebody has acted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from raadhus.config.demonstration.payroll.records import Payroll, Remarked
from raadhus.core.access.public import actor_of_person
from raadhus.kernel.actors import Actor
from raadhus.refunds.actions.acting import act
from raadhus.refunds.actions.agreements import set_agreement
from raadhus.refunds.actions.cases import change_case, let_be, settle_case
from raadhus.refunds.models import RefundCase, SuspicionRecord
from raadhus.refunds.queries.shapes import written_of
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.watch import Next

# Less a day, so that it ends the day before the next may begin.
_TWO_YEARS = timedelta(days=729)
LEADER = "lone-hedegren"
_REASON = "Fundet ved årets gennemgang."
_SEEN = "Set ved årets gennemgang; fraværet er slut, og tabet står i opgørelsen."


def agree(payroll: Payroll, *, actor: Actor, now: datetime) -> Iterator[str]:
    """Write down the section 56 agreements; yield the employment of each."""
    for one in payroll.agreements:
        last = one.start + _TWO_YEARS
        yield set_agreement(actor=actor, employment=one.employment, start=one.start, last=last, now=now)


def follow(payroll: Payroll, *, actor: Actor, now: datetime) -> Iterator[str]:
    """Write what HR found out and what a leader did; yield what it was."""
    for one in payroll.remarks:
        yield _write(one, actor, now)
    for suspicion in SuspicionRecord.objects.filter(gone_at=None, case__last_date__isnull=False, other=None):
        yield let_be(actor=actor, key=str(suspicion.pk), reason=_SEEN, now=now).employment


def settle_years_before(year: int, *, actor: Actor, now: datetime) -> Iterator[str]:
    """Settle the lost cases of earlier years in which nothing is missing; yield the employment of each."""
    lost = RefundCase.objects.filter(lost_ore__gt=0, next_step=Next.NOTHING.value, last_date__lt=date(year, 1, 1))
    for key in lost.values_list("pk", flat=True):
        yield settle_case(actor=actor, key=str(key), now=now).employment


def _write(one: Remarked, actor: Actor, now: datetime) -> str:
    row = RefundCase.objects.get(employment=one.employment, first_date=one.first)
    if one.acted:
        act(actor=actor_of_person(LEADER), key=str(row.pk), now=now)
        return row.employment
    written = replace(written_of(row), cause=Cause(one.cause), remark=one.remark)
    return change_case(actor=actor, key=str(row.pk), written=written, reason=_REASON, now=now).employment
