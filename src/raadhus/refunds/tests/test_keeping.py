"""Agreements, settings from a day on, and forgetting what has had its time."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import NOW

from raadhus.core.audit.models import Entry
from raadhus.kernel.errors import NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.agreements import remove_agreement, set_agreement
from raadhus.refunds.actions.forgetting import forget
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.settings import set_settings
from raadhus.refunds.models import Agreement, EarlierYear, RefundCase, YearlyStatement
from raadhus.refunds.queries.assumptions import overview
from raadhus.refunds.queries.keeping import agreements
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.rules.keeping import kept_from_year
from raadhus.refunds.rules.setting import Chosen

TODAY = date(2026, 3, 16)


@pytest.fixture
def hr(house):
    return house[Role.HR]


def agree(hr, start=date(2026, 1, 1), last=date(2027, 12, 31), employment="E1"):
    return set_agreement(actor=hr, employment=employment, start=start, last=last, now=NOW)


def test_an_agreement_is_written_ended_earlier_and_shown(hr):
    agree(hr)
    agree(hr, last=date(2026, 3, 15))
    (shown,) = agreements(hr, NOW)
    assert (shown.employment, shown.last, shown.is_in_force) == ("E1", date(2026, 3, 15), False)
    assert agreements(hr, NOW, "e2") == ()


@pytest.mark.parametrize(
    ("start", "last", "employment", "said"),
    [
        (date(2026, 1, 1), date(2025, 12, 31), "E2", "slutter, før"),
        (date(2026, 1, 1), date(2028, 1, 1), "E2", "31.12.2027"),
        (date(2027, 12, 31), date(2028, 1, 31), "E1", "01.01.2026"),
        (date(2026, 1, 1), date(2026, 1, 31), "010203-1234", "CPR"),
        (date(2026, 1, 1), date(2026, 1, 31), " ", "nummer"),
    ],
)
def test_what_is_no_agreement_is_refused(hr, start, last, employment, said):
    agree(hr)
    with pytest.raises(WrongInput, match=said):
        agree(hr, start, last, employment)


def test_an_agreement_is_removed_with_a_reason_and_only_by_hr(hr, house):
    key = agree(hr)
    with pytest.raises(NotAllowed):
        remove_agreement(actor=house[Role.AUDITOR], key=key, reason="x", now=NOW)
    with pytest.raises(WrongInput):
        remove_agreement(actor=hr, key=key, reason=" ", now=NOW)
    remove_agreement(actor=hr, key=key, reason="Forkert ansættelse", now=NOW)
    assert not Agreement.objects.exists()
    with pytest.raises(NotFound):
        remove_agreement(actor=hr, key=key, reason="Igen", now=NOW)


def test_settings_hold_from_their_day_until_the_next(hr):
    assert settings_on(TODAY).start is None
    set_settings(actor=hr, start=date(2025, 1, 1), chosen=Chosen(threshold_ore=1), reason="Beslutning", now=NOW)
    set_settings(
        actor=hr, start=date(2026, 1, 1), chosen=Chosen(count_public_holidays=False), reason="Praksis", now=NOW
    )
    held = [settings_on(day) for day in (date(2024, 12, 31), date(2025, 12, 31), date(2026, 1, 1))]
    assert [one.start for one in held] == [None, date(2025, 1, 1), date(2026, 1, 1)]
    assert [one.threshold_ore for one in held] == [30_000_000, 1, 30_000_000]
    assert [one.rules.count_public_holidays for one in held] == [True, True, False]


def test_each_assumption_has_its_source_and_the_day_since_when_it_has_been_so(hr):
    for start, days in ((date(2024, 1, 1), 33), (date(2025, 1, 1), 33), (date(2026, 1, 1), 33)):
        set_settings(actor=hr, start=start, chosen=Chosen(notification_days=days), reason="Praksis", now=NOW)
    shown = {one.source.name: one for one in overview(hr, NOW).assumptions if "Fem uger" in one.text}
    assert {name: one.start for name, one in shown.items()} == {"Sygedagpengeloven § 40": date(2024, 1, 1)}
    assert {one.start for one in overview(hr, NOW).assumptions if "Fem uger" not in one.text} == {None}


def test_the_same_day_again_replaces_and_the_trail_keeps_both(hr):
    for days in (30, 33):
        set_settings(actor=hr, start=TODAY, chosen=Chosen(notification_days=days), reason="Prøve", now=NOW)
    assert settings_on(TODAY).rules.notification_days == 33
    assert Entry.objects.filter(event="refunds.settings_set").count() == 2


@pytest.mark.parametrize(
    ("chosen", "start", "reason", "said"),
    [
        (Chosen(notification_days=27), TODAY, "x", "mellem 28 og 42"),
        (Chosen(alarm_days=35), TODAY, "x", "før fristen"),
        (Chosen(wage_percent=101), TODAY, "x", "mellem 50 og 100"),
        (Chosen(least_cases=2), TODAY, "x", "mellem 3 og 50"),
        (Chosen(kept_months=11), TODAY, "x", "mellem 12 og 240"),
        (Chosen(), date(2013, 1, 6), "x", r"07\.01\.2013"),
        (Chosen(), TODAY, " ", "begrundelse"),
    ],
)
def test_settings_out_of_bounds_or_without_a_reason_are_refused(hr, chosen, start, reason, said):
    with pytest.raises(WrongInput, match=said):
        set_settings(actor=hr, start=start, chosen=chosen, reason=reason, now=NOW)
    assert settings_on(TODAY).start is None


@pytest.mark.parametrize(
    ("today", "months", "year"),
    [(date(2025, 12, 31), 60, 2020), (date(2026, 1, 1), 60, 2021), (date(2026, 6, 30), 6, 2025), (TODAY, 12, 2025)],
)
def test_a_year_is_kept_its_months_from_its_end(today, months, year):
    assert kept_from_year(today, months) == year


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(12, 240), st.integers(0, 400))
def test_waiting_never_brings_a_year_back(today, months, later):
    then = date.fromordinal(today.toordinal() + later)
    assert kept_from_year(today, months) <= kept_from_year(then, months) <= then.year


@pytest.fixture
def old(hr, payroll):
    """A late case that ended in 2020, one of 2024, and one that has gone on since 2020."""
    payroll.absence(date(2020, 1, 6), date(2020, 5, 29))
    for number, (first, last) in enumerate([(date(2024, 1, 8), date(2024, 5, 31)), (date(2020, 1, 6), None)], start=2):
        payroll.employs(f"E{number}")
        payroll.absence(first, last, employment=f"E{number}")
    recalculate(actor=hr, today=date(2025, 3, 1), now=NOW)


def test_forgetting_deletes_whose_time_is_up_and_never_what_is_open(hr, old):
    lost = RefundCase.objects.get(employment="E1").lost_ore
    YearlyStatement.objects.create(
        year=2020, proposal_key="p", figures={}, figures_sha256="0" * 64, proposed_by="hr", proposed_at=NOW
    )
    assert forget(actor=hr, today=TODAY, now=NOW) == 1
    assert {one.employment for one in RefundCase.objects.all()} == {"E2", "E3"}
    kept = EarlierYear.objects.get()
    assert (kept.year, kept.lost_ore, kept.cases) == (2020, lost, 1)
    assert YearlyStatement.objects.count() == 1
    assert forget(actor=hr, today=TODAY, now=NOW) == 0


def test_a_case_with_a_step_that_is_missing_is_open_however_old(hr, old):
    RefundCase.objects.filter(employment="E1").update(next_step="claim", deadline_date=date(2020, 9, 1))
    assert forget(actor=hr, today=TODAY, now=NOW) == 0
    RefundCase.objects.filter(employment="E1").update(settled_at=NOW)
    assert forget(actor=hr, today=TODAY, now=NOW) == 1


def test_what_was_forgotten_does_not_come_back_with_payroll(hr, old):
    forget(actor=hr, today=TODAY, now=NOW)
    recalculate(actor=hr, today=TODAY, now=NOW)
    assert {one.employment for one in RefundCase.objects.all()} == {"E2", "E3"}


def test_what_somebody_has_told_of_a_year_stands(hr, old):
    EarlierYear.objects.create(year=2020, lost_ore=7, source="Sagen fra 2021", set_by="hr", set_at=NOW)
    forget(actor=hr, today=TODAY, now=NOW)
    assert EarlierYear.objects.get().lost_ore == 7


def test_the_trail_tells_how_many_and_never_whose(hr, old):
    forget(actor=hr, today=TODAY, now=NOW)
    entry = Entry.objects.get(event="refunds.forgotten")
    assert '"count":1' in entry.data.replace(" ", "")
    assert "E1" not in entry.data + entry.subject_label


def test_a_longer_period_keeps_more(hr, old):
    set_settings(actor=hr, start=TODAY, chosen=replace(Chosen(), kept_months=84), reason="Arkiv", now=NOW)
    assert forget(actor=hr, today=TODAY, now=NOW) == 0
