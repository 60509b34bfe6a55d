"""Change the key of the installation's seal."""

from datetime import datetime

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.kernel.actors import Actor
from raadhus.meetings.models.sealing import end_key, key_in_use


@transaction.atomic
def rotate_signing_key(*, actor: Actor, compromised: bool = False, now: datetime) -> str:
    """Take the key out of use and return the name of the next; `compromised` marks all that the old one sealed."""
    require(actor, "meetings.rotate_signing_key", now=now)
    old, _ = key_in_use(now)
    end_key(old, now, compromised=compromised)
    new, _ = key_in_use(now)
    data: dict[str, JSON] = {"key": old.key_id, "next": new.key_id, "compromised": compromised}
    subject = Subject("signing_key", old.key_id, old.key_id)
    record(actor=actor, event="meetings.signing_key_rotated", subject=subject, data=data, now=now)
    return new.key_id
