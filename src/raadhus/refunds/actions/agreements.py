"""Section 56 agreements are written down, ended earlier, and removed when they were wrong. Wrong entries are looked for at the next recalculation."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.cpr_numbers import is_cpr_number
from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.kernel.ids import is_id
from raadhus.kernel.periods import Period
from raadhus.refunds.models import Agreement
from raadhus.refunds.queries.reasons import needed_reason
from raadhus.refunds.rules.agreements import agreement_end

_VERB = "refunds.set_agreement"
_LONGEST = 100


def set_agreement(*, actor: Actor, employment: str, start: date, last: date, now: datetime) -> str:
    """Write down the agreement that begins on `start`, or give it another last day. Returns its key."""
    require(actor, _VERB, unit=WHOLE_HOUSE, now=now)
    known = employment.strip()
    if not known or len(known) > _LONGEST or is_cpr_number(known):
        raise WrongInput(_("Skriv ansættelsens nummer, som lønsystemet har det (ikke et CPR-nummer)."))
    with transaction.atomic():
        own = Agreement.objects.select_for_update().filter(employment=known).order_by("start_date")
        others = [Period(one.start_date, one.end_date) for one in own if one.start_date != start]
        end = agreement_end(start, last, others)
        row, _made = Agreement.objects.update_or_create(
            employment=known,
            start_date=start,
            defaults={"end_date": end, "set_by": actor.key, "set_at": now},
        )
        _told(actor, row, "refunds.agreement_set", "", now)
    return str(row.pk)


def remove_agreement(*, actor: Actor, key: str, reason: str, now: datetime) -> None:
    """Remove an agreement that never was, and say why; one that ends early is given another last day instead."""
    require(actor, _VERB, unit=WHOLE_HOUSE, now=now)
    said = needed_reason(reason)
    with transaction.atomic():
        row = Agreement.objects.select_for_update().filter(pk=key).first() if is_id(key) else None
        if row is None:
            raise NotFound(_("Der er ingen § 56-aftale her, som du har adgang til at se."))
        _told(actor, row, "refunds.agreement_removed", said, now)
        row.delete()


def _told(actor: Actor, row: Agreement, event: str, reason: str, now: datetime) -> None:
    data = {"start": row.start_date.isoformat(), "end": row.end_date.isoformat(), "reason": reason}
    record(
        actor=actor,
        event=event,
        subject=Subject("section_56_agreement", str(row.pk), f"ansættelsen {row.employment}"),
        data=data,
        now=now,
    )
