"""Keep, change and forget what is private to one reader. No event is recorded of what a person writes for themselves.

A trail that told who noted something on which item would tell what nobody else is to know; docs/rules/meeting-room.md.
"""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.meetings.models import Highlight, OwnNote, ReadingPlace
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.private import forgotten_at, minutes_published, seen_item
from raadhus.meetings.queries.room import texts_of_item
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.anchoring import surroundings
from raadhus.meetings.rules.private import MOST_HIGHLIGHTS, checked_note, checked_quote


class NoteChanged(Conflict):
    """The note was changed elsewhere in the meantime. `text` and `revision` are what stands there now."""

    def __init__(self, text: str, revision: int) -> None:
        """Take what stands there now."""
        super().__init__(_("Noten er ændret på en anden enhed i mellemtiden. Intet er overskrevet."))
        self.text, self.revision = text, revision


def save_note(
    *, actor: Actor, item_id: str | UUID, section: str = "", text: str, revision: int = 0, now: datetime
) -> int:
    """Keep the actor's note on an item or a section of it, and return its revision; an empty text deletes it (0).

    `revision` is the one that the person began with, 0 for a new note. Raises NoteChanged when it is not the newest and
    says something else, so that two devices never overwrite one another in silence.
    """
    require(actor, "meetings.keep_notes", now=now)
    with said_aloud():
        kept = checked_note(text)
    item = seen_item(actor, item_id, now)
    known = {"person_key": actor.key, "item": item, "section": section[:60]}
    try:
        with transaction.atomic():
            note = OwnNote.objects.select_for_update().filter(**known).first()
            return _write(note or OwnNote(**known, text="", revision=0, created_at=now), kept, revision, now)
    except IntegrityError as error:
        # Both devices began the note in the same moment; the other was first.
        first = OwnNote.objects.get(**known)
        raise NoteChanged(first.text, first.revision) from error


def _write(note: OwnNote, text: str, revision: int, now: datetime) -> int:
    if text == note.text:
        return note.revision
    if revision != note.revision:
        raise NoteChanged(note.text, note.revision)
    if not text:
        note.delete()
        return 0
    note.text, note.revision, note.changed_at = text, note.revision + 1, now
    note.save()
    return note.revision


@transaction.atomic
def add_highlight(
    *, actor: Actor, item_id: str | UUID, section: str = "", block: int = 0, quote: str, now: datetime
) -> str:
    """Mark a stretch of an item's text for the actor, and return the highlight's id. The same stretch is marked once.

    Raises WrongInput when the words do not stand in the item, or when there are more highlights than one item may have.
    """
    require(actor, "meetings.keep_notes", now=now)
    with said_aloud():
        words = checked_quote(quote)
    item = seen_item(actor, item_id, now)
    anchor = surroundings(section, block, words, texts_of_item(actor, item, now))
    if anchor is None:
        raise WrongInput(_("Teksten står ikke i punktet. Markér den igen: punktet kan være ændret i mellemtiden."))
    own = Highlight.objects.filter(person_key=actor.key, item=item)
    if own.count() >= MOST_HIGHLIGHTS:
        raise WrongInput(_("Der er plads til %(most)s markeringer i et punkt.") % {"most": MOST_HIGHLIGHTS})
    place = {"section": anchor.section, "block": anchor.block, "quote": anchor.quote}
    around = {"before": anchor.before, "after": anchor.after, "created_at": now}
    made, _new = Highlight.objects.get_or_create(person_key=actor.key, item=item, **place, defaults=around)
    return str(made.pk)


def remove_highlight(*, actor: Actor, highlight_id: str | UUID, now: datetime) -> None:
    """Take one of the actor's own highlights away. Raises NotFound, also for somebody else's."""
    require(actor, "meetings.keep_notes", now=now)
    gone, _each = Highlight.objects.filter(person_key=actor.key, pk=uuid_of(highlight_id)).delete()
    if not gone:
        raise NotFound(_("Markeringen findes ikke."))


def delete_note(*, actor: Actor, note_id: str | UUID, now: datetime) -> None:
    """Delete one of the actor's own notes. Raises NotFound, also for somebody else's."""
    require(actor, "meetings.keep_notes", now=now)
    gone, _each = OwnNote.objects.filter(person_key=actor.key, pk=uuid_of(note_id)).delete()
    if not gone:
        raise NotFound(_("Noten findes ikke."))


@transaction.atomic
def delete_notes(*, actor: Actor, meeting_id: str | UUID, now: datetime) -> int:
    """Delete everything that the actor has kept on a meeting, and return how many notes and highlights that was."""
    require(actor, "meetings.keep_notes", now=now)
    meeting = seen_meeting(meeting_id, sight_of(actor, now))
    own = {"person_key": actor.key, "item__meeting": meeting}
    ReadingPlace.objects.filter(person_key=actor.key, meeting=meeting).delete()
    return sum(table.objects.filter(**own).delete()[0] for table in (OwnNote, Highlight))


def remember_place(*, actor: Actor, meeting_id: str | UUID, place: int, now: datetime) -> None:
    """Keep how far the actor has come in a meeting."""
    require(actor, "meetings.keep_notes", now=now)
    meeting = seen_meeting(meeting_id, sight_of(actor, now))
    kept = {"place": place, "changed_at": now}
    ReadingPlace.objects.update_or_create(person_key=actor.key, meeting=meeting, defaults=kept)


@transaction.atomic
def forget_notes(*, actor: Actor, person_key: str = "", now: datetime) -> int:
    """Delete the private notes and highlights whose time is over, or all of one person who has left; return how many.

    The event holds the number and nothing else: not whose, not on what.
    """
    require(actor, "meetings.forget_notes", now=now)
    over = {table: _over(table, person_key, now) for table in (OwnNote, Highlight)}
    count = sum(table.objects.filter(pk__in=keys).delete()[0] for table, keys in over.items())
    if person_key:
        ReadingPlace.objects.filter(person_key=person_key).delete()
    if count:
        subject = Subject("notes", "private", _("private noter"))
        record(actor=actor, event="meetings.notes_forgotten", subject=subject, data={"count": count}, now=now)
    return count


def _over(table: type[OwnNote] | type[Highlight], person_key: str, now: datetime) -> list[UUID]:
    if person_key:
        return list(table.objects.filter(person_key=person_key).values_list("pk", flat=True))
    rows: list[OwnNote | Highlight] = list(table.objects.select_related("item__meeting").defer("item__source"))
    published = minutes_published([one.item.meeting for one in rows])
    ends = {one.pk: forgotten_at(one, published) for one in rows}
    return [key for key, end in ends.items() if end is not None and end <= now]
