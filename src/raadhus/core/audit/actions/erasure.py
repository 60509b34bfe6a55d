"""Erasing personal content, as the person it concerns may ask."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.audit.actions.appending import Subject, append
from raadhus.core.audit.models import Erasure, Personal, overwrite_what_is_deleted
from raadhus.core.audit.queries.chain import hold_chain
from raadhus.core.audit.rules.canonical import JSON, moment
from raadhus.core.audit.rules.chain import ErasureFacts, erasure_mac
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound


class NothingToErase(NotFound):
    """No entry about the subject holds personal content."""


def erase_personal(*, actor: Actor, subject: Subject, reason: str, now: datetime) -> int:
    """Erase the personal content of every entry about a subject; the chain still verifies. Returns how many there were."""
    with transaction.atomic():
        end = hold_chain(now)
        held = Personal.objects.filter(entry__subject_kind=subject.kind, entry__subject_key=subject.key)
        sequences = sorted(held.values_list("entry_id", flat=True))
        if not sequences:
            raise NothingToErase(_("Der er intet personligt indhold om %(subject)s.") % {"subject": subject.label})
        for sequence in sequences:
            facts = ErasureFacts(sequence=sequence, erased=moment(now), mac="")
            mac = erasure_mac(facts, str(settings.AUDIT_KEY).encode())
            Erasure.objects.create(sequence=sequence, erased_at=now, mac=mac)
        overwrite_what_is_deleted()
        held.delete()
        data: dict[str, JSON] = {"count": len(sequences), "sequences": sequences, "reason": reason}
        append(actor=actor, end=end, event="audit.erased", subject=subject, data=data, now=now)
    return len(sequences)
