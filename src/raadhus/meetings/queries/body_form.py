"""A body as those who work for it see it: its rules in words, its members now and before, how it came to be, and its next meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Body, BodyMember, BodyStanding
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.sittings import SittingRow, coming_sittings
from raadhus.meetings.queries.wording import said
from raadhus.meetings.rules.membership import MemberRole
from raadhus.meetings.rules.own_rules import rule_lines
from raadhus.meetings.rules.profile_rules import ProfileRules
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.states import BODY_STEPS, BodyState


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One membership; `end_date` is the first day not."""

    id: int
    person_key: str
    name: str
    role: MemberRole
    substitutes_for: str
    start_date: date
    end_date: date | None
    place: int


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Everything the body's page of rules and members shows."""

    body: Body
    state: BodyState
    profile: Profile
    rules: ProfileRules
    lines: Sequence[tuple[str, bool]]
    members: Sequence[MemberRow]
    former: Sequence[MemberRow]
    standings: Sequence[tuple[str, BodyStanding]]
    next_states: Sequence[BodyState]
    coming: Sequence[SittingRow]
    may_change: bool


def body_form(*, viewer: Actor, key: str, now: datetime) -> BodyPage:
    """Return one of our bodies. Raises NotAllowed or NotFound."""
    require(viewer, "meetings.read_sittings", now=now)
    body = Body.objects.filter(pk=key, municipality="").first()
    if body is None:
        raise NotFound(_("Organet findes ikke."))
    today, rules, state = localdate(now), body_rules(body), BodyState(body.state)
    rows = _members(body)
    return BodyPage(
        body=body,
        state=state,
        profile=Profile(body.profile),
        rules=rules,
        lines=[(said(one.text), one.is_own) for one in rule_lines(rules)],
        members=[one for one in rows if one.end_date is None or one.end_date > today],
        former=[one for one in rows if one.end_date is not None and one.end_date <= today],
        standings=[
            (BodyState(one.state).label, one) for one in BodyStanding.objects.filter(body=body).order_by("-set_at")
        ],
        next_states=sorted(BODY_STEPS[state]),
        coming=coming_sittings(viewer, now, key),
        may_change=may(viewer, "meetings.change_member", now=now),
    )


def _members(body: Body) -> Sequence[MemberRow]:
    rows = list(BodyMember.objects.filter(body=body).order_by("position", "start_date"))
    names = {one.person_key: one.name for one in rows}
    return [
        MemberRow(
            id=one.pk,
            person_key=one.person_key,
            name=one.name,
            role=MemberRole(one.role),
            substitutes_for=names.get(one.substitutes_for, one.substitutes_for),
            start_date=one.start_date,
            end_date=one.end_date,
            place=place,
        )
        for place, one in enumerate(rows)
    ]
