"""The planned meetings as lists and as a calendar: body, day, place and deadlines; nothing from inside a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import Sitting
from raadhus.meetings.queries.body_rules import sitting_deadlines
from raadhus.meetings.queries.draft_sight import may_see_counts
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.sittings import SittingState


@dataclass(frozen=True, slots=True)
class SittingRow:
    """One meeting in a list. `items` is how many cases are on its agenda, None for those who do not see the workshop.

    `submission` and `sending` are the deadlines; `is_late`: the agenda should have been sent and is not.
    """

    id: str
    body: str
    body_key: str
    date: day
    start_time: str
    end_time: str
    place: str
    state: SittingState
    items: int | None
    submission: day
    sending: day
    is_late: bool
    cancel_reason: str
    changed_at: datetime
    revision: int
    url: str


@dataclass(frozen=True, slots=True)
class SittingsAsked:
    """What the list is narrowed to; empty is everything. `when` is "coming" (the default), "past" or "all"."""

    body: str = ""
    state: str = ""
    when: str = "coming"
    sort: str = ""


class FoundSittings:
    """Meetings that are counted and fetched page by page."""

    def __init__(self, rows: QuerySet[Sitting], viewer: Actor, now: datetime) -> None:
        self._rows, self._counts, self._today = rows, may_see_counts(viewer, now), localdate(now)

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[SittingRow, ...]:
        return tuple(_row(row, self._today, counts=self._counts) for row in self._rows[wanted])


_SORTS = {
    "date": ("date", "start_time", "body__name"),
    "body": ("body__name", "date", "start_time"),
    "state": ("state", "date", "start_time"),
}


def sitting_list(*, viewer: Actor, asked: SittingsAsked, now: datetime) -> FoundSittings:
    """Return the meetings that were asked for; those to come the next first, those held the latest first."""
    require(viewer, "meetings.read_sittings", now=now)
    on_agenda = Q(drafts__state__in=[DraftState.PLANNED.value, DraftState.TREATED.value])
    rows = Sitting.objects.select_related("body").annotate(count=Count("drafts", filter=on_agenda, distinct=True))
    exact = {"body_id": asked.body, "state": asked.state}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    today = localdate(now)
    if asked.when in {"", "coming"}:
        rows = rows.filter(date__gte=today)
    elif asked.when == "past":
        rows = rows.filter(date__lt=today)
    sort = asked.sort or ("-date" if asked.when == "past" else "date")
    names = _SORTS.get(sort.removeprefix("-"), _SORTS["date"])
    sign = "-" if sort.startswith("-") else ""
    return FoundSittings(rows.order_by(*(f"{sign}{name}" for name in names), "pk"), viewer, now)


def _row(row: Sitting, today: day, *, counts: bool) -> SittingRow:
    limits = sitting_deadlines(row)
    return SittingRow(
        id=str(row.pk),
        body=row.body.name,
        body_key=row.body_id,
        date=row.date,
        start_time=row.start_time,
        end_time=row.end_time,
        place=row.place,
        state=SittingState(row.state),
        items=getattr(row, "count", 0) if counts else None,
        submission=limits.submission,
        sending=limits.sending,
        is_late=row.state == SittingState.DRAFT and today > limits.sending,
        cancel_reason=row.cancel_reason,
        changed_at=row.changed_at,
        revision=row.revision,
        url=reverse("meetings:workroom", args=[row.pk]),
    )


def coming_sittings(viewer: Actor, now: datetime, body_key: str = "") -> Sequence[SittingRow]:
    """Return every meeting to come, the next first; of one body when it is named."""
    found = sitting_list(viewer=viewer, asked=SittingsAsked(body=body_key), now=now)
    return found[0:200]
