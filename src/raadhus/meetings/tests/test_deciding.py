"""A meeting is held: opened, decided item by item, and closed when nothing is left."""

from datetime import timedelta

import pytest

from raadhus.core.audit.public import trail
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.deciding import (
    NotFinished,
    NotReadyToClose,
    add_item,
    close_sitting,
    decide_item,
    give_outcome,
    open_sitting,
    reopen_item,
    reopen_sitting,
    set_absent,
    set_attendance,
    start_item,
    undo_last,
    withdraw_item,
    write_decision,
)
from raadhus.meetings.models import Attendance, GivenOutcome, Sitting, Treatment
from raadhus.meetings.queries.treatments import CannotTreat, TreatmentChanged
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.presence import Attendee
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.sittings import CannotStepSitting
from raadhus.meetings.tests.deciding_stage import Stage, asked
from raadhus.meetings.tests.sitting_stage import make_draft


@pytest.fixture
def stage(cast, now):
    return Stage(cast, now)


def test_opening_calls_the_roll(stage):
    stage.open()
    assert list(Attendance.objects.order_by("pk").values_list("person_key", "status", "role")) == [
        ("karl-krage", "present", "chair"),
        ("cecilie-ceder", "present", "member"),
        ("hanne-hassel", "present", "member"),
    ]


def test_a_meeting_whose_agenda_was_not_sent_is_not_opened(stage):
    with pytest.raises(CannotStepSitting, match="Kladde"):
        open_sitting(actor=stage.secretary, sitting_id=stage.sitting_id, now=stage.now)


def test_nobody_but_the_secretary_writes_minutes(stage, cast):
    item = stage.item(recommendations=asked("r1"))
    stage.open()
    with pytest.raises(NotAllowed):
        give_outcome(
            actor=cast[Role.CENTRE_HEAD],
            treatment_id=item,
            recommendation_ids=["r1"],
            given=Given(Outcome.APPROVED),
            now=stage.now,
        )


def test_the_sentence_follows_the_outcomes_until_somebody_writes_own_words(stage):
    item = stage.item(recommendations=asked("r1", "r2"))
    stage.open().give(item, "approved", "r1")
    stage.give(item, "deferred", "r2")
    assert stage.treatment(item).decision_text == "Direktionen godkender indstilling 1. Indstilling 2 udsættes."
    stage.do(write_decision, item, text="Direktionen godkender indstilling 1 og udsætter 2.")
    stage.give(item, "rejected", "r2")
    assert stage.treatment(item).decision_text == "Direktionen godkender indstilling 1 og udsætter 2."
    stage.do(write_decision, item, text="")
    assert stage.treatment(item).decision_text.endswith("afviser indstilling 2.")


def test_one_key_gives_a_recommendation_and_those_under_it(stage):
    item = stage.item(recommendations=asked("r1", "r2", under=["a", "b"]))
    stage.open().give(item, "deferred", "b")
    stage.give(item, "approved", "r1")
    given = dict(GivenOutcome.objects.values_list("recommendation_id", "outcome"))
    assert given == {"b": "deferred", "r1": "approved", "a": "approved"}


def test_an_item_is_not_closed_while_a_recommendation_lacks_an_outcome(stage):
    item = stage.item(recommendations=asked("r1", "r2", under=["a"]))
    stage.open().give(item, "approved", "r2")
    with pytest.raises(NotReadyToClose, match="Indstilling 1 mangler") as problem:
        stage.do(decide_item, item)
    assert [one.label for one in problem.value.found] == ["1", "1a"]
    assert stage.treatment(item).decided_at is None


def test_a_closed_item_is_decided_and_changes_no_more(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "approved", "r1")
    stage.do(decide_item, item)
    treatment = stage.treatment(item)
    assert (treatment.draft.state, treatment.decided_by_name) == ("treated", "Signe Sand")
    with pytest.raises(CannotTreat, match="Genåbn"):
        stage.give(item, "rejected", "r1")


def test_text_that_says_otherwise_is_put_right_or_kept_for_a_reason(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "approved", "r1")
    stage.do(write_decision, item, text="Direktionen afviser indstillingen.")
    with pytest.raises(NotReadyToClose, match="siger noget andet"):
        stage.do(decide_item, item)
    stage.do(write_decision, item, kept_reason="Afvisningen gælder kun formen.")
    stage.do(decide_item, item)


def test_an_item_without_recommendations_is_marked_without_decision(stage):
    item = stage.item("Øvrige sager")
    stage.open()
    with pytest.raises(NotReadyToClose, match="Ingen beslutning"):
        stage.do(decide_item, item)
    stage.do(decide_item, item, without_decision=True)
    assert (stage.treatment(item).decision_text, GivenOutcome.objects.count()) == ("", 0)


def test_a_meeting_is_closed_when_every_item_is(stage):
    first, second = stage.item("Først"), stage.item("Sidst")
    stage.open().do(decide_item, first, without_decision=True)
    with pytest.raises(NotFinished, match="punkt 2 "):
        close_sitting(actor=stage.secretary, sitting_id=stage.sitting_id, now=stage.now)
    stage.do(decide_item, second, without_decision=True)
    close_sitting(actor=stage.secretary, sitting_id=stage.sitting_id, now=stage.now)
    assert Sitting.objects.get().state == "held"
    with pytest.raises(CannotTreat, match="Afholdt"):
        stage.do(reopen_item, first, reason="Fejl")
    reopen_sitting(actor=stage.secretary, sitting_id=stage.sitting_id, now=stage.now)
    stage.do(reopen_item, first, reason="Fejl")
    assert stage.treatment(first).draft.state == "planned"


def test_two_minute_takers_are_told_and_lose_nothing(stage):
    item = stage.item(recommendations=asked("r1"))
    before = stage.open().treatment(item).revision
    stage.do(write_decision, item, text="Den enes ord.", revision=before)
    with pytest.raises(TreatmentChanged, match="Signe Sand"):
        stage.do(write_decision, item, text="Den andens ord.", revision=before)
    assert stage.treatment(item).decision_text == "Den enes ord."


def test_the_last_change_is_undone_step_by_step(stage):
    item = stage.item(recommendations=asked("r1"))
    stage.open().give(item, "approved", "r1")
    stage.give(item, "rejected", "r1", remark="Nej")
    stage.do(undo_last, item)
    assert GivenOutcome.objects.get().outcome == "approved"
    assert stage.treatment(item).decision_text == "Direktionen godkender indstillingen."
    stage.do(undo_last, item)
    assert not GivenOutcome.objects.exists()
    with pytest.raises(WrongInput, match="intet at fortryde"):
        stage.do(undo_last, item)


def test_who_left_before_an_item_was_not_there_for_it(stage):
    item = stage.item("Øvrige sager")
    stage.open()
    attendee = Attendee("hanne-hassel", "Hanne Hassel", MemberRole.MEMBER, AttendanceStatus.PRESENT, left_time="08.30")
    set_attendance(actor=stage.secretary, sitting_id=stage.sitting_id, attendee=attendee, now=stage.now)
    stage.do(start_item, item)
    stage.do(set_absent, item, absent=[], disqualified=["cecilie-ceder"])
    stage.do(decide_item, item, without_decision=True)
    treatment = stage.treatment(item)
    assert (treatment.absent, treatment.disqualified) == (["hanne-hassel"], ["cecilie-ceder"])


def test_a_substitute_stands_in_for_one_member_only(stage):
    stage.open()
    place = {"actor": stage.secretary, "sitting_id": stage.sitting_id, "now": stage.now}
    for key in ("vibe", "vagn"):
        attendee = Attendee(key, key.title(), MemberRole.SUBSTITUTE, AttendanceStatus.PRESENT, "hanne-hassel")
        if key == "vagn":
            with pytest.raises(WrongInput, match="andet medlem"):
                set_attendance(attendee=attendee, **place)
        else:
            set_attendance(attendee=attendee, **place)
    assert Attendance.objects.get(person_key="vibe").position == 3


def test_a_case_is_taken_in_when_all_agree(stage, cast):
    stage.open()
    draft = make_draft(cast[Role.EMPLOYEE], stage.now, state=DraftState.APPROVED)
    place = {"actor": stage.secretary, "sitting_id": stage.sitting_id, "draft_id": draft, "now": stage.now}
    with pytest.raises(WrongInput, match="alle er enige"):
        add_item(reason="Haster", all_agree=False, **place)
    with pytest.raises(WrongInput, match="vente"):
        add_item(reason=" ", all_agree=True, **place)
    item = add_item(reason="Fristen er i morgen", all_agree=True, **place)
    assert (stage.treatment(item).number, stage.treatment(item).draft.is_late) == ("1", True)


def test_an_item_is_taken_off_at_the_meeting_and_keeps_its_number(stage):
    item = stage.item(recommendations=asked("r1", under=["a"]))
    stage.open().do(withdraw_item, item, reason="Der kommer nye tal")
    treatment = stage.treatment(item)
    assert treatment.decision_text == "Sagen udgår. Begrundelse: Der kommer nye tal."
    assert (treatment.number, treatment.draft.state) == ("1", "treated")


def test_the_clock_runs_from_beginning_to_end(stage):
    item = stage.item("Øvrige sager")
    stage.open().do(start_item, item)
    later = stage.now + timedelta(minutes=12)
    decide_item(actor=stage.secretary, treatment_id=item, without_decision=True, now=later)
    treatment = Treatment.objects.get()
    assert treatment.decided_at - treatment.started_at == timedelta(minutes=12)


def test_what_is_recorded_names_the_item_by_number_and_never_by_title(stage):
    item = stage.item("Hemmelig titel", recommendations=asked("r1"), closed=True)
    stage.open().give(item, "approved", "r1", remark="at Hemmelig bemærkning")
    stage.do(decide_item, item)
    labels = repr(trail("treatment", str(item)))
    assert "punkt 1" in labels
    assert "emmelig" not in labels
