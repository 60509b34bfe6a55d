"""Sealing the open segment, and dropping a sealed one whose retention has passed."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.audit.actions.appending import Subject, append
from raadhus.core.audit.models import Entry, Personal, Seal, Tombstone, overwrite_what_is_deleted
from raadhus.core.audit.queries.chain import hold_chain, seal_facts
from raadhus.core.audit.rules.canonical import JSON, moment
from raadhus.core.audit.rules.chain import (
    GENESIS,
    Anchor,
    HeadFacts,
    SealFacts,
    TombstoneFacts,
    seal_mac,
    tombstone_mac,
)
from raadhus.core.audit.rules.segments import check_expired
from raadhus.core.audit.writer import keep
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound


class NoSuchSegment(NotFound):
    """There is no sealed segment of that number, or its rows are gone already."""


def seal(*, actor: Actor, now: datetime) -> SealFacts | None:
    """Seal the open segment and begin the next. Returns the seal, or None when the open segment has no entries."""
    with transaction.atomic():
        end = hold_chain(now)
        if end.sequence < end.segment_first:
            return None
        close_segment(actor=actor, end=end, now=now)
        return seal_facts(Seal.objects.get(pk=end.segment))


def close_segment(*, actor: Actor, end: HeadFacts, now: datetime) -> HeadFacts:
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
    facts = replace(facts, seal_mac=seal_mac(facts, str(settings.AUDIT_KEY).encode()))
    fields = {field: getattr(facts, field) for field in SealFacts.__slots__ if field != "sealed"}
    Seal.objects.create(sealed_at=now, **fields)
    anchor = Anchor(facts.segment, facts.last_sequence, facts.last_mac)
    transaction.on_commit(partial(keep, anchor, Path(settings.DATA)), robust=True)
    following = replace(end, segment=end.segment + 1, segment_first=end.sequence + 1, segment_start_mac=end.mac)
    data: dict[str, JSON] = {"entries": facts.entries, "seal_mac": facts.seal_mac}
    return append(actor=actor, end=following, event="audit.sealed", subject=_subject(end.segment), data=data, now=now)


def drop(*, actor: Actor, segment: int, retention: timedelta, now: datetime) -> SealFacts:
    """Drop all rows of a sealed segment whose retention has passed, leaving a signed tombstone. Returns its seal.

    The triggers let rows go only under a tombstone, so nothing else can remove them.
    """
    with transaction.atomic():
        end = hold_chain(now)
        row = Seal.objects.filter(pk=segment).first()
        if row is None or Tombstone.objects.filter(pk=segment).exists():
            raise NoSuchSegment(_("Der er intet forseglet segment %(segment)s at slette.") % {"segment": segment})
        check_expired(segment=segment, sealed_at=row.sealed_at, retention=retention, now=now)
        facts = TombstoneFacts(segment=segment, dropped=moment(now), last_mac=row.last_mac, mac="")
        mac = tombstone_mac(facts, str(settings.AUDIT_KEY).encode())
        Tombstone.objects.create(segment=segment, dropped_at=now, last_mac=row.last_mac, mac=mac)
        overwrite_what_is_deleted()
        Personal.objects.filter(entry__segment=segment).delete()
        Entry.objects.filter(segment=segment).delete()
        data: dict[str, JSON] = {"entries": row.entries, "last_mac": row.last_mac}
        append(actor=actor, end=end, event="audit.dropped", subject=_subject(segment), data=data, now=now)
    return seal_facts(row)


def _subject(segment: int) -> Subject:
    return Subject("audit_segment", str(segment), f"segment {segment}")
