"""Where what is published is found: addresses of meetings and items, and what an address leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import PermanentAddress
from raadhus.meetings.queries.lists import MeetingRow
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import page_at
from raadhus.meetings.queries.sight import sight_of, visible_meetings


class TakenBack(NotFound):
    """What the address was given to was public once and is not now."""


@dataclass(frozen=True, slots=True)
class Place:
    """What an address leads to. `moved_to` is the address to use instead, when this is an older one."""

    meeting_id: str
    item_id: str | None
    path: str
    moved_to: str = ""


def whole_address(path: str) -> str:
    """Return a permanent path's address as the outside knows it."""
    return with_host(page_at(path))


def with_host(url: str) -> str:
    """Return an address below the host as the outside knows it."""
    return f"{settings.ADDRESS}{url}"


def place_at(*, viewer: Actor, path: str, now: datetime) -> Place:
    """Return what an address leads to. Raises TakenBack for what was public once, NotFound for what never was."""
    row = PermanentAddress.objects.select_related("meeting__body", "item").filter(path=path).first()
    if row is None:
        raise NotFound(_("Siden findes ikke, eller den er ikke offentliggjort."))
    sight = sight_of(viewer, now)
    if not visible_meetings(sight).filter(pk=row.meeting_id).exists():
        if row.meeting.body.is_public:
            raise TakenBack(_("Det, der stod her, er trukket tilbage."))
        raise NotFound(_("Siden findes ikke, eller den er ikke offentliggjort."))
    if row.item is not None and not row.item.is_current:
        raise TakenBack(_("Det, der stod her, er trukket tilbage."))
    if row.item is not None and row.item.closed and not sight.sees_closed(row.meeting.body_id):
        raise TakenBack(_("Det, der stod her, er trukket tilbage."))
    moved = "" if row.is_current else _current(row)
    return Place(str(row.meeting_id), str(row.item_id) if row.item_id else None, path, page_at(moved) if moved else "")


def _current(row: PermanentAddress) -> str:
    newer = PermanentAddress.objects.filter(meeting=row.meeting_id, item=row.item_id, is_current=True).first()
    return newer.path if newer else ""


def moved_for(*, viewer: Actor, meeting_id: str | UUID, item_id: str | UUID | None = None) -> str:
    """Return the permanent address of a page that the public asks for by its id; empty for everybody else, and when it has none."""
    if not viewer.is_public:
        return ""
    rows = PermanentAddress.objects.filter(meeting=uuid_of(meeting_id), is_current=True, meeting__body__is_public=True)
    path = rows.filter(item=uuid_of(item_id) if item_id else None).values_list("path", flat=True).first()
    return page_at(path) if path else ""


def meeting_paths(meeting_ids: Iterable[str | UUID]) -> Mapping[str, str]:
    """Return the paths of those of the meetings that have one, by id."""
    rows = PermanentAddress.objects.filter(meeting__in=list(meeting_ids), item=None, is_current=True)
    return {str(key): path for key, path in rows.values_list("meeting_id", "path")}


def item_paths(meeting_id: str | UUID) -> Mapping[str, str]:
    """Return the paths of the meeting's items that have one, by id."""
    rows = PermanentAddress.objects.filter(meeting_id=uuid_of(meeting_id), item__isnull=False, is_current=True)
    return {str(key): path for key, path in rows.values_list("item_id", "path")}


def readable(rows: Iterable[MeetingRow]) -> list[MeetingRow]:
    """Return the rows with the permanent address of those that have one: what the public is given."""
    rows = list(rows)
    paths = meeting_paths(row.id for row in rows)
    return [replace(row, url=page_at(paths[row.id])) if row.id in paths else row for row in rows]
