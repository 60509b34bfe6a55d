"""The chain's own rows: head, seals, tombstones, and the anchors to be kept outside."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from raadhus.core.audit.models import Entry, Erasure, Head, Seal, Tombstone, hold
from raadhus.core.audit.rules.canonical import key_name, moment
from raadhus.core.audit.rules.chain import GENESIS, Anchor, ErasureFacts, HeadFacts, SealFacts, TombstoneFacts


def head() -> HeadFacts | None:
    """Return where the chain ends, or None when nothing has been recorded."""
    row = Head.objects.filter(pk=1).first()
    if row is None:
        return None
    return HeadFacts(
        sequence=row.sequence,
        mac=row.mac,
        segment=row.segment,
        segment_first=row.segment_first,
        segment_start_mac=row.segment_start_mac,
        segment_opened=moment(row.segment_opened_at),
        key_name=row.key_name,
        head_mac=row.head_mac,
    )


def hold_chain(now: datetime) -> HeadFacts:
    """Return where the chain ends, held for this transaction; before the first entry a head that nothing was written to."""
    hold()
    return head() or HeadFacts(
        sequence=0,
        mac=GENESIS,
        segment=1,
        segment_first=1,
        segment_start_mac=GENESIS,
        segment_opened=moment(now),
        key_name=key_name(str(settings.AUDIT_KEY).encode()),
        head_mac="",
    )


def seal_facts(row: Seal) -> SealFacts:
    """Return a seal as plain facts."""
    return SealFacts(
        segment=row.segment,
        first_sequence=row.first_sequence,
        last_sequence=row.last_sequence,
        entries=row.entries,
        start_mac=row.start_mac,
        last_mac=row.last_mac,
        sealed=moment(row.sealed_at),
        previous_seal_mac=row.previous_seal_mac,
        seal_mac=row.seal_mac,
    )


def seals() -> tuple[SealFacts, ...]:
    """Return every seal in order."""
    return tuple(seal_facts(row) for row in Seal.objects.order_by("segment"))


def tombstones() -> tuple[TombstoneFacts, ...]:
    """Return what is left of dropped segments."""
    return tuple(
        TombstoneFacts(segment=row.segment, dropped=moment(row.dropped_at), last_mac=row.last_mac, mac=row.mac)
        for row in Tombstone.objects.order_by("segment")
    )


def erasures() -> tuple[ErasureFacts, ...]:
    """Return which entries had their personal content erased."""
    return tuple(
        ErasureFacts(sequence=row.sequence, erased=moment(row.erased_at), mac=row.mac)
        for row in Erasure.objects.order_by("sequence")
    )


def anchors() -> tuple[Anchor, ...]:
    """Return the heads to be kept outside the database: of every sealed segment, and of the chain as it is now."""
    sealed = [Anchor(seal.segment, seal.last_sequence, seal.last_mac) for seal in seals()]
    end = head()
    return tuple(sealed) if end is None else (*sealed, Anchor(end.segment, end.sequence, end.mac))


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One segment for the page: sealed or open, with its rows or dropped."""

    segment: int
    entries: int
    first_sequence: int
    last_sequence: int
    sealed_at: datetime | None
    dropped_at: datetime | None
    last_mac: str


def segments() -> tuple[SegmentRow, ...]:
    """Return every segment, the newest first."""
    dropped = dict(Tombstone.objects.values_list("segment", "dropped_at"))
    rows = [
        SegmentRow(
            segment=seal.segment,
            entries=seal.entries,
            first_sequence=seal.first_sequence,
            last_sequence=seal.last_sequence,
            sealed_at=seal.sealed_at,
            dropped_at=dropped.get(seal.segment),
            last_mac=seal.last_mac,
        )
        for seal in Seal.objects.order_by("segment")
    ]
    end = head()
    if end is not None:
        count = Entry.objects.filter(segment=end.segment).count()
        rows.append(SegmentRow(end.segment, count, end.segment_first, end.sequence, None, None, end.mac))
    return tuple(reversed(rows))
