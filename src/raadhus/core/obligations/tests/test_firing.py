"""Standing decisions fire once a period, catch up with the newest, and say what they saw."""

from datetime import date

import pytest

from raadhus.core.audit.public import trail
from raadhus.core.obligations.public import (
    CannotStep,
    MissingReason,
    Recurrence,
    Result,
    Rhythm,
    State,
    end_standing,
    fire_standing,
    fire_standing_now,
    of_origin,
    resume_standing,
    standing,
    suspend_standing,
)
from raadhus.core.obligations.queries.firing import planned_firings
from raadhus.core.obligations.tests.conftest import TESTER, absence_over, moment
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role

QUARTERLY = Recurrence(Rhythm.QUARTERLY, (1,))


def fire(at):
    return fire_standing(actor=TESTER, now=at)


@pytest.fixture
def looks(cast):
    return lambda key: standing(cast[Role.SECRETARY], key, now=moment(2030, 1, 1)).looks


def test_it_fires_on_its_day_and_never_again(decide, desk, looks):
    key = decide().key
    assert fire(moment(2026, 4, 29)).looked == ()
    (one,) = fire(moment(2026, 4, 30)).looked
    assert (one.occurrence.period, one.seen.result, one.went_to) == (
        "2026-06",
        Result.FIRED,
        "Udkast: Tal om Personale",
    )
    assert fire(moment(2026, 4, 30)).looked == fire(moment(2026, 5, 30)).looked == ()
    (firing,) = desk.got
    assert (firing.standing_key, firing.body, firing.due) == (key, "Direktionen", date(2026, 6, 1))
    assert looks(key)[0].receipt_url == "/moeder/udkast/1/"


def test_without_an_intake_the_owner_gets_an_obligation_and_that_is_said(decide, cast, looks):
    key = decide().key
    at = moment(2026, 4, 30)
    fire(at)
    (made,) = of_origin(cast[Role.EMPLOYEE], "standing_decision", key, now=at)
    assert (made.owner_key, made.due, made.to_body) == ("mette-mose", "2026-06-01", "Direktionen")
    assert "Intet rum tager imod" in looks(key)[0].reason


def test_what_the_intake_refuses_is_not_lost(decide, desk, cast, looks):
    desk.refusal = "Organet findes ikke."
    key = decide().key
    fire(moment(2026, 4, 30))
    assert "Organet findes ikke." in looks(key)[0].reason
    assert looks(key)[0].receipt_label.startswith("Forpligtelse")


def test_after_downtime_the_newest_counts_and_the_others_are_reported(decide, desk, looks):
    key = decide(recurrence=QUARTERLY).key
    (one,) = fire(moment(2026, 11, 2)).looked
    assert (one.occurrence.period, [each.period for each in one.skipped]) == ("2026-10", ["2026-04", "2026-07"])
    assert len(desk.got) == 1
    assert desk.got[0].due == date(2026, 11, 16)
    assert {each.period: each.result for each in looks(key)} == {
        "2026-04": Result.SKIPPED,
        "2026-07": Result.SKIPPED,
        "2026-10": Result.FIRED,
    }


def test_a_condition_that_is_not_met_makes_no_case_but_is_written_down(decide, desk, thermometer, looks):
    key = decide(recurrence=QUARTERLY, condition=absence_over(5)).key
    thermometer.values[date(2026, 1, 1)] = "4.1"
    fire(moment(2026, 4, 1))
    (one,) = looks(key)
    assert (one.result, str(one.value), one.figure_source) == (Result.NOT_MET, "4.1000", "Fravær")
    assert one.figure_as_of == date(2026, 4, 1)
    assert one.reason == "Sygefravær: 4,1 % (måneden). Det er ikke over 5 %."
    assert desk.got == []


def test_a_condition_that_is_met_fires_with_the_figure_as_its_reason(decide, desk, thermometer):
    decide(recurrence=QUARTERLY, condition=absence_over(5))
    thermometer.values[date(2026, 1, 1)] = "5.3"
    fire(moment(2026, 4, 1))
    assert desk.got[0].reason == "Sygefravær: 5,3 % (måneden). Det er over 5 %."


def test_a_missing_figure_is_said_and_looked_at_again(decide, desk, thermometer, looks):
    key = decide(recurrence=QUARTERLY, condition=absence_over(5)).key
    assert fire(moment(2026, 4, 1)).looked[0].seen.result is Result.MISSING
    assert fire(moment(2026, 4, 2)).looked[0].seen.result is Result.MISSING
    thermometer.values[date(2026, 4, 3)] = "6"
    assert fire(moment(2026, 4, 3)).looked[0].seen.result is Result.FIRED
    assert [one.result for one in looks(key)] == [Result.FIRED]
    assert fire(moment(2026, 4, 4)).looked == ()


def test_a_missing_figure_leaves_one_line_in_the_trail(decide, thermometer):
    key = decide(recurrence=QUARTERLY, condition=absence_over(5)).key
    for day in (1, 2, 7):
        fire(moment(2026, 4, day))
    assert len([one for one in trail("standing_decision", key) if "manglede" in one.sentence]) == 1


@pytest.mark.parametrize("in_force", [True, False])
def test_only_what_is_in_force_fires(decide, desk, in_force):
    decide(in_force=in_force)
    fire(moment(2026, 6, 1))
    assert len(desk.got) == in_force


def test_what_rested_is_not_caught_up_on(decide, desk, cast):
    key = decide(recurrence=QUARTERLY).key
    board = cast[Role.SECRETARY]
    suspend_standing(actor=board, key=key, reason="Afventer nyt system", now=moment(2026, 3, 20))
    assert fire(moment(2026, 4, 1)).looked == ()
    resume_standing(actor=board, key=key, reason="Systemet er klart", now=moment(2026, 5, 4))
    assert fire(moment(2026, 5, 4)).looked == ()
    assert fire(moment(2026, 7, 1)).looked[0].occurrence.period == "2026-07"


def test_it_fires_up_to_and_not_on_the_day_it_ends(decide, desk, cast):
    key = decide(recurrence=QUARTERLY, ends=date(2026, 7, 1)).key
    report = fire(moment(2026, 7, 1))
    assert [one.occurrence.period for one in report.looked] == ["2026-04"]
    assert [one.key for one in report.ended] == [key]
    assert standing(cast[Role.SECRETARY], key, now=moment(2026, 7, 1)).standing.state is State.ENDED


def test_a_decision_of_long_ago_does_not_catch_up_to_its_beginning(decide, desk):
    decide(recurrence=QUARTERLY, starts=date(2017, 3, 1))
    (one,) = fire(moment(2026, 4, 1)).looked
    assert one.skipped == ()


def test_a_dry_run_tells_the_same_and_changes_nothing(decide, desk, cast):
    decide()
    at = moment(2026, 4, 30)
    planned = planned_firings(cast[Role.SECRETARY], now=at)
    assert desk.got == []
    done = fire(at)
    assert [one.seen for one in planned.looked] == [one.seen for one in done.looked]


def test_the_secretary_fires_now_with_a_reason_and_the_period_stays(decide, desk, cast):
    key = decide().key
    given = {"actor": cast[Role.SECRETARY], "key": key, "now": moment(2026, 4, 13)}
    with pytest.raises(MissingReason):
        fire_standing_now(reason=" ", **given)
    fire_standing_now(reason="Direktionen bad om det", **given)
    assert "Direktionen bad om det" in desk.got[0].reason
    with pytest.raises(CannotStep):
        fire_standing_now(reason="Igen", **given)
    assert len(fire(moment(2026, 4, 30)).looked) == 1


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SECRETARY, Role.PUBLIC}))
def test_nobody_else_fires_now(decide, cast, role, now):
    with pytest.raises(NotAllowed):
        fire_standing_now(actor=cast[role], key=decide().key, reason="Fordi", now=now)


def test_what_has_ended_never_fires(decide, cast, desk):
    key = decide().key
    end_standing(actor=cast[Role.CHIEF_EXECUTIVE], key=key, reason="Ikke mere brug for det", now=moment(2026, 4, 1))
    assert fire(moment(2026, 6, 1)).looked == ()
    with pytest.raises(CannotStep):
        fire_standing_now(actor=cast[Role.SECRETARY], key=key, reason="Alligevel", now=moment(2026, 6, 1))


def test_nothing_of_a_closed_one_is_in_the_trail(decide, desk):
    key = decide(title="Afsked af en navngiven", closed=True, public_label="Personalesag").key
    fire(moment(2026, 4, 30))
    told = " ".join(one.sentence for one in trail("standing_decision", key))
    assert "navngiven" not in told
    assert "Personalesag" in told
    assert (desk.got[0].closed, desk.got[0].public_label) == (True, "Personalesag")
