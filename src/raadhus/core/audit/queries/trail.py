"""What happened to one thing."""

from dataclasses import dataclass
from datetime import datetime

from raadhus.core.audit.models import Entry
from raadhus.core.audit.queries.events import sentence_of


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One line of what happened to a thing: when, who, and a sentence that goes on after the name."""

    at: datetime
    actor_name: str
    sentence: str


def trail(subject_kind: str, subject_key: str) -> tuple[TrailEntry, ...]:
    """Return what was recorded about one thing, oldest first."""
    found = Entry.objects.filter(subject_kind=subject_kind, subject_key=subject_key).order_by("sequence")
    return tuple(TrailEntry(at=entry.at, actor_name=entry.actor_name, sentence=sentence_of(entry)) for entry in found)
