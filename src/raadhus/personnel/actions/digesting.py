"""Digests are sent: to each subscriber, of each release, once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import Q

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.personnel.models import DigestRecord, Release
from raadhus.personnel.queries.cubes import newest_release
from raadhus.personnel.queries.digest import digest_of, owners_due
from raadhus.personnel.rules.digest import Digest

# A mail that a run took on so long ago and did not send was left by a run that was killed.
_LONGEST_RUN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SentDigests:
    """What was sent, and to how many it could not be: they are tried again by the next run."""

    sent: tuple[Digest, ...]
    failed: int


def send_digests(*, actor: Actor, now: datetime) -> SentDigests:
    """Tell each subscriber once about the newest release: what they may see at the moment of sending, and nobody whose role has ended.

    Each person is written down before and after their mail, so that a run that is killed goes on where it was, and two at once send one mail.
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


def _send_to(owner: str, release: Release, now: datetime) -> Digest | None:
    """Send one mail, or nothing when another run is sending it or there is nothing to tell.

    What is written down stands before the mail goes and right after it has gone. A run that is killed in between leaves a mail that may have
    gone: a later run hands it over again under the same name, so that it is never lost, and arrives once.
    """
    made = digest_of(owner, release, now)
    if made is None or not _is_taken_on(owner, made.release, now):
        return None
    mine = DigestRecord.objects.filter(owner_key=owner, release_number=made.release)
    name = made.message_id(urlsplit(settings.ADDRESS).hostname or "raadhus")
    try:
        EmailMessage(made.subject, made.text, None, [made.email], headers={"Message-ID": name}).send()
    except (OSError, SMTPException):
        mine.update(begun_at=None)
        raise
    mine.update(sent_at=now)
    return made


def _is_taken_on(owner: str, number: int, now: datetime) -> bool:
    """Write down that this run sends the mail; False when another run does at this moment, or has."""
    try:
        with transaction.atomic():
            DigestRecord.objects.create(owner_key=owner, release_number=number, begun_at=now)
    except IntegrityError:
        given_up = Q(begun_at=None) | Q(begun_at__lte=now - _LONGEST_RUN)
        rows = DigestRecord.objects.filter(given_up, owner_key=owner, release_number=number, sent_at=None)
        return rows.update(begun_at=now) == 1
    return True
