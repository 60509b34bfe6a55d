"""A case's way through the bodies (sagens gang): what each did about it, where it is now, and where it is finally decided.

A case is followed by its case number in every document that the viewer may see, imported or written here, and by the chain of
treatments that deferrals and referrals make. What is still on its way is shown only to those who may see that draft.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaItem, CaseDraft, Treatment
from raadhus.meetings.queries.composition import item_key
from raadhus.meetings.queries.draft_sight import visible_drafts
from raadhus.meetings.queries.naming import item_address
from raadhus.meetings.queries.records import whole_items
from raadhus.meetings.queries.sight import Sight, sight_of, visible_meetings
from raadhus.meetings.rules.deciding.choices import is_final
from raadhus.meetings.rules.disclosure import DisclosedItem
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind

_ON_THE_WAY = (
    DraftState.DRAFT.value,
    DraftState.PROPOSED.value,
    DraftState.RETURNED.value,
    DraftState.APPROVED.value,
    DraftState.PLANNED.value,
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class TrailStep:
    """What one body did about the case at one meeting. `said` is the decision in short ("Indstilles godkendt.")."""

    body: str
    date: date
    number: str
    title: str
    url: str
    kind: Kind
    outcome: Outcome | None
    said: str
    is_final: bool
    here: bool


@dataclass(frozen=True, slots=True)
class TrailPlace:
    """Where the case is now: a body, how far it has come there, and the day of the meeting when one is planned."""

    body: str
    state: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Trail:
    """The whole way, oldest first. `decided_in` is the body that decides in the end when it is known."""

    steps: Sequence[TrailStep]
    places: Sequence[TrailPlace]
    decided_in: str
    deferrals: int
    final: TrailStep | None


def trail_of_item(*, viewer: Actor, item: DisclosedItem, sight: Sight, now: datetime) -> Trail:
    """Return the way of an item's case, as far as the viewer may see it."""
    drafts = _drafts_of_item(UUID(item.id), item.case_number, sight)
    return _trail(_Asked(viewer, sight, now, item.id), item.case_number or "", drafts)


def trail_of_draft(*, viewer: Actor, draft: CaseDraft, now: datetime) -> Trail:
    """Return the way of the case of a draft that the viewer may see, as far as the viewer may see it."""
    sight = sight_of(viewer, now)
    return _trail(_Asked(viewer, sight, now), draft.case_number, _connected({draft.pk}, sight))


def trail_of_case(*, viewer: Actor, case_number: str, now: datetime) -> Trail:
    """Return the way of a case by its number."""
    sight, number = sight_of(viewer, now), case_number.strip()
    # Cases without a number are not one case.
    found = set(_numbered(number, sight).values_list("pk", flat=True)) if number else set()
    return _trail(_Asked(viewer, sight, now), number, _connected(found, sight))


def _numbered(case_number: str, sight: Sight) -> QuerySet[CaseDraft]:
    return CaseDraft.objects.filter(_followable(sight), case_number=case_number)


def _followable(sight: Sight) -> Q:
    """Return which drafts may lead on: nothing that is closed to the viewer joins one item to another."""
    if sight.closed:
        return Q()
    return Q(closed=False) | Q(body__in=sight.own_bodies)


def _drafts_of_item(item_id: UUID, case_number: str | None, sight: Sight) -> list[CaseDraft]:
    found = set(_numbered(case_number, sight).values_list("pk", flat=True)) if case_number else set()
    sitting = AgendaItem.objects.filter(pk=item_id).values_list("meeting__sitting_id", flat=True).first()
    if sitting is not None:
        for treatment, draft in Treatment.objects.filter(sitting_id=sitting).values_list("pk", "draft_id"):
            if item_id in {item_key(treatment, kind) for kind in Kind}:
                found.add(draft)
    return _connected(found, sight)


def _connected(keys: Collection[UUID], sight: Sight) -> list[CaseDraft]:
    """Return the drafts with these keys, and those before and after them in the chain of treatments."""
    known: dict[UUID, CaseDraft] = {}
    wanted = set(keys)
    while wanted:
        rows = CaseDraft.objects.filter(_followable(sight), pk__in=wanted).select_related("decided_in", "body")
        known |= {row.pk: row for row in rows}
        before = {row.previous_id for row in known.values() if row.previous_id}
        after = set(CaseDraft.objects.filter(previous__in=wanted).values_list("pk", flat=True))
        tried = wanted
        wanted = {key for key in before | after if key not in known and key not in tried}
    return list(known.values())


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks, how far they see, and from which item."""

    viewer: Actor
    sight: Sight
    now: datetime
    here: str = ""


def _trail(asked: _Asked, case_number: str, drafts: Sequence[CaseDraft]) -> Trail:
    decided_in = {row.body_id: row.decided_in for row in drafts if row.decided_in is not None}
    steps = list(_steps(_rows(case_number, drafts, asked.sight), frozenset(decided_in), asked.here))
    final = next((step for step in reversed(steps) if step.is_final), None)
    return Trail(
        steps=steps,
        places=_places(asked.viewer, drafts, asked.now),
        decided_in=next((body.name for body in decided_in.values() if body), ""),
        deferrals=sum(1 for step in steps if step.outcome is Outcome.DEFERRED),
        final=final,
    )


def _rows(case_number: str, drafts: Sequence[CaseDraft], sight: Sight) -> QuerySet[AgendaItem]:
    treatments = Treatment.objects.filter(draft__in=[row.pk for row in drafts]).values_list("pk", flat=True)
    keys = [item_key(key, kind) for key in treatments for kind in Kind]
    same = Q(pk__in=keys)
    if case_number:
        same |= Q(case_number=case_number)
    shown = Q() if sight.closed else Q(closed=False) | Q(meeting__body__in=sight.own_bodies)
    rows = AgendaItem.objects.filter(same, shown, is_current=True, meeting__in=visible_meetings(sight))
    return (
        whole_items(rows)
        .select_related("decision", "meeting__body")
        .order_by("meeting__date", "meeting__start_time", "meeting__kind", "position")
    )


def _steps(rows: Collection[AgendaItem], elsewhere: frozenset[str], here: str) -> Iterator[TrailStep]:
    """Yield the steps; of an agenda and minutes of the same meeting the minutes tell more, and are enough."""
    held = {(row.meeting.body_id, row.meeting.date) for row in rows if row.meeting.kind == Kind.MINUTES}
    for row in rows:
        meeting = row.meeting
        is_here = str(row.pk) == here
        told_elsewhere = meeting.kind == Kind.AGENDA and (meeting.body_id, meeting.date) in held
        if told_elsewhere and not is_here:
            continue
        decision = getattr(row, "decision", None)
        outcome = Outcome(decision.outcome) if decision and decision.outcome else None
        yield TrailStep(
            body=meeting.body.name,
            date=meeting.date,
            number=row.number,
            title=row.title,
            url=item_address(meeting.pk, row.pk),
            kind=Kind(meeting.kind),
            outcome=outcome,
            said=_short(decision.text if decision else "", outcome),
            is_final=is_final(outcome, decided_elsewhere=meeting.body_id in elsewhere),
            here=is_here,
        )


def _short(text: str, outcome: Outcome | None) -> str:
    """Return a decision's own words when they are few, else what its outcome is called."""
    words = " ".join(text.split())
    if words and len(words) <= _LONGEST:
        return words
    return f"{_(outcome.label)}." if outcome else ""


def _places(viewer: Actor, drafts: Sequence[CaseDraft], now: datetime) -> list[TrailPlace]:
    keys = [row.pk for row in drafts if row.state in _ON_THE_WAY]
    if not keys or viewer.is_public:
        return []
    rows = visible_drafts(viewer, now).filter(pk__in=keys).select_related("sitting").order_by("created_at")
    return [
        TrailPlace(row.body.name, _(DraftState(row.state).label), row.sitting.date if row.sitting else None)
        for row in rows
    ]
