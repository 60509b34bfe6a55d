"""The decision itself, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.access.rules.policy import (
    ALLOWING,
    WHOLE_HOUSE,
    Grant,
    ReasonCode,
    Standing,
    decide,
    scope_of,
)
from raadhus.kernel.actors import ActorKind
from raadhus.kernel.periods import Period
from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import Verb

DAY = date(2026, 3, 16)
READ = Verb("personnel.read", "Se tal", frozenset({Role.HR, Role.UNIT_LEADER}))
ALL_YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
HOUSE = {"sac-myndighed": "sac", "sac": "kommunen", "fdc": "kommunen"}


def covers(ancestor, unit, _on):
    while unit is not None:
        if unit == ancestor:
            return True
        unit = HOUSE.get(unit)
    return False


def verdict(*grants, verb=READ, unit=None, on=DAY, token_verbs=None):
    standing = Standing(ActorKind.PERSON, has_login=True, grants=grants, token_verbs=token_verbs)
    return decide(verb, standing, unit=unit, on=on, covers=covers)


def leader(unit, period=ALL_YEAR):
    return Grant(Role.UNIT_LEADER, unit, period)


def test_nothing_granted_is_nothing_allowed():
    assert not verdict().allowed
    assert verdict().reasons[0].code is ReasonCode.NO_GRANT


@pytest.mark.parametrize(
    ("unit", "allowed"),
    [("sac", True), ("sac-myndighed", True), ("fdc", False), ("kommunen", False), (None, True), (WHOLE_HOUSE, False)],
)
def test_a_grant_reaches_its_unit_and_all_below(unit, allowed):
    assert verdict(leader("sac"), unit=unit).allowed is allowed


@pytest.mark.parametrize("unit", ["sac", "fdc", None, WHOLE_HOUSE])
def test_a_grant_without_a_unit_reaches_everywhere(unit):
    assert verdict(Grant(Role.HR, None, ALL_YEAR), unit=unit).allowed


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2025, 12, 31), ReasonCode.NOT_BEGUN),
        (date(2026, 1, 1), ReasonCode.GRANTED),
        (date(2026, 12, 31), ReasonCode.GRANTED),
        (date(2027, 1, 1), ReasonCode.ENDED),
    ],
)
def test_a_grant_counts_from_its_first_day_until_its_end(on, code):
    assert verdict(leader("sac"), on=on).reasons[0].code is code


def test_another_role_does_not_help():
    assert verdict(Grant(Role.DPO, None, ALL_YEAR)).reasons[0].code is ReasonCode.OTHER_ROLE


def test_a_token_narrows_its_owner_and_never_widens():
    granted = leader("sac")
    assert verdict(granted, token_verbs=frozenset({"personnel.read"})).allowed
    assert not verdict(granted, token_verbs=frozenset({"meetings.read"})).allowed
    assert not verdict(token_verbs=frozenset({"personnel.read"})).allowed


@pytest.mark.parametrize("kind", [ActorKind.PUBLIC, ActorKind.PERSON])
def test_without_a_login_even_a_grant_is_worth_nothing(kind):
    standing = Standing(kind, has_login=False, grants=(Grant(Role.HR, None, ALL_YEAR),))
    assert not decide(READ, standing, unit=None, on=DAY, covers=covers).allowed


def test_every_login_is_an_employee_and_everybody_the_public():
    for_employees = Verb("x.y", "X", frozenset({Role.EMPLOYEE}))
    for_all = Verb("x.z", "X", frozenset({Role.PUBLIC}))
    assert verdict(verb=for_employees).allowed
    assert decide(for_all, Standing(ActorKind.PUBLIC), unit=None, on=DAY, covers=covers).allowed


UNITS = st.sampled_from([None, "kommunen", "sac", "sac-myndighed", "fdc"])
PERIODS = st.builds(
    lambda start, days: Period(date.fromordinal(start), date.fromordinal(start + days)),
    st.integers(DAY.toordinal() - 30, DAY.toordinal() + 30),
    st.integers(1, 60),
)
GRANTS = st.lists(st.builds(Grant, st.sampled_from(Role), UNITS, PERIODS), max_size=5)
ROLES = st.frozensets(st.sampled_from(Role))


@given(GRANTS, ROLES, UNITS)
def test_yes_always_has_a_reason_for_yes_and_no_has_none(grants, roles, unit):
    answer = verdict(*grants, verb=Verb("x.y", "X", roles), unit=unit)
    assert answer.reasons
    assert answer.allowed == any(reason.code in ALLOWING for reason in answer.reasons)


@given(GRANTS, GRANTS, ROLES, UNITS)
def test_more_grants_never_take_anything_away(grants, more, roles, unit):
    verb = Verb("x.y", "X", roles)
    assert verdict(*grants, *more, verb=verb, unit=unit).allowed >= verdict(*grants, verb=verb, unit=unit).allowed


@given(GRANTS, ROLES, st.sampled_from(["kommunen", "sac", "sac-myndighed", "fdc"]))
def test_the_scope_says_the_same_as_the_verdict(grants, roles, unit):
    verb = Verb("x.y", "X", roles)
    standing = Standing(ActorKind.PERSON, has_login=True, grants=tuple(grants))
    scope = scope_of(verb, standing, on=DAY)
    inside = scope.everything or any(covers(granted, unit, DAY) for granted in scope.units)
    assert inside == decide(verb, standing, unit=unit, on=DAY, covers=covers).allowed
