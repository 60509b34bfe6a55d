"""The page on which minutes are written while the body meets: the items at the side, one of them in the middle."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import BodyMember, CaseDraft, PromisedObligation, Sitting, Treatment
from raadhus.meetings.queries.draft_sight import leave_draft_trace, visible_drafts
from raadhus.meetings.queries.live_item import live_item
from raadhus.meetings.queries.live_rows import LivePage, LiveRow
from raadhus.meetings.queries.treatment_state import people_of
from raadhus.meetings.queries.workroom import seen_sitting, workroom_tabs
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.membership import MemberRole
from raadhus.meetings.rules.sittings import SittingState, SittingStep, possible_steps


def live_page(*, viewer: Actor, sitting_id: str | UUID, item_id: str = "", chosen: str = "", now: datetime) -> LivePage:
    """Return the page with one item: the one asked for, else the one that is running, else the first that is open."""
    require(viewer, "meetings.write_minutes", now=now)
    sitting = seen_sitting(sitting_id, viewer, now)
    treatments = list(
        Treatment.objects.filter(sitting=sitting)
        .select_related("draft__body", "draft__decided_in", "sitting__body")
        .order_by("draft__position", "draft__created_at")
    )
    here = _here(treatments, item_id)
    if here is not None:
        leave_draft_trace(viewer, here.draft, now)
    rows = [_row(one, here, now) for one in treatments]
    state, steps = SittingState(sitting.state), possible_steps(SittingState(sitting.state))
    return LivePage(
        sitting=sitting,
        tabs=workroom_tabs(viewer, sitting, "meetings:live_minutes", now),
        items=rows,
        item=live_item(here, rows, chosen) if here else None,
        people=people_of(sitting),
        substitutes=_substitutes(sitting),
        waiting_cases=_waiting(sitting, viewer, now),
        minutes=sum(row.minutes or 0 for row in rows),
        estimated=sum(row.estimated or 0 for row in rows),
        undecided=[row.number or "–" for row in rows if not row.is_decided],
        without_owner=_without_owner(sitting),
        can_open=SittingStep.OPEN in steps,
        in_session=state is SittingState.IN_SESSION,
        can_reopen=SittingStep.REOPEN in steps,
    )


def item_url(sitting_id: object, treatment_id: object, chosen: str = "") -> str:
    """Return the address of an item on the page, perhaps with a recommendation chosen."""
    which = f"&indstilling={chosen}" if chosen else ""
    return f"{reverse('meetings:live_minutes', args=[sitting_id])}?punkt={treatment_id}{which}"


def next_open(treatment_id: str | UUID) -> str:
    """Return the id of the item to go on with after this one: the next that is not decided, else this one."""
    here = Treatment.objects.select_related("draft").get(pk=treatment_id)
    rows = Treatment.objects.filter(sitting_id=here.sitting_id, decided_at=None).select_related("draft")
    waiting = sorted(rows, key=lambda one: (one.draft.position <= here.draft.position, one.draft.position))
    return str(waiting[0].pk if waiting else here.pk)


def _here(treatments: Sequence[Treatment], item_id: str) -> Treatment | None:
    named = [one for one in treatments if str(one.pk) == item_id]
    running = [one for one in treatments if one.started_at and not one.decided_at]
    waiting = [one for one in treatments if not one.decided_at]
    return next(iter([*named, *running, *waiting, *treatments]), None)


def _row(one: Treatment, here: Treatment | None, now: datetime) -> LiveRow:
    return LiveRow(
        id=str(one.pk),
        number=one.number,
        title=one.draft.title,
        url=item_url(one.sitting_id, one.pk),
        is_decided=one.decided_at is not None,
        is_running=one.started_at is not None and one.decided_at is None,
        is_closed=one.draft.closed,
        minutes=minutes_used(one, now),
        estimated=one.draft.estimated_minutes,
        here=here is not None and one.pk == here.pk,
    )


def minutes_used(one: Treatment, now: datetime) -> int | None:
    """Return the whole minutes that an item has taken, up to now while it runs; None before it is begun."""
    if one.started_at is None:
        return None
    return max(0, int(((one.decided_at or now) - one.started_at).total_seconds() // 60))


def _without_owner(sitting: Sitting) -> int:
    rows = PromisedObligation.objects.filter(treatment__sitting=sitting, owner_key="")
    return rows.count()


def _substitutes(sitting: Sitting) -> list[tuple[str, str]]:
    """Return who may stand in, by key and name."""
    rows = BodyMember.objects.filter(
        Q(end_date__isnull=True) | Q(end_date__gt=sitting.date),
        body=sitting.body,
        role=MemberRole.SUBSTITUTE.value,
        start_date__lte=sitting.date,
    )
    return list(rows.order_by("position", "name").values_list("person_key", "name"))


def _waiting(sitting: Sitting, viewer: Actor, now: datetime) -> list[tuple[str, str]]:
    """Return the cases that might be taken in at the meeting: approved, and on no agenda."""
    if sitting.state != SittingState.IN_SESSION:
        return []
    rows = visible_drafts(viewer, now).filter(body=sitting.body, state=DraftState.APPROVED.value)
    return [(str(one.pk), _title(one)) for one in rows.order_by("created_at")[:50]]


def _title(draft: CaseDraft) -> str:
    return _("%(title)s (lukket)") % {"title": draft.title} if draft.closed else draft.title
