"""Lists of cases on their way: one's own, those that wait for approval, those ready for an agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import scope
from raadhus.core.organisation.public import units_under
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import Body, CaseDraft
from raadhus.meetings.queries.draft_sight import visible_drafts
from raadhus.meetings.rules.drafts import CaseType, DraftState

MINE, WAITING, READY, ALL = "mine", "waiting", "ready", "all"


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One case in a list. Of a closed one that is not the viewer's own the title is not shown here: its page leaves a trace."""

    id: str
    title: str
    body: str
    case_number: str
    case_type: CaseType
    state: DraftState
    author: str
    unit_key: str
    closed: bool
    is_late: bool
    return_reason: str
    wanted_date: date | None
    minutes: int | None
    planned: str
    changed_at: datetime
    url: str


@dataclass(frozen=True, slots=True)
class DraftsAsked:
    """What the list is narrowed to; empty is everything."""

    which: str = MINE
    body: str = ""
    state: str = ""
    case_type: str = ""
    text: str = ""
    sort: str = "-changed"


_SORTS = {
    "title": ("title",),
    "body": ("body__name", "title"),
    "author": ("author_name", "title"),
    "state": ("state", "title"),
    "wanted": ("wanted_date", "title"),
    "changed": ("changed_at",),
}


class FoundDrafts:
    """Cases that are counted and fetched page by page."""

    def __init__(self, rows: QuerySet[CaseDraft], viewer: Actor) -> None:
        self._rows, self._viewer = rows, viewer

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[DraftRow, ...]:
        return tuple(draft_row(row, self._viewer) for row in self._rows[wanted])


def draft_list(*, viewer: Actor, asked: DraftsAsked, now: datetime) -> FoundDrafts:
    """Return the cases that the viewer may see and asked for."""
    rows = visible_drafts(viewer, now).select_related("sitting", "sitting__body")
    rows = rows.filter(_which(asked.which, viewer, now))
    exact = {"body_id": asked.body, "state": asked.state, "case_type": asked.case_type}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if asked.text.strip():
        rows = rows.filter(_text(asked.text.strip(), viewer))
    names = _SORTS.get(asked.sort.removeprefix("-"), _SORTS["changed"])
    sign = "-" if asked.sort.startswith("-") else ""
    return FoundDrafts(rows.order_by(*(f"{sign}{name}" for name in names), "pk"), viewer)


def _which(which: str, viewer: Actor, now: datetime) -> Q:
    if which == WAITING:
        return Q(state=DraftState.PROPOSED.value) & _answered_by(viewer, now)
    if which == READY:
        return Q(state=DraftState.APPROVED.value)
    return Q() if which == ALL else Q(author_key=viewer.key)


def _answered_by(viewer: Actor, now: datetime) -> Q:
    """Return the condition for cases that the viewer may approve: of the units that they answer for."""
    where = scope(viewer, "meetings.approve_draft", now=now)
    if where.everything:
        return Q()
    return Q(unit_key__in=units_under(where.units, localdate(now)))


def _text(text: str, viewer: Actor) -> Q:
    """Find a text in titles and numbers; a closed case's own words count for its author only."""
    words = Q(title__icontains=text) | Q(case_number__icontains=text)
    return (words & (Q(closed=False) | Q(author_key=viewer.key))) | Q(public_title__icontains=text)


def draft_row(row: CaseDraft, viewer: Actor) -> DraftRow:
    """Return the row of a case."""
    hidden = row.closed and row.author_key != viewer.key
    planned = f"{row.sitting.date:%d.%m.%Y}" if row.sitting else ""
    return DraftRow(
        id=str(row.pk),
        title=(row.public_title or _("Lukket sag")) if hidden else row.title,
        body=row.body.name,
        case_number="" if hidden else row.case_number,
        case_type=CaseType(row.case_type),
        state=DraftState(row.state),
        author=row.author_name,
        unit_key=row.unit_key,
        closed=row.closed,
        is_late=row.is_late,
        return_reason="" if hidden else row.return_reason,
        wanted_date=row.wanted_date,
        minutes=row.estimated_minutes,
        planned=planned,
        changed_at=row.changed_at,
        url=reverse("meetings:draft", args=[row.pk]),
    )


def own_bodies_to_choose() -> Sequence[tuple[str, str]]:
    """Return the bodies of ours, by name, for a filter."""
    return list(Body.objects.filter(municipality="").order_by("name").values_list("key", "name"))


def returned_to(viewer: Actor, now: datetime) -> Sequence[DraftRow]:
    """Return the viewer's own cases that were returned, the latest first."""
    rows = visible_drafts(viewer, now).filter(author_key=viewer.key, state=DraftState.RETURNED.value)
    return [draft_row(row, viewer) for row in rows.select_related("sitting").order_by("-changed_at", "pk")]
