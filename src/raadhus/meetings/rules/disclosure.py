"""The one place that says what a viewer may see of a meeting. The rule in prose, with examples: docs/rules/disclosure.md.

A renderer takes a `DisclosedMeeting` and nothing else, and only this file can make one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import InitVar, dataclass
from datetime import date
from enum import StrEnum

from raadhus.core.documents.text import plain_text
from raadhus.kernel.errors import NotFound
from raadhus.meetings.rules.reading import Dissent, Kind
from raadhus.meetings.rules.record import (
    Addition,
    AttachmentRecord,
    DecisionRecord,
    ItemRecord,
    MeetingRecord,
    RecommendationRecord,
    SectionRecord,
    VoteRecord,
)

CLOSED_TITLE = "Lukket"
# The id of a withheld item: this, and its place on the agenda.
WITHHELD = "lukket-"

_KEY = object()


class Level(StrEnum):
    """How much a viewer may see. PUBLIC: everybody. EMPLOYEE: also unpublished attachments. CLOSED: closed items too."""

    PUBLIC = "public"
    EMPLOYEE = "employee"
    CLOSED = "closed"


class NotPublished(NotFound):
    """The public asked for a meeting that has not been published."""


class _OnlyDisclosed:
    """A base that refuses to be built outside this file: what a renderer holds has been through `disclose`."""

    __slots__ = ()

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise TypeError(f"{type(self).__name__} comes from disclose() and from nowhere else.")


@dataclass(frozen=True, slots=True)
class DisclosedItem(_OnlyDisclosed):
    """What may be seen of one item. `withheld` is True when the item is closed to this viewer and nothing is shown of it.

    `id` of a withheld item is made from its position, never from the item. `attachments` holds only what may be had.
    """

    id: str
    number: str | None
    title: str
    case_number: str | None
    closed: bool
    withheld: bool
    sections: tuple[SectionRecord, ...]
    recommendations: tuple[RecommendationRecord, ...]
    decision: DecisionRecord | None
    votes: tuple[VoteRecord, ...]
    earlier_decisions: tuple[DecisionRecord, ...]
    attachments: tuple[AttachmentRecord, ...]
    absent: tuple[str, ...]
    # True when the item has attachments that this viewer is not shown; the section's own text is then not printed.
    attachments_held_back: bool
    disqualified: tuple[str, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    legal_ground: str | None = None
    late_reason: str | None = None
    additions: tuple[Addition, ...] = ()
    key: InitVar[object] = None


@dataclass(frozen=True, slots=True)
class DisclosedMeeting(_OnlyDisclosed):
    """What may be seen of one meeting by a viewer of `level`."""

    id: str
    body: str | None
    body_slug: str
    municipality: str | None
    kind: Kind
    date: date | None
    start_time: str | None
    end_time: str | None
    place: str | None
    participants: tuple[str, ...]
    absent: tuple[str, ...]
    items: tuple[DisclosedItem, ...]
    language: str
    level: Level
    additions: tuple[Addition, ...] = ()
    key: InitVar[object] = None


def disclose(record: MeetingRecord, viewer_level: Level, *, preview: bool = False) -> DisclosedMeeting:
    """Return what a viewer of this level may see. Raises NotPublished when the public asks for an unpublished meeting.

    `preview` is for the secretary who looks at what the public would be given, before it is published.
    """
    if viewer_level is Level.PUBLIC and not record.published and not preview:
        raise NotPublished("Mødet er ikke offentliggjort.")
    return DisclosedMeeting(
        id=record.id,
        body=record.body,
        body_slug=record.body_slug,
        municipality=record.municipality,
        kind=record.kind,
        date=record.date,
        start_time=record.start_time,
        end_time=record.end_time,
        place=record.place,
        participants=record.participants,
        absent=record.absent,
        items=tuple(
            disclose_item(
                item,
                viewer_level,
                position=position,
                body=record.body,
                day=record.date,
                additions=_additions(record, item.id, viewer_level),
            )
            for position, item in enumerate(record.items, start=1)
        ),
        language=record.language,
        level=viewer_level,
        additions=_additions(record, None, viewer_level),
        key=_KEY,
    )


def _additions(record: MeetingRecord, item_id: str | None, viewer_level: Level) -> tuple[Addition, ...]:
    """Return the additions to an item, or to the whole meeting, that a viewer of this level may see."""
    shown = (one for one in record.additions if one.item_id == item_id)
    return tuple(one for one in shown if one.is_public or viewer_level is Level.CLOSED)


def disclose_item(
    item: ItemRecord,
    viewer_level: Level,
    *,
    position: int,
    body: str | None,
    day: date | None,
    additions: tuple[Addition, ...] = (),
) -> DisclosedItem:
    """Return what a viewer of this level may see of the item at `position` (from 1) on a meeting of `body` on `day`.

    `additions` are the item's own; of a withheld item they are withheld too.
    """
    if item.closed and viewer_level is not Level.CLOSED:
        return _withheld(item, position=position, body=body, day=day)
    shown = tuple(each for each in item.attachments if each.publish or viewer_level is not Level.PUBLIC)
    return DisclosedItem(
        id=item.id,
        number=item.number,
        title=item.title,
        case_number=item.case_number,
        closed=item.closed,
        withheld=False,
        sections=item.sections,
        recommendations=item.recommendations,
        decision=item.decision,
        votes=item.votes,
        earlier_decisions=item.earlier_decisions,
        attachments=shown,
        absent=item.absent,
        attachments_held_back=len(shown) < len(item.attachments),
        disqualified=item.disqualified,
        dissents=item.dissents,
        legal_ground=item.legal_ground,
        late_reason=item.late_reason,
        additions=additions,
        key=_KEY,
    )


def _withheld(item: ItemRecord, *, position: int, body: str | None, day: date | None) -> DisclosedItem:
    """Return a closed item for the public: number, "Lukket", and the words somebody wrote for the public."""
    written = (item.public_decision or "").strip()
    return DisclosedItem(
        id=f"{WITHHELD}{position}",
        number=item.number,
        title=(item.public_title or "").strip() or CLOSED_TITLE,
        case_number=None,
        closed=True,
        withheld=True,
        sections=(),
        recommendations=(),
        decision=DecisionRecord(body, day, written) if written else None,
        votes=(),
        earlier_decisions=(),
        attachments=(),
        absent=(),
        attachments_held_back=False,
        key=_KEY,
    )


@dataclass(frozen=True, slots=True)
class Leak:
    """A closed item whose case number stands at an open item elsewhere: who joins the two learns what was closed.

    Items are named by meeting id and number as printed. The finding itself is closed content: show it to those who may read closed items.
    """

    case_number: str
    closed_meeting: str
    closed_number: str | None
    open_meeting: str
    open_number: str | None
    open_title: str


def leaks_by_case_number(meetings: Iterable[MeetingRecord]) -> tuple[Leak, ...]:
    """Return every pair of a closed item and an open item with the same case number, within a meeting or across meetings.

    An open item that merely prints the number in its text counts too.
    """
    closed: dict[str, list[tuple[MeetingRecord, ItemRecord]]] = defaultdict(list)
    meetings = tuple(meetings)
    for meeting in meetings:
        for item in meeting.items:
            if item.closed and item.case_number:
                closed[item.case_number.strip()].append((meeting, item))
    return tuple(
        Leak(number, shut_at.id, shut.number, meeting.id, item.number, item.title)
        for meeting in meetings
        for item in meeting.items
        if not item.closed
        for number in _case_numbers_in(item, closed)
        for shut_at, shut in closed[number]
    )


def _case_numbers_in(item: ItemRecord, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return those of the wanted numbers that the open item prints, as its own case number or anywhere in its text."""
    text = "\n".join(
        (
            item.case_number or "",
            item.title,
            *(section.heading or "" for section in item.sections),
            *(plain_text(section.blocks) for section in item.sections),
            *(_recommended(each) for each in item.recommendations),
            *(each.text for each in (item.decision, *item.earlier_decisions) if each),
            *(attachment.title for attachment in item.attachments),
        )
    )
    return tuple(number for number in wanted if re.search(rf"(?<![\w/-]){re.escape(number)}(?![\w/-])", text))


def _recommended(recommendation: RecommendationRecord) -> str:
    own = f"{recommendation.text}\n{recommendation.remark or ''}"
    return "\n".join((own, *map(_recommended, recommendation.children)))
