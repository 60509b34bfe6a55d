"""The watch list: who sees what, in which order, and who has acted."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from raadhus.core.access.public import grant_role
from raadhus.core.audit.public import trail
from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotAllowed, NotFound
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.acting import CannotAct, act, undo_act
from raadhus.refunds.queries.watch_sums import watch_sums
from raadhus.refunds.queries.watching import WatchAsked, watched
from raadhus.refunds.rules.watch import Level
from raadhus.refunds.tests.made_cases import claim_due, made_case

STAGE = system("tests", "Prøverne")
SEERS = (Role.UNIT_LEADER, Role.CENTRE_HEAD, Role.HR)


@pytest.fixture
def today(now):
    return localdate(now)


@pytest.fixture
def listed(house, now):
    def names(role, **asked):
        return [one.employment for one in watched(house[role], WatchAsked(**asked), now=now)[:]]

    return names


@pytest.mark.parametrize(
    ("role", "units"),
    [
        (Role.UNIT_LEADER, {"sac-myndighed"}),
        (Role.CENTRE_HEAD, {"sac-myndighed", "sac"}),
        (Role.HR, {"sac-myndighed", "sac", "fdc"}),
    ],
)
def test_each_sees_the_units_of_the_role_and_those_below(listed, today, role, units):
    made = {
        unit: made_case(today, unit_key=unit, centre_key=unit[:3]).employment
        for unit in ("sac-myndighed", "sac", "fdc")
    }
    assert set(listed(role)) == {made[unit] for unit in units}


def test_two_leaders_never_see_each_others(house, listed, today, now):
    grant_role(actor=STAGE, person_key="mette-mose", role=Role.UNIT_LEADER, unit="fdc", start=today, end=None, now=now)
    mine, theirs = made_case(today), made_case(today, unit_key="fdc", centre_key="fdc")
    assert listed(Role.UNIT_LEADER) == [mine.employment]
    assert listed(Role.EMPLOYEE) == [theirs.employment]


def test_a_leader_whose_role_ended_yesterday_sees_nothing(house, today, now):
    made_case(today, unit_key="fdc")
    start = today - timedelta(days=300)
    grant_role(actor=STAGE, person_key="mette-mose", role=Role.UNIT_LEADER, unit="fdc", start=start, end=today, now=now)
    with pytest.raises(NotAllowed):
        watched(house[Role.EMPLOYEE], WatchAsked(), now=now)
    yesterday = now - timedelta(days=1)
    assert len(watched(house[Role.EMPLOYEE], WatchAsked(), now=yesterday)) == 1


@pytest.mark.parametrize(
    "shut",
    [
        {"settled_at": "2026-03-01T09:00:00Z"},
        {"is_gone": True},
        {"last_date": date(2026, 3, 1), "next_step": "nothing", "deadline_date": None},
        {"last_date": date(2026, 3, 1), "deadline_date": date(2026, 3, 10), "at_risk_ore": 0},
    ],
)
def test_what_is_closed_or_past_saving_is_not_on_the_list(listed, today, shut):
    made_case(today, **shut)
    assert listed(Role.HR) == []


def test_the_list_is_narrowed_and_sorted(listed, today):
    late, alarm, quiet = (made_case(today, day=day, at_risk_ore=risk) for day, risk in ((40, 1), (30, 3), (5, 2)))
    claim = claim_due(today, left=60)
    assert listed(Role.HR) == [late.employment, alarm.employment, quiet.employment, claim.employment]
    assert listed(Role.HR, level="late") == [late.employment]
    assert listed(Role.HR, level="alarm") == [alarm.employment]
    assert listed(Role.HR, level="quiet", step="claim") == [claim.employment]
    assert listed(Role.HR, step="notify", sort="risk", descending=True) == [
        one.employment for one in (alarm, quiet, late)
    ]


@pytest.mark.parametrize("day", [1, 28, 29, 35, 36, 37, 200])
@pytest.mark.parametrize("level", Level)
def test_the_filter_and_the_line_agree_on_the_level(house, today, now, day, level):
    made_case(today, day=day)
    claim_due(today, left=20 - day)
    for one in watched(house[Role.HR], WatchAsked(level=level.value), now=now)[:]:
        assert one.level is level


def test_a_level_is_of_the_day_whenever_it_was_worked_out(house, today, now):
    made_case(today, level=Level.QUIET.value, day=29)
    (one,) = watched(house[Role.HR], WatchAsked(), now=now)[:]
    assert (one.level, one.days_left, one.day_number) == (Level.ALARM, 7, 29)


def test_the_leader_is_told_of_an_agreement_and_of_no_other_kind(house, today, now):
    made_case(today, kind="section_56")
    made_case(today, kind="fleksjob")
    seen = {role: {one.kind for one in watched(house[role], WatchAsked(), now=now)[:]} for role in SEERS}
    assert seen[Role.UNIT_LEADER] == {"§ 56-aftale", "Fravær"}
    assert seen[Role.CENTRE_HEAD] == {"Fravær"}
    assert seen[Role.HR] == {"§ 56-aftale", "Fleksjob"}


def test_looking_leaves_a_trace(house, listed, today):
    made_case(today)
    listed(Role.UNIT_LEADER)
    assert [one.actor_name for one in trail("verb", "refunds.watch")] == ["Uffe Urt"]


def test_the_sums_are_those_of_what_is_seen(house, today, now):
    made_case(today, at_risk_ore=100)
    made_case(today, day=40, at_risk_ore=50, unit_key="sac")
    made_case(today, day=3, at_risk_ore=7, unit_key="fdc", centre_key="fdc")
    sums = watch_sums(house[Role.HR], now=now)
    assert (sums.whole.cases, sums.whole.urgent, sums.whole.at_risk_ore) == (3, 2, 157)
    assert [(one.label, one.cases) for one in sums.by_centre] == [("SAC", 2), ("FDC", 1)]
    assert {one.label: one.at_risk_ore for one in sums.by_leader} == {
        "Uffe Urt": 100,
        "Cecilie Ceder": 50,
        "Ingen leder": 7,
    }
    assert watch_sums(house[Role.UNIT_LEADER], now=now).whole.at_risk_ore == 100


def test_who_has_acted_is_left_in_peace_until_the_deadline(house, today, now):
    made = made_case(today, day=30)
    act(actor=house[Role.UNIT_LEADER], key=str(made.pk), now=now)
    (one,) = watched(house[Role.HR], WatchAsked(), now=now)[:]
    assert (one.is_quiet, one.acted_by, one.can_act) == (True, "Uffe Urt", False)
    (later,) = watched(house[Role.HR], WatchAsked(), now=now + timedelta(days=7))[:]
    assert (later.is_quiet, later.can_act) == (False, True)


def test_acting_is_undone(house, today, now):
    made = made_case(today)
    act(actor=house[Role.UNIT_LEADER], key=str(made.pk), now=now)
    undo_act(actor=house[Role.HR], key=str(made.pk), now=now)
    (one,) = watched(house[Role.HR], WatchAsked(), now=now)[:]
    assert (one.acted_at, one.can_act) == (None, True)
    assert [entry.actor_name for entry in trail("refund_case", str(made.pk))] == ["Uffe Urt", "Hanne Hassel"]


def test_the_second_who_acts_is_told_that_it_is_done(house, today, now):
    made = made_case(today)
    act(actor=house[Role.UNIT_LEADER], key=str(made.pk), now=now)
    with pytest.raises(CannotAct, match="allerede"):
        act(actor=house[Role.HR], key=str(made.pk), now=now)


def test_a_claim_far_ahead_cannot_be_acted_on(house, today, now):
    made = claim_due(today, left=60)
    with pytest.raises(CannotAct, match="længere fremme"):
        act(actor=house[Role.HR], key=str(made.pk), now=now)


def test_nobody_acts_on_what_they_may_not_see(house, today, now):
    made = made_case(today, unit_key="fdc")
    with pytest.raises(NotFound):
        act(actor=house[Role.UNIT_LEADER], key=str(made.pk), now=now)
