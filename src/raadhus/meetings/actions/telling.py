"""People are told by e-mail of what happened: written down where it happens, sent right after. Subject, day and a link, no content."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.timezone import localdate

from raadhus.kernel.actors import Actor, system
from raadhus.meetings.actions.notices import send_notices
from raadhus.meetings.models import AgendaVersion, CaseDraft, MeetingNotice, Sitting
from raadhus.meetings.queries.recipients import emails_of, link_to, members_on
from raadhus.meetings.rules.notices import agenda_mail, cancelled_mail, returned_mail

POSTMAN = system("meetings", "Mødernes meddelelser")


def tell_of_agenda(*, actor: Actor, version: AgendaVersion, now: datetime) -> int:
    """Tell those on a sitting's list that its agenda was sent, and return how many have an address."""
    sitting = version.sitting
    mail = agenda_mail(
        body=sitting.body.name,
        day=sitting.date,
        house=settings.MUNICIPALITY,
        link=link_to("meetings:meeting", version.reading.meeting_id),
        is_supplement=version.is_supplement,
        version=version.number,
    )
    keys = sitting.attendances.order_by("position").values_list("person_key", flat=True)
    return _tell(_but(actor, emails_of(keys, sitting.date)), mail, now)


def tell_of_cancelling(*, actor: Actor, sitting: Sitting, now: datetime) -> int:
    """Tell the members that a meeting is cancelled."""
    mail = cancelled_mail(
        body=sitting.body.name, day=sitting.date, house=settings.MUNICIPALITY, reason=sitting.cancel_reason
    )
    keys = [one.person_key for one in members_on(sitting.body_id, sitting.date)]
    return _tell(_but(actor, emails_of(keys, sitting.date)), mail, now)


def tell_of_return(*, actor: Actor, draft: CaseDraft, now: datetime) -> int:
    """Tell the author that a case was returned."""
    link = link_to("meetings:draft", draft.pk)
    mail = returned_mail(body=draft.body.name, house=settings.MUNICIPALITY, link=link)
    return _tell(_but(actor, emails_of([draft.author_key], localdate(now))), mail, now)


def _but(actor: Actor, to: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out whoever did it: that person knows."""
    return [(key, email) for key, email in to if key != actor.key]


def _tell(to: list[tuple[str, str]], mail: tuple[str, str], now: datetime) -> int:
    subject, text = mail
    MeetingNotice.objects.bulk_create(
        MeetingNotice(person_key=key, email=email, subject=subject[:300], text=text, created_at=now)
        for key, email in to
    )
    # Robust: what was written stays written, whatever becomes of the e-mail.
    transaction.on_commit(partial(deliver_notices, actor=POSTMAN, now=now), robust=True)
    return len(to)


def deliver_notices(*, actor: Actor, give_up: bool = True, now: datetime) -> tuple[int, int]:
    """Send what waits through Django's e-mail settings, and return how many were sent and how many wait still.

    With `give_up` the first that fails ends the run: a mail server that is down must not hold a page for every member.
    """
    return send_notices(actor=actor, send=_send, give_up=give_up, now=now)


def _send(subject: str, text: str, address: str) -> None:
    send_mail(subject, text, None, [address], fail_silently=False)
