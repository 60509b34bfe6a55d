"""Digests are sent: to each subscriber, of each release, once."""

from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException

from django.core.mail import send_mail
from django.db import IntegrityError, transaction

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.personnel.models import DigestRecord, Release
from raadhus.personnel.queries.cubes import newest_release
from raadhus.personnel.queries.digest import digest_of, owners_due
from raadhus.personnel.rules.digest import Digest


@dataclass(frozen=True, slots=True)
class SentDigests:
    """What was sent, and to how many it could not be: they are tried again by the next run."""

    sent: tuple[Digest, ...]
    failed: int


def send_digests(*, actor: Actor, now: datetime) -> SentDigests:
    """Tell each subscriber once about the newest release: what they may see at the moment of sending, and nobody whose role has ended.

    Each person is a transaction of their own, so that a run that is killed goes on where it was, and two at once send one mail.
    """
    require(actor, "personnel.send_digests", unit=WHOLE_HOUSE, now=now)
    release = newest_release()
    if release is None:
        return SentDigests((), 0)
    sent: list[Digest] = []
    failed = 0
    for owner in owners_due(release):
        try:
            one = _send_to(owner, release, now)
        except (OSError, SMTPException):
            failed += 1
        else:
            sent += [one] if one else []
    if sent:
        subject = Subject("personnel_digests", str(release.number), f"overblikket over udgivelse {release.number}")
        record(actor=actor, event="personnel.digests_sent", subject=subject, data={"count": len(sent)}, now=now)
    return SentDigests(tuple(sent), failed)


@transaction.atomic
def _send_to(owner: str, release: Release, now: datetime) -> Digest | None:
    """Send one mail, or nothing when another run is sending it or there is nothing to tell."""
    made = digest_of(owner, release, now)
    if made is None or not _is_first(owner, made.release, now):
        return None
    send_mail(made.subject, made.text, None, [made.email], fail_silently=False)
    return made


def _is_first(owner: str, number: int, now: datetime) -> bool:
    try:
        with transaction.atomic():
            DigestRecord.objects.create(owner_key=owner, release_number=number, sent_at=now)
    except IntegrityError:
        return False
    return True
