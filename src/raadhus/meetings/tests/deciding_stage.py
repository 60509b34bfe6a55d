"""A meeting in session, for tests of deciding: a body with members, and items with recommendations."""

from raadhus.kernel.roles import Role
from raadhus.meetings.actions.deciding import give_outcome, open_sitting
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.models import CaseDraft, Sitting, Treatment
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.membership import MemberRole
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sittings import SittingState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_member, make_sitting

MEMBERS = (Role.CHIEF_EXECUTIVE, Role.CENTRE_HEAD, Role.HR)


def asked(*ids, under=()):
    """Recommendations with these ids; those of `under` stand under the first."""
    below = [{"id": one, "text": f"at {one} følger med", "children": []} for one in under]
    return [
        {"id": one, "text": f"at {one} godkendes", "children": below if place == 0 else []}
        for place, one in enumerate(ids)
    ]


class Stage:
    """Makes and plays a meeting; everything is done by the secretary."""

    def __init__(self, cast, now, profile=Profile.EXECUTIVE_BOARD, key="direktionen", name="Direktionen"):
        self.cast, self.now, self.secretary = cast, now, cast[Role.SECRETARY]
        self.body = make_body(key, name, profile)
        for place, role in enumerate(MEMBERS):
            make_member(self.body, cast[role], MemberRole.CHAIR if place == 0 else MemberRole.MEMBER, position=place)
        self.sitting_id = make_sitting(self.secretary, now, body_key=key)

    def item(self, title="Ny cykelsti", recommendations=None, **more):
        draft = make_draft(self.cast[Role.EMPLOYEE], self.now, title, DraftState.APPROVED, self.body.key, **more)
        CaseDraft.objects.filter(pk=draft).update(recommendations=recommendations or [])
        return plan_draft(actor=self.secretary, draft_id=draft, sitting_id=self.sitting_id, now=self.now)

    def open(self):
        Sitting.objects.filter(pk=self.sitting_id).update(state=SittingState.SENT.value)
        open_sitting(actor=self.secretary, sitting_id=self.sitting_id, now=self.now)
        return self

    def do(self, action, treatment_id, **more):
        return action(actor=self.secretary, treatment_id=treatment_id, now=self.now, **more)

    def give(self, treatment_id, outcome, *ids, **words):
        """Give an outcome to the named recommendations, or to the whole of an item without any."""
        given = Given(Outcome(outcome), **words)
        return self.do(give_outcome, treatment_id, recommendation_ids=ids or ("",), given=given)

    def treatment(self, treatment_id):
        return Treatment.objects.select_related("draft", "sitting").get(pk=treatment_id)
