"""Writes to the audit trail. Every other part of the house records what it did, in the transaction in which it did it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from raadhus.core.audit.models import Entry, Erasure, Head, Personal, Seal, Tombstone
from raadhus.core.audit.queries.chain import head, seal_facts
from raadhus.core.audit.queries.events import event_types
from raadhus.core.audit.rules.canonical import JSON, canonical, key_name, moment, salted
from raadhus.core.audit.rules.chain import (
    GENESIS,
    EntryFacts,
    ErasureFacts,
    HeadFacts,
    SealFacts,
    TombstoneFacts,
    entry_mac,
    erasure_mac,
    group_digests,
    head_mac,
    seal_mac,
    tombstone_mac,
)
from raadhus.core.audit.rules.segments import check_expired, must_seal
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.errors import NotFound

# Any number will do, as long as nobody else in the database takes the same advisory lock.
_LOCK = 7_221_190_453

_SEALER = system("audit", "Revisionssporet")


class UnknownEvent(LookupError):
    """An event was recorded that no part of the house has registered: a mistake in the code, not of a person."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a kind ("meeting"), its key, and its name as people know it today."""

    kind: str
    key: str
    label: str


def _key() -> bytes:
    return str(settings.AUDIT_KEY).encode()


def record(
    *,
    actor: Actor,
    event: str,
    subject: Subject,
    data: Mapping[str, JSON] | None = None,
    personal: Mapping[str, JSON] | None = None,
    now: datetime,
) -> None:
    """Append one entry to the chain, in the caller's transaction.

    `event` must be registered in some Room.events, else UnknownEvent. `data` is JSON and stays as long as the segment;
    `personal` is JSON that can be erased later: only a salted digest of it enters the chain.
    """
    if event not in event_types():
        raise UnknownEvent(event)
    with transaction.atomic():
        end = _locked_head(now)
        if must_seal(opened=_opened(end), entries=end.sequence - end.segment_first + 1, now=now.astimezone(UTC)):
            end = _seal(end, actor=_SEALER, now=now)
        _append(end, actor=actor, event=event, subject=subject, data=data or {}, personal=personal, now=now)


def seal(*, actor: Actor, now: datetime) -> SealFacts | None:
    """Seal the open segment and begin the next. Returns the seal, or None when the open segment has no entries."""
    with transaction.atomic():
        end = _locked_head(now)
        if end.sequence < end.segment_first:
            return None
        _seal(end, actor=actor, now=now)
        return seal_facts(Seal.objects.get(pk=end.segment))


class NoSuchSegment(NotFound):
    """There is no sealed segment of that number, or its rows are gone already."""


def drop(*, actor: Actor, segment: int, retention: timedelta, now: datetime) -> SealFacts:
    """Drop all rows of a sealed segment whose retention has passed, leaving a signed tombstone. Returns its seal.

    The triggers let rows go only under a tombstone, so nothing else can remove them.
    """
    with transaction.atomic():
        end = _locked_head(now)
        row = Seal.objects.filter(pk=segment).first()
        if row is None or Tombstone.objects.filter(pk=segment).exists():
            raise NoSuchSegment(_("Der er intet forseglet segment %(segment)s at slette.") % {"segment": segment})
        check_expired(segment=segment, sealed_at=row.sealed_at, retention=retention, now=now)
        facts = TombstoneFacts(segment=segment, dropped=moment(now), last_mac=row.last_mac, mac="")
        mac = tombstone_mac(facts, _key())
        Tombstone.objects.create(segment=segment, dropped_at=now, last_mac=row.last_mac, mac=mac)
        _forget()
        Personal.objects.filter(entry__segment=segment).delete()
        Entry.objects.filter(segment=segment).delete()
        subject = Subject("audit_segment", str(segment), f"segment {segment}")
        data: dict[str, JSON] = {"entries": row.entries, "last_mac": row.last_mac}
        _append(end, actor=actor, event="audit.dropped", subject=subject, data=data, personal=None, now=now)
    return seal_facts(row)


def erase_personal(*, actor: Actor, subject: Subject, reason: str, now: datetime) -> int:
    """Erase the personal content of every entry about a subject; the chain still verifies. Returns how many there were."""
    with transaction.atomic():
        end = _locked_head(now)
        held = Personal.objects.filter(entry__subject_kind=subject.kind, entry__subject_key=subject.key)
        sequences = sorted(held.values_list("entry_id", flat=True))
        if not sequences:
            raise NothingToErase(_("Der er intet personligt indhold om %(subject)s.") % {"subject": subject.label})
        for sequence in sequences:
            facts = ErasureFacts(sequence=sequence, erased=moment(now), mac="")
            Erasure.objects.create(sequence=sequence, erased_at=now, mac=erasure_mac(facts, _key()))
        _forget()
        held.delete()
        data: dict[str, JSON] = {"count": len(sequences), "sequences": sequences, "reason": reason}
        _append(end, actor=actor, event="audit.erased", subject=subject, data=data, personal=None, now=now)
    return len(sequences)


class NothingToErase(NotFound):
    """No entry about the subject holds personal content."""


def _forget() -> None:
    """Let SQLite overwrite what is deleted; PostgreSQL does so when it vacuums."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _opened(end: HeadFacts) -> datetime:
    return datetime.fromisoformat(end.segment_opened)


def _locked_head(now: datetime) -> HeadFacts:
    """Return the end of the chain, held until the transaction ends: many writers, one chain.

    SQLite has one writer at a time, because every transaction begins IMMEDIATE. PostgreSQL takes an advisory lock: the
    next writer waits until this transaction has ended and then reads the head that it committed.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    return head() or HeadFacts(
        sequence=0,
        mac=GENESIS,
        segment=1,
        segment_first=1,
        segment_start_mac=GENESIS,
        segment_opened=moment(now),
        key_name=key_name(_key()),
        head_mac="",
    )


def _append(
    end: HeadFacts,
    *,
    actor: Actor,
    event: str,
    subject: Subject,
    data: Mapping[str, JSON],
    personal: Mapping[str, JSON] | None,
    now: datetime,
) -> HeadFacts:
    """Write one entry after `end`, move the head onto it and return the new head."""
    salt = secrets.token_hex(32)
    content = None if personal is None else canonical(personal)
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
    facts = replace(facts, digests=group_digests(facts, _key()))
    facts = replace(facts, mac=entry_mac(facts, _key()))
    _insert(facts, now)
    if content is not None:
        Personal.objects.create(entry_id=facts.sequence, salt=salt, content=content)
    opened = moment(now) if facts.sequence == end.segment_first else end.segment_opened
    return _move_head(replace(end, sequence=facts.sequence, mac=facts.mac, segment_opened=opened))


def _plain(text: str) -> str:
    """Return a label without what a database cannot hold: NUL, and halves of characters out of odd file names."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _insert(facts: EntryFacts, now: datetime) -> None:
    Entry.objects.create(at=now, **{field: getattr(facts, field) for field in EntryFacts.__slots__ if field != "at"})


def _move_head(end: HeadFacts) -> HeadFacts:
    """Write the head with its own mac, which nobody without the key can make for an earlier entry."""
    end = replace(end, head_mac=head_mac(end, _key()))
    values = {
        "sequence": end.sequence,
        "mac": end.mac,
        "segment": end.segment,
        "segment_first": end.segment_first,
        "segment_start_mac": end.segment_start_mac,
        "segment_opened_at": _opened(end),
        "key_name": end.key_name,
        "head_mac": end.head_mac,
    }
    if not Head.objects.filter(pk=1).update(**values):
        Head.objects.create(pk=1, **values)
    return end


def _seal(end: HeadFacts, *, actor: Actor, now: datetime) -> HeadFacts:
    """Write the seal of the open segment, and say so in the first entry of the next. Returns the new head."""
    previous = Seal.objects.filter(segment=end.segment - 1).values_list("seal_mac", flat=True).first()
    facts = SealFacts(
        segment=end.segment,
        first_sequence=end.segment_first,
        last_sequence=end.sequence,
        entries=end.sequence - end.segment_first + 1,
        start_mac=end.segment_start_mac,
        last_mac=end.mac,
        sealed=moment(now),
        previous_seal_mac=previous or GENESIS,
        seal_mac="",
    )
    facts = replace(facts, seal_mac=seal_mac(facts, _key()))
    fields = {field: getattr(facts, field) for field in SealFacts.__slots__ if field != "sealed"}
    Seal.objects.create(sealed_at=now, **fields)
    following = replace(end, segment=end.segment + 1, segment_first=end.sequence + 1, segment_start_mac=end.mac)
    subject = Subject("audit_segment", str(end.segment), f"segment {end.segment}")
    sealed: dict[str, JSON] = {"entries": facts.entries, "seal_mac": facts.seal_mac}
    return _append(following, actor=actor, event="audit.sealed", subject=subject, data=sealed, personal=None, now=now)
