"""A body is proposed, switched on by a decision, and discontinued; and what it does otherwise than its profile."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError, WrongInput
from raadhus.meetings.models import Body, BodyStanding, Sitting
from raadhus.meetings.queries.locked import locked_body
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.own_rules import checked_own
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sitting_plan import checked_clock
from raadhus.meetings.rules.sittings import SittingState
from raadhus.meetings.rules.states import BODY_STEPS, BodyState

_ON_SITE = "/moeder/"


class CannotSwitch(DomainError):
    """The body does not stand where this could be done."""


@transaction.atomic
def switch_body(
    *,
    actor: Actor,
    key: str,
    state: str,
    from_date: date,
    decision_text: str,
    decision_url: str = "",
    now: datetime,
) -> None:
    """Switch a proposed body on, discontinue one, or take a discontinued one up again, by a decision that is named.

    `decision_url` is the address of the agenda item when it is kept here. Raises CannotSwitch or WrongInput.
    """
    require(actor, "meetings.switch_body", now=now)
    body = locked_body(key)
    wanted = next((one for one in BodyState if one.value == state), None)
    if wanted is None or wanted not in BODY_STEPS[BodyState(body.state)]:
        raise CannotSwitch(_("Organet står som »%(state)s«.") % {"state": _(BodyState(body.state).label)})
    _check(body, wanted, from_date, decision_text, localdate(now))
    if decision_url and not decision_url.startswith(_ON_SITE):
        raise WrongInput(_("Adressen på beslutningen skal være en side under Møder her i huset."))
    BodyStanding.objects.create(
        body=body,
        state=wanted.value,
        from_date=from_date,
        decision_text=decision_text.strip(),
        decision_url=decision_url[:300],
        set_at=now,
        set_by_name=actor.name[:200],
    )
    body.state = wanted.value
    body.save(update_fields=["state"])
    data: dict[str, JSON] = {"state": wanted.label, "day": f"{from_date:%d-%m-%Y}", "decision": decision_text.strip()}
    record(actor=actor, event="meetings.body_switched", subject=Subject("body", key, body.name), data=data, now=now)


def _check(body: Body, wanted: BodyState, from_date: date, decision_text: str, today: date) -> None:
    if not decision_text.strip():
        raise WrongInput(_("Skriv, hvilken beslutning det bygger på: hvem besluttede det, og hvornår."))
    if from_date > today:
        raise WrongInput(_("Datoen ligger i fremtiden. Vent med at registrere det, til dagen er kommet."))
    coming = Sitting.objects.filter(
        body=body, date__gte=today, state__in=[SittingState.DRAFT.value, SittingState.SENT.value]
    )
    if wanted is BodyState.DISCONTINUED and coming.exists():
        raise CannotSwitch(_("Organet har planlagte møder. Aflys dem først."))


@transaction.atomic
def change_body_rules(
    *, actor: Actor, key: str, own_rules: Mapping[str, Any], usual_place: str, usual_time: str, now: datetime
) -> None:
    """Say what a body does otherwise than its profile, and where and when it usually meets. Raises WrongInput.

    What is the same as the profile's is left out, so that a change of the profile reaches the body.
    """
    require(actor, "meetings.change_body", now=now)
    body = locked_body(key)
    with said_aloud():
        body.own_rules = checked_own(Profile(body.profile), own_rules)
        body.usual_time = checked_clock(usual_time)
    body.usual_place = usual_place.strip()[:300]
    body.save(update_fields=["own_rules", "usual_place", "usual_time"])
    data: dict[str, JSON] = {"own": body.own_rules, "place": body.usual_place, "time": body.usual_time}
    record(actor=actor, event="meetings.body_changed", subject=Subject("body", key, body.name), data=data, now=now)
