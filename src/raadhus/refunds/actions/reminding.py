"""Reminders are sent: to each person, of each step at each level, once."""

from datetime import date, datetime

from django.core.mail import send_mail
from django.db import IntegrityError, transaction

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.refunds.models import ReminderRecord
from raadhus.refunds.queries.reminders import due_reminders
from raadhus.refunds.rules.digest import Digest


def remind(*, actor: Actor, today: date, now: datetime) -> tuple[Digest, ...]:
    """Send one e-mail to each leader, HR and centre head who has something to be reminded of, and return what was sent.

    Each person is a transaction of their own: what could not be sent is not written down as sent, and stops the run.
    """
    require(actor, "refunds.remind", unit=WHOLE_HOUSE, now=now)
    sent = []
    for digest in due_reminders(today):
        with transaction.atomic():
            if _is_first(digest, now):
                subject = Subject("person", digest.person_key, digest.name)
                data = {"count": len(digest.missing)}
                record(actor=actor, event="refunds.reminded", subject=subject, data=data, now=now)
                send_mail(digest.subject, digest.text, None, [digest.email], fail_silently=False)
                sent.append(digest)
    return tuple(sent)


def _is_first(digest: Digest, now: datetime) -> bool:
    """Write down what the person is reminded of; False when another run is sending one of them at this moment."""
    rows = [
        ReminderRecord(
            case_id=one.case_key,
            recipient=digest.recipient.value,
            person_key=digest.person_key,
            step=one.step.value,
            level=one.level.value,
            deadline_date=one.deadline,
            sent_at=now,
        )
        for one in digest.missing
    ]
    try:
        with transaction.atomic():
            ReminderRecord.objects.bulk_create(rows)
    except IntegrityError:
        return False
    return True
