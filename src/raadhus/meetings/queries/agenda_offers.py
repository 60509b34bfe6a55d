"""The deadlines of a meeting, and what a viewer may do with its agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaVersion, CaseDraft, Sitting
from raadhus.meetings.queries.body_rules import sitting_deadlines
from raadhus.meetings.queries.locked_sittings import sitting_subject
from raadhus.meetings.rules.sittings import SittingState, SittingStep, possible_steps


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline of a meeting; `is_over` when its day has gone, `is_met` when what it asks for was done, `is_missed` when late."""

    label: str
    day: date
    is_over: bool
    is_met: bool = False
    is_missed: bool = False


def deadlines_of(sitting: Sitting, now: datetime) -> Sequence[Deadline]:
    """Return the deadlines of a meeting with what is late."""
    limits, today = sitting_deadlines(sitting), localdate(now)
    sent = AgendaVersion.objects.filter(sitting=sitting).order_by("number").values_list("sent_at", flat=True).first()
    in_time = sent is not None and localdate(sent) <= limits.sending
    return (
        Deadline(_("Sager skal være inde"), limits.submission, today > limits.submission),
        Deadline(
            _("Dagsordenen udsendes"),
            limits.sending,
            today > limits.sending,
            is_met=in_time,
            is_missed=sent is not None and not in_time,
        ),
    )


def agenda_offers(viewer: Actor, sitting: Sitting, now: datetime) -> frozenset[str]:
    """Return what the viewer may do: "plan", "change", "send", "cancel"."""
    state = SittingState(sitting.state)
    steps = possible_steps(state)
    arranging = state in {SittingState.DRAFT, SittingState.SENT}
    asked = {
        "plan": arranging and may(viewer, "meetings.plan_draft", now=now),
        "change": arranging and may(viewer, "meetings.plan_sitting", now=now),
        "send": SittingStep.SEND in steps and may(viewer, "meetings.send_agenda", now=now),
        "cancel": SittingStep.CANCEL in steps and may(viewer, "meetings.cancel_sitting", now=now),
    }
    return frozenset(name for name, offered in asked.items() if offered)


def leave_agenda_trace(viewer: Actor, sitting: Sitting, drafts: Sequence[CaseDraft], now: datetime) -> None:
    """Record once that closed cases of others were shown."""
    if not any(one.closed and one.author_key != viewer.key for one in drafts):
        return
    subject = sitting_subject(sitting)
    if may(viewer, "meetings.read_closed_drafts", unit=WHOLE_HOUSE, now=now):
        require(viewer, "meetings.read_closed_drafts", unit=WHOLE_HOUSE, now=now, subject=subject)
    else:
        record(actor=viewer, event="meetings.closed_agenda_read_by_member", subject=subject, now=now)
