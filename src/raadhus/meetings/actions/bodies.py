"""Create and change the bodies that meet."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.meetings.models import Body, Meeting
from raadhus.meetings.queries.locked import locked_body
from raadhus.meetings.queries.searching import announce_meeting
from raadhus.meetings.rules.matching import folded
from raadhus.meetings.rules.profile_rules import rules_of
from raadhus.meetings.rules.profiles import Profile, body_key
from raadhus.meetings.rules.states import BodyState


class BodyExists(Conflict):
    """There is a body of that name in that municipality already."""


def _checked(name: str, profile: str) -> tuple[str, Profile]:
    if not name.strip():
        raise WrongInput(_("Organet skal have et navn."))
    if profile not in {one.value for one in Profile}:
        raise WrongInput(_("Arten »%(profile)s« findes ikke.") % {"profile": profile})
    return name.strip()[:200], Profile(profile)


@transaction.atomic
def create_body(
    *,
    actor: Actor,
    name: str,
    profile: str,
    is_public: bool | None = None,
    municipality: str = "",
    proposed: bool = False,
    now: datetime,
) -> str:
    """Make a body and return its key; a proposed one meets when a decision has switched it on (switch_body).

    Whether citizens may follow it is as its profile has it when it is not said. An import makes the bodies it meets by itself.
    Raises BodyExists.
    """
    require(actor, "meetings.create_body", now=now)
    name, kind = _checked(name, profile)
    key = body_key(folded(name), folded(municipality))
    if Body.objects.filter(key=key).exists():
        raise BodyExists(_("Organet %(name)s findes allerede.") % {"name": name})
    state = BodyState.PROPOSED if proposed else BodyState.ACTIVE
    Body.objects.create(
        key=key,
        name=name,
        municipality=municipality.strip(),
        profile=kind,
        is_public=rules_of(kind).is_public if is_public is None else is_public,
        state=state.value,
    )
    record(actor=actor, event="meetings.body_created", subject=Subject("body", key, name), now=now)
    return key


@transaction.atomic
def change_body(*, actor: Actor, key: str, name: str, profile: str, is_public: bool, now: datetime) -> None:
    """Rename a body, change its profile, or say whether citizens may follow it. Its key and address stay."""
    require(actor, "meetings.change_body", now=now)
    body = locked_body(key)
    body.name, body.profile = _checked(name, profile)
    body.is_public = is_public
    try:
        with transaction.atomic():
            body.save()
    except IntegrityError as error:
        raise BodyExists(_("Organet %(name)s findes allerede.") % {"name": body.name}) from error
    data: dict[str, JSON] = {"name": body.name, "profile": body.profile, "is_public": is_public}
    record(actor=actor, event="meetings.body_changed", subject=Subject("body", key, body.name), data=data, now=now)
    for meeting in Meeting.objects.filter(body=body):
        announce_meeting(meeting)
