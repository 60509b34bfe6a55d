"""The rules of deciding: which outcomes may be chosen, what keeps an item open, votes, dissents and who is in the room."""

import pytest

from raadhus.meetings.rules.deciding.choices import KEYS, choices, is_final
from raadhus.meetings.rules.deciding.closing import ItemToClose, Why, normalised, obstacles
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.orders import orders_something
from raadhus.meetings.rules.deciding.presence import Attendee, away_for, entitled
from raadhus.meetings.rules.deciding.trees import every, tree_of
from raadhus.meetings.rules.deciding.votes import NotAVote, Side, Vote, carries, checked_vote, contradicts, may_dissent
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole
from raadhus.meetings.rules.outcomes import IMPORT_ONLY, Outcome

_TREE = tree_of(
    [
        {"id": "p", "text": "at planen", "children": [{"id": "q", "text": "at kortet"}]},
        {"id": "r", "text": "at budgettet"},
    ]
)


def _item(given, **more):
    return ItemToClose(_TREE, given, "Godkendt.", **more)


def test_recommendations_are_numbered_all_the_way_down():
    assert [node.label for node in every(_TREE)] == ["1", "1a", "2"]


def test_eleven_outcomes_may_be_chosen_and_each_has_a_key_of_its_own():
    every_choice = choices(decided_elsewhere=True)
    assert set(every_choice) == set(Outcome) - IMPORT_ONLY == set(KEYS)
    assert len(set(KEYS.values())) == len(KEYS) == 11


def test_a_case_that_is_decided_here_cannot_be_recommended():
    assert Outcome.RECOMMENDED not in choices(decided_elsewhere=False)


@pytest.mark.parametrize("elsewhere", [True, False])
def test_a_recommendation_is_never_final(elsewhere):
    assert not is_final(Outcome.RECOMMENDED, decided_elsewhere=elsewhere)


def test_an_approval_on_the_way_to_another_body_is_not_final():
    assert is_final(Outcome.APPROVED)
    assert not is_final(Outcome.APPROVED, decided_elsewhere=True)
    assert is_final(Outcome.NOTED, decided_elsewhere=True)


def test_every_numbered_recommendation_needs_an_outcome():
    found = obstacles(_item({"p": Given(Outcome.APPROVED)}))
    assert [(one.why, one.label) for one in found] == [(Why.NO_OUTCOME, "1a"), (Why.NO_OUTCOME, "2")]


def test_what_was_given_must_be_whole():
    given = {
        "p": Given(Outcome.REPLACED),
        "q": Given(Outcome.REFERRED),
        "r": Given(Outcome.NOTED, "Centret skal vende tilbage i maj"),
    }
    assert [one.why for one in obstacles(_item(given))] == [Why.NO_REPLACEMENT, Why.NO_BODY, Why.NOTED_ORDERS]


def test_what_is_noted_carries_no_promise():
    given = dict.fromkeys("pqr", Given(Outcome.NOTED))
    assert obstacles(_item(given)) == ()
    assert [one.label for one in obstacles(_item(given, promising=frozenset("r")))] == ["2"]


def test_a_difference_between_text_and_code_is_resolved_or_kept_for_a_reason():
    given = dict.fromkeys("pqr", Given(Outcome.APPROVED))
    assert [one.why for one in obstacles(_item(given, differing=["2"]))] == [Why.DIFFERENCE]
    assert obstacles(_item(given, differing=["2"], kept_reason="Direktionens egne ord.")) == ()


def test_an_item_without_recommendations_is_decided_whole_or_not_at_all():
    bare = ItemToClose((), {}, "")
    assert [one.why for one in obstacles(bare)] == [Why.NO_OUTCOME]
    assert obstacles(ItemToClose((), {}, "", without_decision=True)) == ()
    assert obstacles(ItemToClose((), {"": Given(Outcome.NOTED)}, "Taget til efterretning.")) == ()


def test_marking_no_decision_does_not_close_recommendations():
    assert len(obstacles(_item({}, without_decision=True))) == 3


def test_an_approval_with_a_remark_is_one_with_remarks():
    assert normalised(Given(Outcome.APPROVED, " at fristen flyttes ")).outcome is Outcome.APPROVED_WITH_REMARKS
    assert normalised(Given(Outcome.APPROVED, to_body="Byrådet", wanted="2026-08")) == Given(Outcome.APPROVED)


@pytest.mark.parametrize(
    "remark", ["at centret udarbejder en plan", "HR bedes følge op", "Sagen fremlægges igen i maj"]
)
def test_a_remark_that_orders_something_is_seen(remark):
    assert orders_something(remark)


def test_a_remark_that_orders_nothing_is_left_alone():
    assert not orders_something("Direktionen kvitterede for et grundigt arbejde")


def _one(key, role="member", **more):
    given = {"stands_in_for": "", "arrived_time": "", "left_time": ""} | more
    status = AttendanceStatus(given.pop("status", "present"))
    return Attendee(key, key.title(), MemberRole(role), status, **given)


def test_who_leaves_before_or_comes_after_an_item_was_not_there():
    people = [_one("a", left_time="09:30"), _one("b", arrived_time="10:00"), _one("c", arrived_time="09:40"), _one("d")]
    assert away_for(people, started="09:30", ended="10:00") == ("a", "b")
    assert away_for(people, started="", ended="") == ()


def test_those_who_decide_are_members_present_and_substitutes_for_somebody():
    people = [
        _one("a", "chair"),
        _one("b", status="excused"),
        _one("c", "substitute", stands_in_for="b"),
        _one("d", "substitute"),
        _one("e", "secretary"),
        _one("f"),
        _one("g"),
    ]
    assert [one.key for one in entitled(people, absent=["f"], disqualified=["g"])] == ["a", "c"]


@pytest.mark.parametrize(
    ("in_favour", "against", "passes"), [(3, 2, True), (2, 2, False), (0, 0, False), (1, 4, False)]
)
def test_a_majority_carries_and_a_tie_is_a_refusal(in_favour, against, passes):
    assert carries(in_favour, against) is passes


@pytest.mark.parametrize(
    "vote",
    [
        Vote(2, 0, 0),
        Vote(3, 1, 0),
        Vote(-1, 4, 0),
        Vote(2, 1, 0, is_secret=True, sides=(("a", Side.FOR),)),
        Vote(2, 1, 0, sides=(("a", Side.FOR), ("b", Side.FOR), ("x", Side.AGAINST))),
        Vote(2, 1, 0, sides=(("a", Side.FOR), ("a", Side.FOR), ("b", Side.AGAINST))),
        Vote(2, 1, 0, sides=(("a", Side.FOR), ("b", Side.AGAINST), ("c", Side.AGAINST))),
    ],
)
def test_a_vote_that_cannot_be_right_is_refused(vote):
    with pytest.raises(NotAVote):
        checked_vote(vote, ["a", "b", "c"])


def test_an_outcome_against_its_vote_is_seen():
    assert contradicts(Vote(3, 2, 0), Outcome.REJECTED)
    assert contradicts(Vote(2, 2, 0), Outcome.APPROVED)
    assert not contradicts(Vote(3, 2, 0), Outcome.APPROVED)


def test_only_the_outvoted_may_have_a_dissent_written():
    open_vote = Vote(2, 1, 0, sides=(("a", Side.FOR), ("b", Side.FOR), ("c", Side.AGAINST)))
    allowed = {key: may_dissent(key, [open_vote], has_votes=True, entitled="abc") for key in "abcx"}
    assert allowed == {"a": False, "b": False, "c": True, "x": False}
    assert may_dissent("a", [Vote(2, 1, 0, is_secret=True)], has_votes=True, entitled="abc")
    assert not may_dissent("a", [Vote(3, 0, 0, is_secret=True)], has_votes=True, entitled="abc")
    assert not may_dissent("a", [], has_votes=True, entitled="abc")
    assert may_dissent("a", [], has_votes=False, entitled="abc")


def test_in_a_tie_those_for_are_the_outvoted():
    tie = Vote(1, 1, 0, sides=(("a", Side.FOR), ("b", Side.AGAINST)))
    assert [may_dissent(key, [tie], has_votes=True, entitled="ab") for key in "ab"] == [True, False]
