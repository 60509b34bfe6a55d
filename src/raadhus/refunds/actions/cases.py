"""What HR writes about cases: cause, year, dates by hand, dispensation, settling, and letting a suspicion be."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotFound
from raadhus.kernel.ids import is_id
from raadhus.refunds.models import RefundCase, SuspicionRecord
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.reasons import needed_reason
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.queries.shapes import CaseRow, case_row, written_of
from raadhus.refunds.queries.visibility import one_case, subject_of
from raadhus.refunds.queries.working_out import work_out
from raadhus.refunds.rules.changing import Written, checked, differences, fingerprint, needs_reason


def change_case(
    *, actor: Actor, key: str, written: Written, reason: str = "", seen: str = "", now: datetime
) -> CaseRow:
    """Write what is known of a case and work it out anew; a reason is needed for everything but the remark.

    `written` is all that shall stand afterwards; `seen` is the fingerprint of what it was made from, where that may have changed
    meanwhile. Raises WrongInput for what may not stand, such as dispensation after six months, and Conflict.
    """
    with transaction.atomic():
        row = _held(actor, key, "refunds.change_case", now)
        today = localdate(now)
        after, before = checked(written, row.first_date, today), written_of(row)
        if seen and seen != fingerprint(before):
            raise Conflict(_("En anden har rettet sagen imens. Se den igen, og ret så; intet er overskrevet."))
        was, became = differences(before, after)
        if not was and not became:
            return case_row(row, UnitNames())
        said = needed_reason(reason) if needs_reason(before, after) else reason.strip()
        _write(row, after)
        work_out(row, settings_on(row.first_date).rules, today)
        row.save()
        data = {"before": was, "after": became, "reason": said}
        record(actor=actor, event="refunds.case_changed", subject=subject_of(row), data=data, now=now)
        return case_row(row, UnitNames())


def settle_case(*, actor: Actor, key: str, now: datetime) -> CaseRow:
    """Say that nothing more is to be done about a case. Raises Conflict when it is settled already."""
    with transaction.atomic():
        row = _held(actor, key, "refunds.settle_case", now)
        if row.settled_at is not None:
            raise Conflict(_("Sagen er allerede afsluttet."))
        if row.last_date is None and not row.is_gone:
            raise Conflict(_("Fraværet er ikke slut, så sagen kan ikke afsluttes."))
        row.settled_at = now
        row.save(update_fields=["settled_at"])
        record(actor=actor, event="refunds.case_settled", subject=subject_of(row), now=now)
        return case_row(row, UnitNames())


def reopen_case(*, actor: Actor, key: str, reason: str, now: datetime) -> CaseRow:
    """Open a settled case again, and say why."""
    with transaction.atomic():
        row = _held(actor, key, "refunds.settle_case", now)
        if row.settled_at is None:
            raise Conflict(_("Sagen er ikke afsluttet."))
        data = {"reason": needed_reason(reason)}
        row.settled_at = None
        row.save(update_fields=["settled_at"])
        record(actor=actor, event="refunds.case_reopened", subject=subject_of(row), data=data, now=now)
        return case_row(row, UnitNames())


def let_be(*, actor: Actor, key: str, reason: str, now: datetime) -> CaseRow:
    """Let a suspicion be, and say why; it is not shown as one again. Returns its case."""
    with transaction.atomic():
        found = SuspicionRecord.objects.filter(pk=key).first() if is_id(key) else None
        if found is None:
            raise NotFound(_("Der er ingen mulig fejlindberetning her, som du har adgang til at se."))
        row = _held(actor, str(found.case_id), "refunds.let_be", now)
        said = needed_reason(reason)
        if found.let_be_at is not None:
            raise Conflict(_("Den er allerede vurderet: %(reason)s") % {"reason": found.let_be_reason})
        found.let_be_at, found.let_be_by, found.let_be_reason = now, actor.name, said
        found.save(update_fields=["let_be_at", "let_be_by", "let_be_reason"])
        record(actor=actor, event="refunds.let_be", subject=subject_of(row), data={"reason": said}, now=now)
        return case_row(row, UnitNames())


def _held(actor: Actor, key: str, verb: str, now: datetime) -> RefundCase:
    """Return the case, held until the transaction ends, when the actor may do the verb in its unit."""
    require(actor, verb, now=now)
    return one_case(actor, key, now, verb=verb, lock=True)


def _write(row: RefundCase, written: Written) -> None:
    row.set_cause = written.cause.value if written.cause else ""
    row.set_year, row.remark = written.year, written.remark.strip()
    row.standing = written.standing.value
    row.notified_date, row.claimed_date = written.notified, written.claimed
    row.latest_claim_date = written.latest_claim
    row.refusal_reason = written.refusal_reason.strip()
    row.dispensation = written.dispensation.value
    row.dispensation_ground = written.ground.value if written.ground else ""
