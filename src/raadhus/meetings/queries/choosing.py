"""What the forms of cases and meetings let a person choose."""

from datetime import datetime

from django.utils.timezone import localdate

from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import short_date
from raadhus.meetings.models import Body, Sitting
from raadhus.meetings.queries.draft_sight import may_propose_to
from raadhus.meetings.queries.templates import template_rows
from raadhus.meetings.rules.sittings import SittingState
from raadhus.meetings.rules.states import BodyState

Choices = list[tuple[str, str]]


def bodies_that_meet() -> Choices:
    """Return our bodies that meet, by name."""
    rows = Body.objects.filter(municipality="", state=BodyState.ACTIVE.value).order_by("name")
    return list(rows.values_list("key", "name"))


def bodies_to_propose_to(viewer: Actor, now: datetime) -> Choices:
    """Return the bodies that the viewer may bring cases to."""
    rows = Body.objects.filter(municipality="", state=BodyState.ACTIVE.value).order_by("name")
    return [(one.key, one.name) for one in rows if may_propose_to(viewer, one, now)]


def templates_to_choose() -> Choices:
    """Return the active templates for cases; a point that stands on every agenda is put there from the agenda."""
    rows = (one for one in template_rows(only_active=True) if not one.content.place)
    return [(one.key, f"{one.name} ({one.body})" if one.body else one.name) for one in rows]


def sittings_to_choose(body_key: str, now: datetime) -> Choices:
    """Return a body's coming meetings that still take cases, the next first."""
    open_states = [SittingState.DRAFT.value, SittingState.SENT.value]
    rows = Sitting.objects.filter(body_id=body_key, date__gte=localdate(now), state__in=open_states)
    return [
        (str(one.pk), f"{short_date(one.date)} {one.start_time}".strip()) for one in rows.order_by("date", "start_time")
    ]
