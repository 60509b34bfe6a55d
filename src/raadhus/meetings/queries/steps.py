"""A case's way through the meetings (sagens gang): what each body did about it, oldest first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from raadhus.meetings.models import AgendaItem
from raadhus.meetings.queries.naming import item_address, shown_label
from raadhus.meetings.queries.sight import Sight, visible_meetings
from raadhus.meetings.rules.disclosure import DisclosedItem
from raadhus.meetings.rules.outcomes import Outcome


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


def steps_of(item: DisclosedItem, sight: Sight) -> tuple[Step, ...]:
    """Return every meeting at which an item with this case number stands that the viewer is shown, oldest first."""
    if not item.case_number:
        return ()
    condition = Q(case_number=item.case_number, meeting__in=visible_meetings(sight))
    if not sight.closed:
        condition &= Q(closed=False)
    rows = AgendaItem.objects.filter(condition, is_current=True).select_related("decision", "meeting__body")
    return tuple(
        _step(row, here=str(row.pk) == item.id) for row in rows.order_by("meeting__date", "meeting__kind", "position")
    )


def _step(row: AgendaItem, *, here: bool) -> Step:
    meeting = row.meeting
    decision = getattr(row, "decision", None)
    return Step(
        body=meeting.body.name,
        date=meeting.date,
        label=shown_label(meeting),
        number=row.number or None,
        title=row.title,
        url=item_address(meeting.pk, row.pk),
        outcome=Outcome(decision.outcome) if decision and decision.outcome else None,
        decision=decision.text if decision else "",
        here=here,
    )
