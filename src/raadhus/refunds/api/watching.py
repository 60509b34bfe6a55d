"""The API of the watch list, acting, reminders and the leader's guide."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.actions import acting, reminding
from raadhus.refunds.queries.guide import guide as guide_of
from raadhus.refunds.queries.watching import WatchAsked, Watched, watched
from raadhus.refunds.rules.watch import Level, Next, Recipient

router = Router()

PAGE_SIZE = 100


class WatchedOut(Schema):
    """An open absence with its next step."""

    key: UUID
    employment: str
    name: str
    unit_key: str
    unit: str
    kind: str
    first_date: date
    day_number: int
    step: Next
    deadline: date | None
    days_left: int | None
    level: Level
    at_risk_ore: int
    advice: str
    acted_at: datetime | None
    acted_by: str
    is_quiet: bool


class WatchListOut(Schema):
    """One page of open absences."""

    total: int
    page: int
    absences: list[WatchedOut]


class WatchAskedIn(Schema):
    """What the list is narrowed to."""

    unit_key: str = Field("", max_length=100)
    level: Level | None = None
    step: Next | None = None
    page: int = Field(1, ge=1, le=100_000)


class ActedOut(Schema):
    """Whether it is said that the step is on its way."""

    key: UUID
    is_acted: bool


class RemindedOut(Schema):
    """One e-mail that was sent."""

    person_key: str
    recipient: Recipient
    absences: int


class GuideStepOut(Schema):
    """When, and what to do."""

    when: str
    what: str


class RefundGuideOut(Schema):
    """The leader's guide as it holds today."""

    calendar: list[GuideStepOut]
    topics: list[GuideStepOut]
    assumptions: list[str]


def _out(one: Watched) -> WatchedOut:
    return WatchedOut.model_validate({name: getattr(one, name) for name in WatchedOut.model_fields})


@router.get("watch", response=WatchListOut, summary="Åbne fravær med frister, som kalderen må se")
@door("refunds.watch")
def watch_list(request: HttpRequest, asked: Query[WatchAskedIn]) -> WatchListOut:
    """Return one page, the nearest deadline first."""
    given = WatchAsked(asked.unit_key, asked.level or "", asked.step or "")
    found = watched(actor_of(request), given, now=timezone.now())
    first = (asked.page - 1) * PAGE_SIZE
    absences = [_out(one) for one in found[first : first + PAGE_SIZE]]
    return WatchListOut(total=len(found), page=asked.page, absences=absences)


@router.post("watch/{uuid:key}/act", response=ActedOut, summary="Meld, at der er handlet")
@door("refunds.act")
def act(request: HttpRequest, key: UUID) -> ActedOut:
    """Keep the reminders quiet until the deadline has passed."""
    acting.act(actor=actor_of(request), key=str(key), now=timezone.now())
    return ActedOut(key=key, is_acted=True)


@router.post("watch/{uuid:key}/undo-act", response=ActedOut, summary="Fortryd, at der er handlet")
@door("refunds.act")
def undo_act(request: HttpRequest, key: UUID) -> ActedOut:
    """Let the reminders go on."""
    acting.undo_act(actor=actor_of(request), key=str(key), now=timezone.now())
    return ActedOut(key=key, is_acted=False)


@router.post("remind", response=list[RemindedOut], summary="Send dagens påmindelser")
@door("refunds.remind")
def remind(request: HttpRequest) -> list[RemindedOut]:
    """Send what is due; twice on a day sends nothing the second time."""
    now = timezone.now()
    sent = reminding.remind(actor=actor_of(request), today=timezone.localdate(now), now=now)
    return [RemindedOut(person_key=one.person_key, recipient=one.recipient, absences=len(one.missing)) for one in sent]


@router.get("guide", response=RefundGuideOut, summary="Vejledningen om refusion")
@door("refunds.read_guide")
def guide(request: HttpRequest) -> RefundGuideOut:
    """Return what to do when, without anybody's cases."""
    found = guide_of(actor_of(request), timezone.now(), with_own=False)
    return RefundGuideOut(
        calendar=[GuideStepOut(when=one.when, what=one.what) for one in found.calendar],
        topics=[GuideStepOut(when=one.heading, what=one.text) for one in found.topics],
        assumptions=[one.text for one in found.assumptions],
    )
