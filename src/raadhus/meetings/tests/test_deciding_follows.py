"""What follows when an item is closed, in the same act, and what is taken back when it is opened again."""

from datetime import date

import pytest

from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.core.obligations.public import Asked, StandingAsked, obligations, of_origin, standing_decisions
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.deciding import CannotReopen, NotReadyToClose, decide_item, order_obligation, reopen_item
from raadhus.meetings.models import CaseDraft, DraftSection, PromisedObligation, Referral
from raadhus.meetings.queries.composition import item_key
from raadhus.meetings.rules.deciding.ordering import NewPromise
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.tests.deciding_stage import Stage, asked
from raadhus.meetings.tests.sitting_stage import make_body


@pytest.fixture
def stage(cast, now):
    return Stage(cast, now)


def decided(stage, item):
    stage.do(decide_item, item)
    return stage.treatment(item)


def promised(stage, item):
    return of_origin(viewer=stage.secretary, kind="agenda_item", key=str(item_key(item, Kind.MINUTES)), now=stage.now)


def test_closing_creates_what_was_ordered_in_the_same_act(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "approved", "r1")
    order = NewPromise("Udarbejd en plan", owner_key="hanne-hassel", owner_text="Hanne Hassel", due="2026-08")
    stage.do(order_obligation, item, promise=order)
    assert promised(stage, item) == ()
    decided(stage, item)
    (made,) = promised(stage, item)
    assert (made.text, made.owner_key, made.due, made.closed) == ("Udarbejd en plan", "hanne-hassel", "2026-08", False)
    assert made.origin.label == "Direktionen 14-04-2026 (referat), punkt 1"
    assert PromisedObligation.objects.get().obligation_key == made.key


def test_what_a_closed_item_orders_is_closed(stage):
    item = stage.item(recommendations=asked("r1"), closed=True, legal_ground="Personsag")
    stage.open().give(item, "approved", "r1")
    stage.do(order_obligation, item, promise=NewPromise("Hemmeligt pålæg", owner_text="HR"))
    decided(stage, item)
    (made,) = promised(stage, item)
    assert (made.closed, made.public_label) == (True, "Direktionen 14-04-2026 (referat), punkt 1")


def test_an_order_may_lack_owner_and_date(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "approved", "r1")
    stage.do(order_obligation, item, promise=NewPromise("Nogen gør noget"))
    decided(stage, item)
    assert [one.owner for one in promised(stage, item)] == [""]


def test_what_comes_back_is_a_standing_decision_in_force(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "approved", "r1")
    with pytest.raises(WrongInput, match="ansvarlig"):
        stage.do(order_obligation, item, promise=NewPromise("Tal om Personale", rhythm="half_yearly", first_month=3))
    order = NewPromise("Tal om Personale", owner_text="HR", rhythm="half_yearly", first_month=3)
    stage.do(order_obligation, item, promise=order)
    decided(stage, item)
    made = standing_decisions(viewer=stage.secretary, asked=StandingAsked(), now=stage.now)
    assert [one.title for one in made] == ["Tal om Personale"]


def test_what_is_noted_cannot_order(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "noted", "r1")
    stage.do(order_obligation, item, promise=NewPromise("Følg op", recommendation_id="r1"))
    with pytest.raises(NotReadyToClose, match="bærer ingen beslutning"):
        stage.do(decide_item, item)


def test_a_deferred_case_comes_back_as_a_new_treatment_with_what_was_deferred(stage):
    item = stage.item(recommendations=asked("r1", "r2", under=["a"]), case_number="26/1")
    draft = stage.treatment(item).draft
    blocks = blocks_to_json((Paragraph("Sagen kort."),))
    DraftSection.objects.create(draft=draft, position=9, kind="background", blocks=blocks, changed_at=stage.now)
    stage.open().give(item, "approved", "r1")
    stage.give(item, "deferred", "r2", "a", wanted="2026-05-12")
    decided(stage, item)
    again = CaseDraft.objects.get(previous=draft)
    assert (again.state, again.wanted_date, again.case_number) == ("approved", date(2026, 5, 12), "26/1")
    assert [one["id"] for one in again.recommendations] == ["r1", "r2"]
    assert DraftSection.objects.filter(draft=again).count() == DraftSection.objects.filter(draft=draft).count()


def test_a_case_goes_on_to_another_body_as_an_announcement(stage):
    make_body("oekonomiudvalget", "Økonomiudvalget", Profile.FINANCE_COMMITTEE)
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "referred", "r1", to_body="økonomiudvalget", as_type="announcement", wanted="2026-08")
    decided(stage, item)
    there = CaseDraft.objects.get(body_id="oekonomiudvalget")
    assert (there.state, there.case_type, there.previous_id) == (
        "proposed",
        "announcement",
        stage.treatment(item).draft_id,
    )
    assert Referral.objects.get().draft_id == there.pk


def test_a_body_that_is_not_kept_here_is_only_written_down(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "referred", "r1", to_body="Ældrerådet")
    decided(stage, item)
    referral = Referral.objects.get()
    assert (referral.to_name, referral.to_body, referral.draft) == ("Ældrerådet", None, None)


def test_what_is_recommended_goes_to_where_the_case_is_decided(stage):
    make_body("byraadet", "Byrådet", Profile.COUNCIL)
    item = stage.item(recommendations=asked("r1"), decided_in="byraadet")
    stage.open().give(item, "recommended", "r1")
    decided(stage, item)
    there = CaseDraft.objects.get(body_id="byraadet")
    assert (there.state, there.decided_in_id) == ("proposed", None)


def test_what_is_sent_back_returns_to_its_author_with_the_reason(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "returned", "r1", remark="Økonomien mangler")
    decided(stage, item)
    again = CaseDraft.objects.exclude(previous=None).get()
    assert (again.state, again.return_reason, again.author_key) == ("returned", "Økonomien mangler", "mette-mose")


def test_reopening_takes_back_what_closing_did(stage):
    item = stage.item(recommendations=asked("r1", "r2"))
    stage.open().give(item, "approved", "r1")
    stage.give(item, "deferred", "r2")
    stage.do(order_obligation, item, promise=NewPromise("Udarbejd en plan", owner_text="HR"))
    decided(stage, item)
    stage.do(reopen_item, item, reason="Forkert udfald")
    (lapsed,) = promised(stage, item)
    assert (lapsed.status, lapsed.remark) == ("lapsed", "Punktet er genåbnet på mødet: Forkert udfald")
    assert CaseDraft.objects.exclude(previous=None).get().state == "withdrawn"
    assert not Referral.objects.exists()
    stage.give(item, "approved", "r2")
    decided(stage, item)
    assert sorted(one.status for one in promised(stage, item)) == ["lapsed", "open"]


def test_an_item_whose_next_treatment_is_under_way_is_not_reopened(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "deferred", "r1")
    decided(stage, item)
    CaseDraft.objects.exclude(previous=None).update(revision=1)
    with pytest.raises(CannotReopen, match="allerede i gang"):
        stage.do(reopen_item, item, reason="Fejl")
    assert stage.treatment(item).decided_at is not None


def test_nothing_follows_when_closing_fails(stage):
    item = stage.item(recommendations=asked("r1", "r2"))
    stage.open().give(item, "deferred", "r1")
    stage.do(order_obligation, item, promise=NewPromise("Udarbejd en plan"))
    with pytest.raises(NotReadyToClose):
        stage.do(decide_item, item)
    assert promised(stage, item) == ()
    assert obligations(viewer=stage.secretary, asked=Asked(), now=stage.now) is not None
    assert CaseDraft.objects.count() == 1
