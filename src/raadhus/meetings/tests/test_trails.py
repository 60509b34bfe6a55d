"""Sagens gang: a case followed through bodies and treatments, as far as the viewer may see it."""

import pytest
from django.urls import reverse

from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.composing import compose_document
from raadhus.meetings.actions.deciding import decide_item
from raadhus.meetings.models import CaseDraft, Meeting, Sitting
from raadhus.meetings.queries.trails import trail_of_case, trail_of_draft
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.tests.deciding_stage import Stage, asked
from raadhus.meetings.tests.sitting_stage import make_body


@pytest.fixture
def stage(cast, now):
    make_body("byraadet", "Byrådet", Profile.COUNCIL)
    return Stage(cast, now, Profile.FINANCE_COMMITTEE, "oekonomiudvalget", "Økonomiudvalget")


def minutes(stage, *, published=True):
    """Put the minutes up as they stand, as if the meeting were over."""
    sitting = Sitting.objects.get(pk=stage.sitting_id)
    made = compose_document(actor=stage.secretary, sitting=sitting, kind=Kind.MINUTES, now=stage.now)
    if published:
        Meeting.objects.filter(pk=made.meeting_id).update(published_at=stage.now)


def play(stage, outcome, **more):
    """One case about which the body did something, in published minutes."""
    item = stage.item("Takster", asked("r1"), case_number="26/1", decided_in="byraadet", **more)
    stage.open().give(item, outcome, "r1")
    stage.do(decide_item, item)
    minutes(stage)
    return stage.treatment(item).draft


def of_case(viewer, stage):
    return trail_of_case(viewer=viewer, case_number="26/1", now=stage.now)


def test_the_form_is_body_day_item_and_what_was_decided(stage):
    play(stage, "recommended")
    (step,) = of_case(PUBLIC, stage).steps
    assert (step.body, step.date.isoformat(), step.number, step.said) == (
        "Økonomiudvalget",
        "2026-04-14",
        "1",
        "Indstilles godkendt.",
    )


def test_what_one_body_recommends_is_not_final_and_where_it_is_decided_is_said(stage):
    play(stage, "recommended")
    trail = of_case(stage.secretary, stage)
    assert (trail.decided_in, trail.final, trail.steps[0].is_final) == ("Byrådet", None, False)
    assert [(place.body, place.state) for place in trail.places] == [("Byrådet", "Foreslået")]


def test_an_approval_on_the_way_is_a_step_and_not_the_end(stage):
    play(stage, "approved")
    assert [step.is_final for step in of_case(PUBLIC, stage).steps] == [False]


def test_the_public_is_not_told_what_is_only_under_way(stage):
    play(stage, "recommended")
    assert of_case(PUBLIC, stage).places == []


def test_a_deferral_is_counted_and_the_new_treatment_belongs_to_the_same_way(stage):
    draft = play(stage, "deferred")
    again = CaseDraft.objects.get(previous=draft)
    CaseDraft.objects.update(case_number="")
    trail = trail_of_draft(viewer=stage.secretary, draft=again, now=stage.now)
    assert (trail.deferrals, len(trail.steps)) == (1, 1)
    assert [place.state for place in trail.places] == ["Godkendt til dagsorden"]


def test_the_page_of_a_case_shows_its_way_when_there_is_more_than_itself(stage, client_of):
    draft = play(stage, "deferred")
    again = CaseDraft.objects.get(previous=draft)
    shown = client_of(Role.SECRETARY).get(reverse("meetings:draft", args=[again.pk])).content.decode()
    assert "Sagens gang" in shown
    assert "Udsat 1 gang" in shown


def test_a_closed_item_is_no_step_for_those_who_may_not_see_it(stage, cast):
    draft = play(stage, "deferred", closed=True, legal_ground="Personsag")
    assert len(of_case(stage.secretary, stage).steps) == 1
    for viewer in (PUBLIC, cast[Role.HR].__class__(cast.outsider.kind, "ukendt", "Ukendt")):
        trail = of_case(viewer, stage)
        assert (trail.steps, trail.places, trail.decided_in, trail.deferrals) == ([], [], "", 0)
        of_draft = trail_of_draft(viewer=viewer, draft=draft, now=stage.now)
        assert (of_draft.steps, of_draft.places) == ([], [])


def test_a_meeting_that_is_not_published_is_no_step_for_the_public(stage):
    item = stage.item("Takster", asked("r1"), case_number="26/1")
    stage.open().give(item, "approved", "r1")
    stage.do(decide_item, item)
    minutes(stage, published=False)
    assert of_case(PUBLIC, stage).steps == []
    assert len(of_case(stage.secretary, stage).steps) == 1


def test_cases_without_a_number_are_not_one_case(stage):
    play(stage, "approved")
    CaseDraft.objects.update(case_number="")
    assert trail_of_case(viewer=stage.secretary, case_number=" ", now=stage.now).steps == []
