"""Every decision that the viewer may see, whatever meeting it was made at: filtered in the database, disclosed one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaItem, PermanentAddress
from raadhus.meetings.queries.naming import item_address, label_on_screen, meeting_address, page_at
from raadhus.meetings.queries.records import item_record, whole_items
from raadhus.meetings.queries.sight import sight_of, visible_meetings
from raadhus.meetings.rules.disclosure import DisclosedItem, Level, disclose_item
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.record import RecommendationRecord


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in a list. `outcomes` are what the recommendations came to, or what the whole did."""

    id: str
    date: date
    body: str
    body_key: str
    label: str
    number: str
    title: str
    case_number: str
    text: str
    outcomes: tuple[Outcome, ...]
    url: str
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """What the list is narrowed to; None and empty mean everything. `date_to` is the last day that counts."""

    body: str = ""
    outcome: str = ""
    date_from: date | None = None
    date_to: date | None = None
    text: str = ""
    sort: str = "-date"


@dataclass(frozen=True, slots=True)
class DecisionList:
    """Some of the decisions, and how many there are in all."""

    rows: Sequence[DecisionRow]
    total: int


_SORTS = {
    "date": ("meeting__date", "meeting_id", "position"),
    "-date": ("-meeting__date", "meeting_id", "position"),
    "body": ("meeting__body__name", "-meeting__date", "position"),
    "-body": ("-meeting__body__name", "-meeting__date", "position"),
    "-published": ("-meeting__published_at", "meeting_id", "position"),
}


def decision_list(
    *, viewer: Actor, chosen: DecisionFilter, now: datetime, start: int = 0, count: int | None = None
) -> DecisionList:
    """Return the decisions of meetings that the viewer may see, from number `start`, at most `count`.

    Closed items are closed for everybody here: they are what was written about them for the public, so no trace is needed.
    """
    found = _narrowed(chosen).filter(meeting__in=visible_meetings(sight_of(viewer, now)))
    end = None if count is None else start + count
    shown = whole_items(found).order_by(*_SORTS.get(chosen.sort, _SORTS["-date"]))
    items = list(shown.select_related("meeting__body", "decision")[start:end])
    paths = _paths(items) if viewer.is_public else {}
    return DecisionList(list(_rows(items, paths)), found.count())


def _narrowed(chosen: DecisionFilter) -> QuerySet[AgendaItem]:
    decided = Q(decision__isnull=False) & ~Q(decision__text="")
    told = Q(closed=True) & ~Q(public_decision="")
    conditions = Q(is_current=True) & ((Q(closed=False) & decided) | told)
    if chosen.body:
        conditions &= Q(meeting__body_id=chosen.body)
    if chosen.date_from:
        conditions &= Q(meeting__date__gte=chosen.date_from)
    if chosen.date_to:
        conditions &= Q(meeting__date__lte=chosen.date_to)
    if chosen.outcome:
        given = AgendaItem.objects.filter(closed=False, recommendations__outcome=chosen.outcome).values("pk")
        conditions &= Q(closed=False) & (Q(decision__outcome=chosen.outcome) | Q(pk__in=given))
    return AgendaItem.objects.filter(conditions & _text(chosen.text.strip()))


def _text(text: str) -> Q:
    if not text:
        return Q()
    own = Q(title__icontains=text) | Q(decision__text__icontains=text) | Q(case_number__icontains=text)
    written = Q(public_title__icontains=text) | Q(public_decision__icontains=text)
    return (Q(closed=False) & own) | (Q(closed=True) & written)


def _paths(items: Sequence[AgendaItem]) -> dict[str, str]:
    meetings = {item.meeting_id for item in items}
    rows = PermanentAddress.objects.filter(meeting__in=meetings, is_current=True).values_list("meeting", "item", "path")
    return {str(item or meeting): path for meeting, item, path in rows}


def _rows(items: Sequence[AgendaItem], paths: dict[str, str]) -> Iterator[DecisionRow]:
    for row in items:
        meeting = row.meeting
        item = disclose_item(
            item_record(row), Level.PUBLIC, position=row.position + 1, body=meeting.body.name, day=meeting.date
        )
        yield DecisionRow(
            id=f"{meeting.pk}:{item.id}",
            date=meeting.date,
            body=meeting.body.name,
            body_key=meeting.body_id,
            label=label_on_screen(meeting.body.name, meeting.date, meeting.kind),
            number=item.number or "",
            title=item.title,
            case_number=item.case_number or "",
            text=item.decision.text if item.decision else "",
            outcomes=tuple(dict.fromkeys(_outcomes(item))),
            url=_url(str(meeting.pk), item, paths),
            published_at=meeting.published_at,
        )


def _outcomes(item: DisclosedItem) -> Iterator[Outcome]:
    given = [one for each in item.recommendations for one in _given(each)]
    if given:
        yield from given
    elif item.decision and item.decision.outcome:
        yield item.decision.outcome


def _given(recommendation: RecommendationRecord) -> Iterator[Outcome]:
    if recommendation.outcome:
        yield recommendation.outcome
    for child in recommendation.children:
        yield from _given(child)


def _url(meeting: str, item: DisclosedItem, paths: dict[str, str]) -> str:
    whole = page_at(paths[meeting]) if meeting in paths else meeting_address(meeting)
    if item.withheld:
        return f"{whole}#{item.id}"
    return page_at(paths[item.id]) if item.id in paths else item_address(meeting, item.id)
