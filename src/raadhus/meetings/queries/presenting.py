"""One item as it is shown on a wall: what is asked and what became of it first, and no closed content."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Meeting
from raadhus.meetings.queries.naming import meeting_address, shown_label
from raadhus.meetings.queries.records import outlined
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.queries.units import RoomSection, sections_of
from raadhus.meetings.rules.disclosure import DisclosedItem, Level, disclose
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.writer.printed import printed

# On a wall one reads what is to be decided, and what was; then the rest.
_FIRST = (SectionKind.RECOMMENDATION, SectionKind.DECISION)
_NEVER = frozenset({SectionKind.ATTACHMENTS})


@dataclass(frozen=True, slots=True)
class PresentPage:
    """One item for a screen. `may_show_closed` says that the viewer could show this closed item after being asked."""

    meeting_id: str
    label: str
    meeting_url: str
    place: int
    count: int
    item: DisclosedItem
    heading: str
    sections: tuple[RoomSection, ...]
    previous: str
    following: str
    may_show_closed: bool
    shows_closed: bool


def present_page(*, viewer: Actor, meeting_id: str | UUID, place: int, now: datetime) -> PresentPage:
    """Return the item at a place (from 1) for a screen; a closed item is withheld from everybody here. Raises NotFound."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    level = Level.EMPLOYEE if sight.sees_closed(meeting.body_id) else sight.level
    page = shown_at(meeting, place, level)
    may_show = (
        page.item.withheld
        and sight.sees_closed(meeting.body_id)
        and may(viewer, "meetings.present_closed_item", now=now)
    )
    return replace(page, may_show_closed=may_show)


def shown_at(meeting: Meeting, place: int, level: Level) -> PresentPage:
    """Return the page of an item at a level of disclosure. Raises NotFound."""
    paper = printed(disclose(outlined(meeting, lambda at, _row: at == place - 1), level))
    if not 1 <= place <= len(paper.items):
        raise NotFound(_("Mødet har ikke så mange punkter."))
    here = paper.items[place - 1]
    sections = [one for one in sections_of(here) if one.kind not in _NEVER]
    ordered = sorted(sections, key=lambda one: _FIRST.index(one.kind) if one.kind in _FIRST else len(_FIRST))
    return PresentPage(
        meeting_id=str(meeting.pk),
        label=shown_label(meeting),
        meeting_url=meeting_address(meeting.pk),
        place=place,
        count=len(paper.items),
        item=here.item,
        heading=here.heading,
        sections=tuple(ordered),
        previous=_address(meeting, place - 1) if place > 1 else "",
        following=_address(meeting, place + 1) if place < len(paper.items) else "",
        may_show_closed=False,
        shows_closed=here.item.closed and not here.item.withheld,
    )


def _address(meeting: Meeting, place: int) -> str:
    return reverse("meetings:present", args=[meeting.pk, place])
