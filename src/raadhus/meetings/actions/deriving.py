"""The tables of a meeting derived anew, with what other parts of the house hold about its items."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.obligations.public import follow_origins
from raadhus.kernel.actors import Actor, system
from raadhus.meetings.actions.addressing import give_addresses
from raadhus.meetings.actions.case_files import close_case_files
from raadhus.meetings.models import AgendaItem, Meeting, derive_tables
from raadhus.meetings.queries.searching import announce_meeting


def derive(*, actor: Actor, meeting: Meeting, now: datetime) -> None:
    """Derive the tables and tell the search; cases and obligations of items that this closed are closed too.

    Must run inside the caller's transaction; raises MeetingExists. The house does it by itself, whoever corrected the
    reading: a closed item may not live on in a case's title or an obligation's text because somebody lacks a verb.
    """
    before = _items(meeting)
    derive_tables(meeting)
    _follow(actor, meeting, before, now)


def close_items(*, actor: Actor, meeting: Meeting, keys: Collection[UUID], now: datetime) -> int:
    """Close those of the meeting's items that have these keys, whatever its reading says, and return how many were open.

    Must run inside the caller's transaction. Items that a newer version left out are closed too.
    """
    before = _items(meeting)
    count = AgendaItem.objects.filter(meeting=meeting, pk__in=keys, closed=False).update(closed=True)
    _follow(actor, meeting, before, now)
    return count


def _follow(actor: Actor, meeting: Meeting, before: tuple[frozenset[UUID], frozenset[UUID]], now: datetime) -> None:
    """Let search, cases, obligations and addresses follow what became of the meeting's items."""
    open_before, closed_before = before
    open_now, closed_now = _items(meeting)
    shut = {str(key) for key in open_before & closed_now}
    opened = {str(key) for key in closed_before & open_now}
    if shut or opened:
        follow_origins(actor=_house(actor), kind="agenda_item", closed=shut, opened=opened, now=now)
    if meeting.published_at is not None:
        give_addresses(actor=actor, meeting=meeting, now=now)
        close_case_files(actor=_house(actor), items=open_before - open_now, now=now)
    announce_meeting(meeting)


def take_back_cases(*, actor: Actor, meeting: Meeting, now: datetime) -> None:
    """Close the cases that only this meeting, which is published no longer, told the employees about."""
    close_case_files(actor=_house(actor), items=_items(meeting)[0], now=now)


def _house(actor: Actor) -> Actor:
    """Return the house, acting because of somebody."""
    return system("meetings", _("Møder (%(name)s)") % {"name": actor.name})


def _items(meeting: Meeting) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Return the meeting's open and its closed items."""
    rows = list(AgendaItem.objects.filter(meeting=meeting, is_current=True).values_list("pk", "closed"))
    return frozenset(key for key, closed in rows if not closed), frozenset(key for key, closed in rows if closed)
