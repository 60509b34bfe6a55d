"""require, may, scope and roles_of against the database."""

from datetime import timedelta

import pytest

from raadhus.core.access.public import (
    CannotGrantRole,
    Scope,
    UnknownVerb,
    close_account,
    end_role,
    grant_role,
    may,
    policy_table,
    require,
    roles_of,
    scope,
)
from raadhus.kernel.actors import PUBLIC, system
from raadhus.kernel.errors import Conflict, NotAllowed
from raadhus.kernel.roles import Role


def test_it_refuses_with_the_verbs_label(cast, now):
    with pytest.raises(NotAllowed, match="Oprette en konto"):
        require(cast[Role.EMPLOYEE], "access.create_account", now=now)


def test_it_lets_those_through_who_may(cast, now):
    require(cast[Role.ADMINISTRATOR], "access.create_account", now=now)


def test_an_unknown_verb_is_a_fault_and_no_verdict(cast, now):
    with pytest.raises(UnknownVerb):
        may(cast[Role.ADMINISTRATOR], "access.fly", now=now)


def test_a_system_actor_may_what_it_is_coded_to_do(db, now):
    assert may(system("night", "Natkørslen"), "access.create_account", now=now)


def test_roles_are_those_granted_today(cast, now):
    assert roles_of(cast[Role.HR], now) == {Role.HR, Role.EMPLOYEE, Role.PUBLIC}
    assert roles_of(PUBLIC, now) == {Role.PUBLIC}
    assert roles_of(cast.outsider, now) == {Role.PUBLIC}


def grant(actor, person, role, now, **more):
    values = {"unit": None, "start": now.date(), **more}
    return grant_role(actor=actor, person_key=person.key, role=role, now=now, **values)


def test_the_scope_of_a_role_in_a_unit_is_that_unit(cast, now):
    employee = cast[Role.EMPLOYEE]
    grant(system("tests", "Prøverne"), employee, Role.AUDITOR, now, unit="fdc")
    assert scope(employee, "access.read_accounts", now=now) == Scope(everything=False, units=frozenset({"fdc"}))
    assert scope(cast[Role.AUDITOR], "access.read_accounts", now=now) == Scope(everything=True)


def test_nobody_grants_themselves_a_role(cast, now):
    with pytest.raises(CannotGrantRole, match="dig selv"):
        grant(cast[Role.ADMINISTRATOR], cast[Role.ADMINISTRATOR], Role.HR, now)


def test_the_same_role_is_not_granted_twice_for_the_same_days(cast, now):
    with pytest.raises(Conflict):
        grant(cast[Role.ADMINISTRATOR], cast[Role.HR], Role.HR, now)


def test_a_role_ends_on_the_day_it_is_ended(cast, now):
    employee = cast[Role.EMPLOYEE]
    granted = grant(cast[Role.ADMINISTRATOR], employee, Role.DPO, now, start=now.date() - timedelta(days=1))
    assert Role.DPO in roles_of(employee, now)
    end_role(actor=cast[Role.ADMINISTRATOR], grant_id=granted.id, end=now.date(), now=now)
    assert Role.DPO not in roles_of(employee, now)


def test_a_closed_account_has_no_roles(cast, now):
    close_account(actor=cast[Role.ADMINISTRATOR], person_key=cast[Role.HR].key, now=now)
    assert roles_of(cast[Role.HR], now) == {Role.PUBLIC}


@pytest.mark.parametrize(
    ("role", "unit", "covered"),
    [
        (Role.CENTRE_HEAD, "sac", True),
        (Role.CENTRE_HEAD, "sac-myndighed", True),
        (Role.CENTRE_HEAD, "fdc", False),
        (Role.UNIT_LEADER, "sac-myndighed", True),
        (Role.UNIT_LEADER, "sac", False),
        (Role.CENTRE_HEAD, "kommunen", False),
    ],
)
def test_a_role_in_a_unit_reaches_down_the_real_organisation(house, now, role, unit, covered):
    verb = next(verb for verb in policy_table().values() if role in verb.roles and Role.EMPLOYEE not in verb.roles)
    assert may(house[role], verb.name, unit=unit, now=now) is covered
