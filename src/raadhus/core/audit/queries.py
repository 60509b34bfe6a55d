"""Reads of the audit trail. Who may read is decided at the door: access lies above audit and marks are checked there."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.apps import apps
from django.utils.translation import gettext

from raadhus.core.audit.models import Entry, Head, Seal, Tombstone
from raadhus.core.audit.rules.canonical import moment
from raadhus.core.audit.rules.chain import Anchor, HeadFacts, SealFacts
from raadhus.core.audit.rules.sentences import fill
from raadhus.kernel.rooms import EventType, Room


@cache
def event_types() -> dict[str, EventType]:
    """Return every event that a part of the house has registered, by name."""
    declared = (getattr(app, "room", None) for app in apps.get_app_configs())
    return {event.name: event for room in declared if isinstance(room, Room) for event in room.events}


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One line of what happened to a thing: when, who, and a sentence that goes on after the name."""

    at: datetime
    actor_name: str
    sentence: str


def sentence_of(entry: Entry) -> str:
    """Return the event as a sentence in the reader's language; an event nobody registers any more shows its name."""
    known = event_types().get(entry.event)
    if known is None:
        return f"{entry.event}: {entry.subject_label}"
    return fill(gettext(known.sentence), data=entry.data, subject=entry.subject_label)


def trail(subject_kind: str, subject_key: str) -> tuple[TrailEntry, ...]:
    """Return what was recorded about one thing, oldest first."""
    found = Entry.objects.filter(subject_kind=subject_kind, subject_key=subject_key).order_by("sequence")
    return tuple(TrailEntry(at=entry.at, actor_name=entry.actor_name, sentence=sentence_of(entry)) for entry in found)


def head() -> HeadFacts | None:
    """Return where the chain ends, or None when nothing has been recorded."""
    row = Head.objects.filter(pk=1).first()
    return None if row is None else _head_facts(row)


def _head_facts(row: Head) -> HeadFacts:
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


def anchors() -> tuple[Anchor, ...]:
    """Return the heads to be kept outside the database: of every sealed segment, and of the chain as it is now."""
    sealed = [Anchor(row.segment, row.last_sequence, row.last_mac) for row in Seal.objects.order_by("segment")]
    end = head()
    return tuple(sealed) if end is None else (*sealed, Anchor(end.segment, end.sequence, end.mac))


def is_dropped(segment: int) -> bool:
    """Return True when the rows of the segment were dropped."""
    return Tombstone.objects.filter(pk=segment).exists()
