"""Writing one entry at the end of the chain. Every other write of the trail ends here."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings

from raadhus.core.audit.models import Entry, Head, Personal
from raadhus.core.audit.rules.canonical import JSON, canonical, moment, salted
from raadhus.core.audit.rules.chain import EntryFacts, HeadFacts, entry_mac, group_digests, head_mac
from raadhus.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a kind ("meeting"), its key, and its name as people know it today."""

    kind: str
    key: str
    label: str


def append(
    *,
    actor: Actor,
    end: HeadFacts,
    event: str,
    subject: Subject,
    data: Mapping[str, JSON],
    personal: Mapping[str, JSON] | None = None,
    now: datetime,
) -> HeadFacts:
    """Write one entry after `end`, move the head onto it and return the new head. The caller holds the chain."""
    key = str(settings.AUDIT_KEY).encode()
    salt, content = secrets.token_hex(32), None if personal is None else canonical(personal)
    facts = EntryFacts(
        sequence=end.sequence + 1,
        segment=end.segment,
        at=moment(now),
        actor_kind=actor.kind.value,
        actor_key=actor.key,
        actor_name=_plain(actor.name),
        event=event,
        subject_kind=subject.kind,
        subject_key=subject.key,
        subject_label=_plain(subject.label),
        data=canonical(data),
        personal_digest="" if content is None else salted(salt, content),
        digests="",
        previous_mac=end.mac,
        mac="",
    )
    facts = replace(facts, digests=group_digests(facts, key))
    facts = replace(facts, mac=entry_mac(facts, key))
    _insert(facts, now)
    if content is not None:
        Personal.objects.create(entry_id=facts.sequence, salt=salt, content=content)
    opened = moment(now) if facts.sequence == end.segment_first else end.segment_opened
    return _move_head(replace(end, sequence=facts.sequence, mac=facts.mac, segment_opened=opened), key)


def _plain(text: str) -> str:
    """Return a label without what a database cannot hold: NUL, and halves of characters out of odd file names."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _insert(facts: EntryFacts, now: datetime) -> None:
    Entry.objects.create(at=now, **{field: getattr(facts, field) for field in EntryFacts.__slots__ if field != "at"})


def _move_head(end: HeadFacts, key: bytes) -> HeadFacts:
    """Write the head with its own mac, which nobody without the key can make for an earlier entry."""
    end = replace(end, head_mac=head_mac(end, key))
    values = {
        "sequence": end.sequence,
        "mac": end.mac,
        "segment": end.segment,
        "segment_first": end.segment_first,
        "segment_start_mac": end.segment_start_mac,
        "segment_opened_at": datetime.fromisoformat(end.segment_opened),
        "key_name": end.key_name,
        "head_mac": end.head_mac,
    }
    if not Head.objects.filter(pk=1).update(**values):
        Head.objects.create(pk=1, **values)
    return end
