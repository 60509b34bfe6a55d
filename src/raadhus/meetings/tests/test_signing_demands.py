"""Who must and may sign, and when minutes are complete: the table of docs/rules/signing.md."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.meetings.rules.membership import MemberRole
from raadhus.meetings.rules.profile_rules import SignatureRule
from raadhus.meetings.rules.signing.demands import (
    CannotSign,
    Signer,
    SignerPart,
    check_identity,
    check_may_answer,
    check_roster,
    completeness,
    must_sign,
    part_of,
)
from raadhus.meetings.rules.signing.statements import ANSWERS, Act

DAY = date(2031, 3, 10)
NOW = datetime(2031, 3, 10, 9, tzinfo=UTC)
YES, NO, NONE = Act.SIGNED, Act.REFUSED, None


def board(chair, first, second):
    parts = (SignerPart.CHAIR, SignerPart.MEMBER, SignerPart.MEMBER)
    answers = zip(("formand", "A", "B"), parts, (chair, first, second), strict=True)
    return [Signer(name, part, present=True, answer=answer) for name, part, answer in answers]


@pytest.mark.parametrize(
    ("answers", "overdue", "complete", "may"),
    [
        ((YES, YES, YES), False, True, True),
        ((YES, YES, NO), False, True, True),
        ((YES, YES, NONE), False, False, False),
        ((YES, YES, NONE), True, False, True),
        ((NONE, YES, YES), True, False, False),
        ((YES, NONE, NONE), True, False, False),
    ],
)
def test_minutes_are_complete_when_all_have_answered(answers, overdue, complete, may):
    today = DAY + timedelta(days=overdue)
    found = completeness(board(*answers), SignatureRule.ALL_PRESENT, deadline=DAY, today=today)
    assert (found.is_complete, found.may_be_completed) == (complete, may)


@pytest.mark.parametrize(
    ("demanded", "asked"),
    [
        (SignatureRule.ALL_PRESENT, {SignerPart.CHAIR, SignerPart.MEMBER, SignerPart.SUBSTITUTE}),
        (SignatureRule.CHAIR_AND_SECRETARY, {SignerPart.CHAIR, SignerPart.SECRETARY}),
        (SignatureRule.CHAIR, {SignerPart.CHAIR}),
        (SignatureRule.NONE, set()),
    ],
)
def test_the_rule_says_who_must_sign(demanded, asked):
    assert {part for part in SignerPart if must_sign(Signer("x", part, present=True), demanded)} == asked


@given(st.sampled_from(SignerPart), st.sampled_from(SignatureRule), st.sampled_from(sorted(ANSWERS)))
def test_who_was_absent_neither_must_nor_may(part, demanded, act):
    absent = Signer("x", part, present=False)
    assert not must_sign(absent, demanded)
    with pytest.raises(CannotSign, match="fraværende"):
        check_may_answer(absent, act, remark="x")


def test_nobody_answers_twice_or_without_having_taken_part():
    with pytest.raises(CannotSign, match="allerede"):
        check_may_answer(Signer("x", SignerPart.MEMBER, present=True, answer=Act.SIGNED), Act.REFUSED, remark="x")
    with pytest.raises(CannotSign, match="ikke som deltager"):
        check_may_answer(None, Act.SIGNED, remark="")


@pytest.mark.parametrize("act", [Act.REFUSED, Act.SIGNED_WITH_RESERVATION])
def test_a_refusal_and_a_reservation_say_why(act):
    with pytest.raises(CannotSign, match="begrundelse"):
        check_may_answer(Signer("x", SignerPart.MEMBER, present=True), act, remark="  ")


@pytest.mark.parametrize("age", [None, timedelta(minutes=6), timedelta(minutes=-1)])
def test_identity_must_be_fresh(age):
    with pytest.raises(CannotSign, match="Bekræft"):
        check_identity(None if age is None else NOW - age, is_token=False, now=NOW)


def test_a_key_of_the_api_is_no_person():
    check_identity(NOW - timedelta(minutes=4), is_token=False, now=NOW)
    with pytest.raises(CannotSign, match="API-nøgle"):
        check_identity(NOW, is_token=True, now=NOW)


def test_a_roster_without_anybody_to_sign_is_refused():
    absent = [Signer("x", SignerPart.CHAIR, present=False), Signer("y", SignerPart.SECRETARY, present=True)]
    for demanded in (SignatureRule.ALL_PRESENT, SignatureRule.CHAIR_AND_SECRETARY, SignatureRule.CHAIR):
        with pytest.raises(CannotSign):
            check_roster(absent, demanded)
    check_roster(absent, SignatureRule.NONE)


@pytest.mark.parametrize(
    ("role", "stands_in", "chair_is_here", "part"),
    [
        (MemberRole.CHAIR, False, True, SignerPart.CHAIR),
        (MemberRole.VICE_CHAIR, False, True, SignerPart.MEMBER),
        (MemberRole.VICE_CHAIR, False, False, SignerPart.CHAIR),
        (MemberRole.MEMBER, False, True, SignerPart.MEMBER),
        (MemberRole.SUBSTITUTE, True, True, SignerPart.SUBSTITUTE),
        (MemberRole.SECRETARY, False, True, SignerPart.SECRETARY),
        (MemberRole.OBSERVER, False, True, None),
    ],
)
def test_as_what_one_signs_follows_from_how_one_came(role, stands_in, chair_is_here, part):
    assert part_of(role, stands_in=stands_in, chair_is_here=chair_is_here) is part
