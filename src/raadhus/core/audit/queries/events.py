"""The registered events, and an entry as a sentence."""

from functools import cache

from django.apps import apps
from django.utils.translation import gettext

from raadhus.core.audit.models import Entry
from raadhus.core.audit.rules.sentences import fill
from raadhus.kernel.rooms import EventType, Room


@cache
def event_types() -> dict[str, EventType]:
    """Return every event that a part of the house has registered, by name."""
    declared = (getattr(app, "room", None) for app in apps.get_app_configs())
    return {event.name: event for room in declared if isinstance(room, Room) for event in room.events}


def sentence_of(entry: Entry) -> str:
    """Return the event as a sentence in the reader's language; an event nobody registers any more shows its name."""
    known = event_types().get(entry.event)
    if known is None:
        return f"{entry.event}: {entry.subject_label}"
    return fill(gettext(known.sentence), data=entry.data, subject=entry.subject_label)
