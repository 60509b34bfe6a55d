"""The minutes of a sitting that was written here: put up, withdrawn, put up again, signed; the sitting moves with them."""

from datetime import date

import pytest

from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.actions.composing import compose_document
from raadhus.meetings.models import (
    Attendance,
    Body,
    BodyMember,
    CaseDraft,
    GivenOutcome,
    MinutesVersion,
    Signatory,
    Sitting,
    Treatment,
)
from raadhus.meetings.queries.locked import PutUp
from raadhus.meetings.queries.signed_minutes import differences
from raadhus.meetings.queries.signing_page import signing_page
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.signing.demands import CannotSign
from raadhus.meetings.rules.sittings import CannotStepSitting, SittingState
from raadhus.meetings.tests.papers import CANARY

CHAIR, MEMBER, AWAY, STAND_IN, OBSERVER = (Role.CHIEF_EXECUTIVE, Role.HR, Role.DPO, Role.EMPLOYEE, Role.AUDITOR)


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


@pytest.fixture
def sitting(cast, now):
    """A held sitting: the vice chair presided, a substitute sat for one who was away, and one only looked on."""
    body = Body.objects.create(key="direktionen", name="Direktionen", profile="executive_board")
    made = Sitting.objects.create(body=body, date=date(2026, 3, 10), state="held", created_at=now, changed_at=now)
    came = ((CHAIR, "vice_chair", "present", ""), (MEMBER, "member", "present", ""), (AWAY, "member", "excused", ""))
    more = ((STAND_IN, "substitute", "present", cast[AWAY].key), (OBSERVER, "observer", "present", ""))
    for place, (who, role, status, stands_in_for) in enumerate((*came, *more)):
        person = {"person_key": cast[who].key, "name": cast[who].name, "role": role}
        Attendance.objects.create(sitting=made, **person, status=status, stands_in_for=stands_in_for, position=place)
        BodyMember.objects.create(body=body, **person, start_date=date(2026, 1, 1), position=place)
    for place, closed in enumerate((False, True), 1):
        treated(made, place, now, closed=closed)
    return made


def treated(sitting, place, now, *, closed):
    draft = CaseDraft.objects.create(
        body=sitting.body,
        title=CANARY if closed else "Åben sag",
        closed=closed,
        recommendations=[{"id": f"r{place}", "text": "Godkender", "children": []}],
        state="treated",
        author_key="x",
        author_name="x",
        sitting=sitting,
        position=place,
        created_at=now,
        changed_at=now,
    )
    text = {"number": str(place), "decision_text": "Godkendt."}
    treatment = Treatment.objects.create(sitting=sitting, draft=draft, **text, changed_at=now)
    GivenOutcome.objects.create(treatment=treatment, recommendation_id=f"r{place}", outcome="approved")


@pytest.fixture
def put_up(sitting, secretary, now):
    return actions.put_up_minutes(actor=secretary, sitting_id=sitting.pk, now=now).pk


def state_of(sitting):
    sitting.refresh_from_db()
    return SittingState(sitting.state)


def sign(cast, meeting, role, now, version=1):
    given = {"version_number": version, "confirmed_at": now, "now": now}
    return actions.sign_minutes(actor=cast[role], meeting_id=meeting, **given)


def test_who_signs_follows_from_who_came(put_up, sitting, cast):
    assert state_of(sitting) is SittingState.FOR_APPROVAL
    rows = list(Signatory.objects.order_by("position").values_list("person_key", "part", "present", "on_behalf_of"))
    assert rows == [
        (cast[CHAIR].key, "chair", True, ""),
        (cast[MEMBER].key, "member", True, ""),
        (cast[AWAY].key, "member", False, ""),
        (cast[STAND_IN].key, "substitute", True, cast[AWAY].name),
    ]


def test_when_all_who_were_there_have_signed_the_sitting_is_signed(put_up, sitting, cast, now):
    assert [sign(cast, put_up, role, now) for role in (CHAIR, MEMBER, STAND_IN)] == [False, False, True]
    assert state_of(sitting) is SittingState.SIGNED
    assert differences(MinutesVersion.objects.get()) == ()


@pytest.mark.parametrize("role", [AWAY, OBSERVER, Role.SECRETARY])
def test_the_absent_and_the_onlookers_do_not_sign(put_up, cast, now, role):
    with pytest.raises(CannotSign):
        sign(cast, put_up, role, now)


def test_a_member_reads_all_of_what_is_to_be_signed_and_others_nothing(put_up, cast, now):
    page = signing_page(viewer=cast[MEMBER], meeting_id=put_up, now=now)
    assert [CANARY in shown.heading for shown in page.items] == [False, True]
    assert page.own.is_asked


def test_withdrawn_minutes_are_corrected_and_put_up_again(put_up, sitting, cast, secretary, now):
    actions.withdraw_minutes(actor=secretary, meeting_id=put_up, reason="Ordet mangler", now=now)
    assert state_of(sitting) is SittingState.HELD
    Treatment.objects.filter(number="1").update(decision_text="Godkendt med bemærkninger.")
    again = actions.put_up_minutes(actor=secretary, sitting_id=sitting.pk, now=now)
    assert (again.pk, MinutesVersion.objects.count()) == (put_up, 2)
    old, new = MinutesVersion.objects.order_by("number")
    assert old.root != new.root
    assert not sign(cast, put_up, CHAIR, now, version=2)


def test_withdrawn_minutes_may_be_put_up_again_as_they_were(put_up, sitting, secretary, now):
    actions.withdraw_minutes(actor=secretary, meeting_id=put_up, reason="Forkert frist", now=now)
    actions.put_up_minutes(actor=secretary, sitting_id=sitting.pk, now=now)
    assert MinutesVersion.objects.count() == 2


def test_a_sitting_that_is_not_held_has_no_minutes_to_put_up(sitting, secretary, now):
    Sitting.objects.update(state="in_session")
    with pytest.raises(CannotStepSitting):
        actions.put_up_minutes(actor=secretary, sitting_id=sitting.pk, now=now)


def test_nothing_is_composed_behind_minutes_that_are_put_up(put_up, sitting, secretary, now):
    with pytest.raises(PutUp):
        compose_document(actor=secretary, sitting=sitting, kind=Kind.MINUTES, now=now)


def test_only_the_secretary_puts_up(sitting, cast, now):
    with pytest.raises(NotAllowed):
        actions.put_up_minutes(actor=cast[CHAIR], sitting_id=sitting.pk, now=now)
