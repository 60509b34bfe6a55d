"""The workroom's agenda: items in order with clock times, deadlines with what is late, what may be put on, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaVersion, CaseDraft, Sitting, Treatment
from raadhus.meetings.queries.agenda_offers import Deadline, agenda_offers, deadlines_of, leave_agenda_trace
from raadhus.meetings.queries.agenda_state import agenda_state
from raadhus.meetings.queries.draft_sight import draft_sight_of, drafts_within, may_see_counts
from raadhus.meetings.queries.drafts import DraftRow, draft_row
from raadhus.meetings.queries.plan_checks import is_late
from raadhus.meetings.queries.templates import lacks_fixed_items
from raadhus.meetings.queries.wording import said
from raadhus.meetings.queries.workroom import seen_sitting
from raadhus.meetings.rules.agenda_order import timetable, total_minutes
from raadhus.meetings.rules.drafts import CaseType, DraftState
from raadhus.meetings.rules.sittings import SittingState


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of the agenda. One that the viewer may not see is its number and nothing else."""

    draft_id: str
    number: str
    title: str
    case_number: str
    case_type: CaseType | None
    closed: bool
    is_late: bool
    late_reason: str
    minutes: int | None
    begins: str
    presenter: str
    author: str
    place: int
    url: str
    is_seen: bool = True
    findings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """Everything the workroom's first page shows."""

    sitting: Sitting
    state: SittingState
    items: Sequence[ItemRow]
    hidden: int
    ends: str
    minutes: int
    without_minutes: int
    deadlines: Sequence[Deadline]
    ready: Sequence[DraftRow]
    findings: Sequence[str]
    blocked: bool
    comes_late: bool
    sees_workshop: bool
    may: frozenset[str]
    sent: AgendaVersion | None


def agenda_page(*, viewer: Actor, sitting_id: str | UUID, now: datetime) -> AgendaPage:
    """Return a sitting's agenda as it stands; looking at closed cases leaves one trace. Raises NotAllowed or NotFound."""
    sitting = seen_sitting(sitting_id, viewer, now)
    rows = list(Treatment.objects.filter(sitting=sitting).select_related("draft").order_by("draft__position", "pk"))
    seen = set(
        CaseDraft.objects.filter(drafts_within(draft_sight_of(viewer, now)), sitting=sitting).values_list(
            "pk", flat=True
        )
    )
    leave_agenda_trace(viewer, sitting, [one.draft for one in rows if one.draft_id in seen], now)
    offered = _offered(viewer, sitting, rows, now)
    whole = may_see_counts(viewer, now)
    state = agenda_state(sitting) if "send" in offered else None
    found = state.findings if state else ()
    clock = timetable(sitting.start_time, [one.draft.estimated_minutes for one in rows])
    items = [
        _item(row, place, begins, is_seen=row.draft_id in seen)
        for place, (row, begins) in enumerate(zip(rows, clock, strict=False))
    ]
    minutes, missing = total_minutes([one.draft.estimated_minutes for one in rows])
    return AgendaPage(
        sitting=sitting,
        state=SittingState(sitting.state),
        items=items if whole else [one for one in items if one.is_seen],
        hidden=sum(not one.is_seen for one in items) if whole else 0,
        ends=clock[-1] if whole else "",
        minutes=minutes,
        without_minutes=missing,
        deadlines=deadlines_of(sitting, now),
        ready=_ready(viewer, sitting, now) if "plan" in offered else (),
        findings=[said(one.message) for one in found],
        blocked=any(one.blocks for one in found),
        comes_late=is_late(sitting, now),
        sees_workshop=whole,
        may=offered,
        sent=AgendaVersion.objects.filter(sitting=sitting).order_by("-number").first(),
    )


def _offered(viewer: Actor, sitting: Sitting, rows: Sequence[Treatment], now: datetime) -> frozenset[str]:
    """Return what the viewer may do, with "fixed" while there are fixed points to put on."""
    offered = agenda_offers(viewer, sitting, now)
    known = {row.draft.template_key for row in rows}
    return offered | {"fixed"} if "plan" in offered and lacks_fixed_items(sitting.body_id, known) else offered


def _item(row: Treatment, place: int, begins: str, *, is_seen: bool) -> ItemRow:
    draft = row.draft
    return ItemRow(
        draft_id=str(draft.pk) if is_seen else "",
        number=row.number,
        title=draft.title if is_seen else _("Lukket"),
        case_number=draft.case_number if is_seen else "",
        case_type=CaseType(draft.case_type) if is_seen else None,
        closed=draft.closed,
        is_late=draft.is_late and is_seen,
        late_reason=draft.late_reason if is_seen else "",
        minutes=draft.estimated_minutes if is_seen else None,
        begins=begins if is_seen else "",
        presenter=draft.presenter if is_seen else "",
        author=draft.author_name if is_seen else "",
        place=place,
        url=reverse("meetings:draft", args=[draft.pk]) if is_seen else "",
        is_seen=is_seen,
    )


def _ready(viewer: Actor, sitting: Sitting, now: datetime) -> Sequence[DraftRow]:
    """Return the approved cases of the body, those that asked for this day first."""
    rows = CaseDraft.objects.filter(
        drafts_within(draft_sight_of(viewer, now)), body_id=sitting.body_id, state=DraftState.APPROVED.value
    ).select_related("body", "sitting")
    shown = [draft_row(one, viewer) for one in rows.order_by("wanted_date", "title")]
    return sorted(shown, key=lambda one: one.wanted_date != sitting.date)
