"""The e-mails about meetings that wait are sent. What fails waits for the next run; nothing that happened is undone by it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import MeetingNotice

MOST_ATTEMPTS = 10
MOST_AT_ONCE = 500
# What could not be sent for a week is no news any more.
_TOO_OLD = timedelta(days=7)

Send = Callable[[str, str, str], None]


def send_notices(*, actor: Actor, send: Send, give_up: bool = False, now: datetime) -> tuple[int, int]:
    """Send every notice that waits, and return how many were sent and how many wait still; `send` takes subject, text, address.

    With `give_up` the first that fails ends the run.

    Each is a transaction of its own, held while it is sent, so that two runs at once do not send it twice.
    """
    require(actor, "meetings.notify", now=now)
    waiting = MeetingNotice.objects.filter(sent_at=None, attempts__lt=MOST_ATTEMPTS, created_at__gt=now - _TOO_OLD)
    keys: Sequence[int] = list(waiting.order_by("created_at", "pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    sent = 0
    for key in keys:
        went = _send_one(key, send, now)
        sent += went
        if give_up and not went:
            break
    if sent:
        subject = Subject("notices", "meetings", "meddelelser om møder")
        record(actor=actor, event="meetings.notices_sent", subject=subject, data={"count": sent}, now=now)
    return sent, len(keys) - sent


@transaction.atomic
def _send_one(key: int, send: Send, now: datetime) -> bool:
    notice = MeetingNotice.objects.select_for_update().filter(pk=key, sent_at=None).first()
    if notice is None:
        return True
    notice.attempts += 1
    try:
        send(notice.subject, notice.text, notice.email)
    except (OSError, SMTPException) as error:
        notice.problem = str(error)[:300]
    else:
        notice.sent_at, notice.problem = now, ""
    notice.save(update_fields=["attempts", "sent_at", "problem"])
    return notice.sent_at is not None
