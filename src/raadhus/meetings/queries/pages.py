"""One meeting and one item as pages: disclosed, printed in the order of the exports, with links to the neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.core.documents.text import Block, render_html
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.queries.lists import MeetingRow, row_of
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import item_address, label_of, meeting_address
from raadhus.meetings.queries.records import record_of, whole_items
from raadhus.meetings.queries.sight import Sight, leave_trace, seen_meeting, sight_of, visible_meetings
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting, Level, disclose
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.printed import PrintedItem, PrintedSection, printed


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section ready for a template; `recommendations` stand between the two pieces of HTML."""

    kind: SectionKind
    heading: str | None
    before: SafeString
    recommendations: tuple[RecommendationRecord, ...]
    after: SafeString


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item ready for a template. `url` is empty for an item that the viewer is not shown."""

    item: DisclosedItem
    heading: str
    contents: str
    url: str
    sections: tuple[SectionShown, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link to another meeting or item."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting for a viewer: `row` is what stands around it, `preview` says that it is shown as the public will see it."""

    row: MeetingRow
    label: str
    title: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[ItemShown, ...]
    earlier: Neighbour | None
    later: Neighbour | None
    counterpart: Neighbour | None
    has_withheld: bool
    preview: bool
    may: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a case on its way: what a body did about it at a meeting (sagens gang)."""

    body: str
    date: date
    label: str
    number: str | None
    title: str
    url: str
    outcome: Outcome | None
    decision: str
    here: bool


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item for a viewer, with its case's way through the meetings and the items around it."""

    meeting_id: str
    meeting_label: str
    meeting_url: str
    body_key: str
    body: str
    shown: ItemShown
    steps: tuple[Step, ...]
    previous: Neighbour | None
    following: Neighbour | None
    public_title: str
    public_decision: str
    may_describe: bool


def disclosed_meeting(
    *, viewer: Actor, meeting_id: str | UUID, now: datetime, preview: bool = False
) -> DisclosedMeeting:
    """Return the meeting as the viewer may see it, for API and exports; looking at closed items leaves a trace.

    `preview` gives those who may see everything what the public would get. Raises NotFound.
    """
    sight = sight_of(viewer, now)
    return _disclosed(viewer, seen_meeting(meeting_id, sight), sight, now, preview=preview)


def _disclosed(viewer: Actor, meeting: Meeting, sight: Sight, now: datetime, *, preview: bool) -> DisclosedMeeting:
    record = record_of(meeting, whole_items(AgendaItem.objects.filter(meeting=meeting)))
    if preview or not sight.closed:
        level = Level.PUBLIC if preview else sight.level
        return disclose(record, level, preview=preview and (sight.closed or sight.unpublished))
    leave_trace(viewer, meeting, sight, now)
    return disclose(record, Level.CLOSED)


def meeting_page(*, viewer: Actor, meeting_id: str | UUID, now: datetime, preview: bool = False) -> MeetingPage:
    """Return one meeting with its neighbours in the same body. Raises NotFound."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    paper = printed(_disclosed(viewer, meeting, sight, now, preview=preview))
    items = tuple(_item_shown(item, meeting.pk) for item in paper.items)
    same_body = visible_meetings(sight).filter(body_id=meeting.body_id)
    return MeetingPage(
        row=row_of(meeting),
        label=label_of(meeting.body.name, meeting.date, meeting.kind),
        title=paper.title,
        facts=paper.facts,
        items=items,
        earlier=_neighbour(same_body.filter(date__lt=meeting.date, kind=meeting.kind).order_by("-date", "-start_time")),
        later=_neighbour(same_body.filter(date__gt=meeting.date, kind=meeting.kind).order_by("date", "start_time")),
        counterpart=_neighbour(same_body.filter(date=meeting.date).exclude(kind=meeting.kind).order_by("start_time")),
        has_withheld=any(one.item.withheld for one in items),
        preview=preview,
        may=permissions(viewer, now),
    )


def permissions(viewer: Actor, now: datetime) -> Mapping[str, bool]:
    """Return which buttons the viewer is offered on a meeting and its items."""
    verbs = {
        "review": "meetings.read_document",
        "publish": "meetings.publish_meeting",
        "unpublish": "meetings.unpublish_meeting",
        "describe": "meetings.describe_closed_item",
        "see_closed": "meetings.read_closed",
    }
    return {name: may(viewer, verb, now=now) for name, verb in verbs.items()}


def meeting_contents(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> tuple[DisclosedItem, ...]:
    """Return what is on a meeting, for the front page: closed items closed for everybody, so that no trace is needed."""
    meeting = seen_meeting(meeting_id, sight_of(viewer, now))
    record = record_of(meeting, whole_items(AgendaItem.objects.filter(meeting=meeting)))
    return disclose(record, Level.PUBLIC, preview=True).items


def item_page(*, viewer: Actor, meeting_id: str | UUID, item_id: str | UUID, now: datetime) -> ItemPage:
    """Return one item that the viewer is shown. Raises NotFound, also for an item that is closed to the viewer."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    wanted = str(uuid_of(item_id))
    paper = printed(_disclosed(viewer, meeting, sight, now, preview=False))
    shown = [_item_shown(item, meeting.pk) for item in paper.items if not item.item.withheld]
    place = next((index for index, one in enumerate(shown) if one.item.id == wanted), None)
    if place is None:
        raise NotFound(_("Punktet findes ikke, eller det er lukket."))
    row = AgendaItem.objects.get(pk=wanted)
    here = shown[place]
    return ItemPage(
        meeting_id=str(meeting.pk),
        meeting_label=label_of(meeting.body.name, meeting.date, meeting.kind),
        meeting_url=meeting_address(meeting.pk),
        body_key=meeting.body_id,
        body=meeting.body.name,
        shown=here,
        steps=_steps(here.item, sight),
        previous=_item_link(shown, place - 1),
        following=_item_link(shown, place + 1),
        public_title=row.public_title,
        public_decision=row.public_decision,
        may_describe=here.item.closed and may(viewer, "meetings.describe_closed_item", now=now),
    )


def _item_shown(item: PrintedItem, meeting_id: object) -> ItemShown:
    url = "" if item.item.withheld else item_address(meeting_id, item.item.id)
    sections = tuple(_section_shown(section) for section in item.sections)
    return ItemShown(item.item, item.heading, item.contents, url, sections)


def _section_shown(section: PrintedSection) -> SectionShown:
    before, after = _html(section.before), _html(section.after)
    return SectionShown(section.kind, section.heading, before, section.recommendations, after)


def _html(blocks: Sequence[Block]) -> SafeString:
    # The renderer escapes everything and writes nothing but the elements of the block model.
    return SafeString(render_html(blocks, heading_level=4))


def _neighbour(meetings: QuerySet[Meeting]) -> Neighbour | None:
    meeting = meetings.first()
    if meeting is None:
        return None
    return Neighbour(meeting_address(meeting.pk), label_of(meeting.body.name, meeting.date, meeting.kind))


def _item_link(shown: Sequence[ItemShown], place: int) -> Neighbour | None:
    if not 0 <= place < len(shown):
        return None
    return Neighbour(shown[place].url, shown[place].heading)


def _steps(item: DisclosedItem, sight: Sight) -> tuple[Step, ...]:
    """Return every meeting at which an item with this case number stands that the viewer is shown, oldest first."""
    if not item.case_number:
        return ()
    condition = Q(case_number=item.case_number, meeting__in=visible_meetings(sight))
    if not sight.closed:
        condition &= Q(closed=False)
    rows = whole_items(AgendaItem.objects.filter(condition)).select_related("decision", "meeting__body")
    return tuple(
        _step(row, here=str(row.pk) == item.id) for row in rows.order_by("meeting__date", "meeting__kind", "position")
    )


def _step(row: AgendaItem, *, here: bool) -> Step:
    meeting = row.meeting
    decision = getattr(row, "decision", None)
    return Step(
        body=meeting.body.name,
        date=meeting.date,
        label=label_of(meeting.body.name, meeting.date, meeting.kind),
        number=row.number or None,
        title=row.title,
        url=item_address(meeting.pk, row.pk),
        outcome=Outcome(decision.outcome) if decision and decision.outcome else None,
        decision=decision.text if decision else "",
        here=here,
    )
