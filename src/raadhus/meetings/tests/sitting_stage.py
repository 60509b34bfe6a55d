"""What tests of sittings begin with: a body that meets, a sitting, and cases on their way to it."""

from datetime import date

from raadhus.meetings.actions.drafts import create_draft
from raadhus.meetings.actions.sittings import plan_sitting
from raadhus.meetings.models import Body, BodyMember, CaseDraft
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.membership import MemberRole
from raadhus.meetings.rules.profiles import Profile

# Three weeks after the moment in which tests live: no deadline has passed.
DAY = date(2026, 4, 14)


def make_body(key="direktionen", name="Direktionen", profile=Profile.EXECUTIVE_BOARD, **more):
    return Body.objects.create(key=key, name=name, profile=profile.value, usual_time="09:00", **more)


def make_member(body, actor, role=MemberRole.MEMBER, **more):
    return BodyMember.objects.create(
        body=body, person_key=actor.key, name=actor.name, role=role.value, start_date=date(2025, 1, 1), **more
    )


def make_sitting(secretary, now, day=DAY, body_key="direktionen"):
    return plan_sitting(actor=secretary, body_key=body_key, day=day, now=now)


def make_draft(author, now, title="Ny cykelsti", state=DraftState.DRAFT, body_key="direktionen", **facts):
    """A case in a state, straight away: the steps have tests of their own."""
    made = create_draft(actor=author, body_key=body_key, facts=DraftFacts(title=title, **facts), now=now)
    CaseDraft.objects.filter(pk=made).update(state=state.value)
    return made
