"""The law as code: which days of an absence are lost, and what they are worth (docs/rules/refunds.md)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.periods import months_before
from raadhus.refunds.rules.cases import Absence, Cause, Kind, Settings
from raadhus.refunds.rules.causes import cause_of, dispensation, saved_by
from raadhus.refunds.rules.deadlines import may_be_dispensed, notification_deadline, refunded_from
from raadhus.refunds.rules.loss import Loss, LostStretch, Why, loss_of, lost_days, rounded, weekdays
from raadhus.refunds.rules.rates import LAST_KNOWN_YEAR, RATES, STARTS, hourly_of, year_without_rate
from raadhus.refunds.rules.results import calculate

AS_OF = date(2026, 11, 22)
PLAIN = Settings()
BASE = Absence(
    case_id="1",
    unit="FKC",
    first=date(2024, 1, 8),
    last=date(2024, 5, 31),
    weekly_hours=Decimal(37),
    notified=date(2024, 2, 12),
    claimed=date(2024, 3, 10),
)


def lost(absence: Absence, as_of: date = AS_OF) -> tuple[int, int]:
    loss = loss_of(absence, PLAIN, as_of)
    return loss.days, loss.lost_ore


@pytest.mark.parametrize(
    ("change", "days", "ore"),
    [
        ({"notified": date(2024, 2, 28)}, 15, 1408479),
        ({}, 0, 0),
        ({"notified": date(2024, 2, 13)}, 4, 4 * 93899 - 2),
        ({"notified": date(2024, 2, 1)}, 0, 0),
        ({"notified": None, "claimed": None}, 83, 7793584),
        ({"claimed": date(2024, 6, 10)}, 23, 2159668),
        ({"claimed": None}, 83, 7793584),
        ({"notified": date(2024, 2, 28), "claimed": date(2024, 6, 10)}, 23, 2159668),
        ({"last": date(2024, 2, 6), "notified": None, "claimed": None}, 0, 0),
        ({"kind": Kind.SECTION_56, "last": date(2024, 2, 6), "notified": None, "claimed": None}, 22, 2065769),
        (
            {
                "kind": Kind.SECTION_56,
                "last": date(2024, 1, 19),
                "notified": date(2024, 4, 1),
                "claimed": date(2024, 4, 1),
            },
            0,
            0,
        ),
        ({"kind": Kind.FLEKSJOB, "last": date(2024, 1, 19), "claimed": date(2024, 4, 15)}, 5, 469493),
        ({"kind": Kind.PARTIAL, "absence_hours": Decimal("18.5"), "notified": date(2024, 2, 28)}, 15, 704240),
        ({"kind": Kind.PARTIAL, "absence_hours": Decimal("3.9"), "notified": date(2024, 2, 28)}, 0, 0),
        ({"weekly_hours": Decimal(30), "notified": date(2024, 2, 28)}, 15, 1142010),
        ({"weekly_hours": Decimal(48), "notified": date(2024, 2, 28)}, 15, 1408479),
        ({"hourly_wage_ore": 10000, "notified": date(2024, 2, 28)}, 15, 1110000),
    ],
)
def test_examples(change, days, ore):
    assert lost(replace(BASE, **change)) == (days, ore)


@pytest.mark.parametrize(
    ("hours", "rate_day", "ore"),
    [("111.0", date(2024, 2, 7), 1408479), ("414.4", date(2024, 6, 3), 5258322), ("126.6", date(2023, 6, 1), 1556800)],
)
def test_the_amounts_of_the_known_table(hours, rate_day, ore):
    rate = RATES.on(rate_day).hour_ore
    stretch = LostStretch(rate_day, rate_day, Why.NOTIFIED_LATE, 1, Fraction(Decimal(hours)), rate)
    assert Loss(BASE, (stretch,)).lost_ore == ore


def test_the_rate_is_that_of_the_day_of_absence():
    case = replace(
        BASE, first=date(2023, 11, 20), last=date(2024, 1, 31), notified=date(2024, 1, 8), claimed=date(2024, 1, 9)
    )
    stretches = loss_of(case, PLAIN, AS_OF).stretches
    assert [(one.days, one.rate_ore) for one in stretches] == [(8, 12297), (5, 12689)]


def test_every_rate_is_a_thirty_seventh_of_the_week_and_begins_on_the_first_monday():
    for start, rate, _ in RATES.steps:
        assert rate.hour_ore == hourly_of(rate.week_ore)
        assert start.weekday() == 0
        assert start.day <= 7
        assert abs(rate.hour_ore * 37 - rate.week_ore) <= 37 // 2 + 1


@pytest.mark.parametrize(
    ("year", "hour"), [(2013, 10824), (2019, 11770), (2023, 12297), (2024, 12689), (2025, 13149), (2026, 13743)]
)
def test_hourly_rates_as_published(year, hour):
    assert RATES.on(date(year, 6, 1)).hour_ore == hour


def test_a_year_is_without_a_rate_from_its_first_monday_until_somebody_writes_it_in():
    year = LAST_KNOWN_YEAR + 1
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(8)]
    monday = next(day for day in days if day.weekday() == 0)
    assert [year_without_rate(day) for day in (monday - timedelta(days=1), monday, date(year, 12, 31))] == [
        None,
        year,
        year,
    ]
    assert not any(year_without_rate(start) for start in STARTS)


def test_a_day_before_the_first_rate_is_refused_with_a_sentence():
    early = replace(BASE, first=date(2012, 1, 2), last=date(2012, 6, 1), notified=None, claimed=None)
    with pytest.raises(WrongInput, match=r"07\.01\.2013"):
        loss_of(early, PLAIN, AS_OF)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2023, 5, 31), date(2023, 2, 28)),
        (date(2024, 1, 15), date(2023, 10, 15)),
    ],
)
def test_three_months_back_is_the_same_day_or_the_last_of_the_month(day, before):
    assert months_before(day, 3) == before


def test_public_holidays_count_unless_they_are_set_not_to():
    easter = (date(2024, 3, 25), date(2024, 4, 8))
    assert weekdays(*easter, PLAIN) == 10
    assert weekdays(*easter, Settings(count_public_holidays=False)) == 7


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"notified": date(2024, 2, 28), "registered": date(2024, 2, 20)}, Cause.LEADER_LATE),
        ({"notified": date(2024, 2, 28), "registered": date(2024, 1, 9)}, Cause.HR_LATE),
        ({"claimed": date(2024, 6, 10)}, Cause.CLAIM_LATE),
        ({"notified": None, "claimed": None}, Cause.NEVER_SENT),
        ({"notified": date(2024, 2, 28), "cause": Cause.EMPLOYEE}, Cause.EMPLOYEE),
        ({}, None),
    ],
)
def test_the_cause_is_what_the_dates_say_unless_somebody_knows_better(change, cause):
    assert cause_of(loss_of(replace(BASE, **change), PLAIN, AS_OF), PLAIN) is cause


def test_it_is_said_what_would_have_saved_it_and_whether_dispensation_is_possible():
    late = loss_of(replace(BASE, notified=date(2024, 2, 28)), PLAIN, AS_OF)
    assert "12.02.2024" in saved_by(late, PLAIN)
    assert "kan søges" in dispensation(late)
    too_late = loss_of(replace(BASE, claimed=date(2024, 7, 9)), PLAIN, AS_OF)
    assert "udelukket" in dispensation(too_late)


@pytest.mark.parametrize(
    ("first", "last"), [(date(2024, 1, 8), date(2024, 7, 8)), (date(2023, 2, 28), date(2023, 8, 28))]
)
def test_dispensation_is_possible_for_six_months_and_not_a_day_more(first, last):
    absence = replace(BASE, first=first)
    assert may_be_dispensed(absence, last)
    assert not may_be_dispensed(absence, last + timedelta(days=1))


DAYS = st.dates(date(2014, 1, 1), date(2026, 1, 1))


@st.composite
def absences(draw):
    first = draw(DAYS)
    after = st.integers(0, 500).map(lambda days: first + timedelta(days=days))
    return Absence(
        case_id="x",
        unit="U",
        first=first,
        last=draw(st.none() | after),
        weekly_hours=draw(st.decimals(1, 48, places=2)),
        kind=draw(st.sampled_from(Kind)),
        notified=draw(st.none() | after),
        claimed=draw(st.none() | after),
        hourly_wage_ore=draw(st.none() | st.integers(1, 40000)),
        absence_hours=draw(st.none() | st.decimals(1, 40, places=1)),
    )


@given(absences())
def test_a_loss_is_never_negative_and_never_more_than_the_wage(absence):
    loss = loss_of(absence, PLAIN, AS_OF)
    assert loss.lost_ore >= 0
    if absence.hourly_wage_ore is not None:
        assert loss.lost_ore <= rounded(loss.hours * absence.hourly_wage_ore)


@given(absences(), st.sampled_from(("notified", "claimed")), st.integers(0, 500), st.integers(1, 200))
def test_later_is_never_cheaper(absence, step, after, days):
    in_time = replace(absence, **{step: absence.first + timedelta(days=after)})
    later = replace(absence, **{step: absence.first + timedelta(days=after + days)})
    assert loss_of(later, PLAIN, AS_OF).lost_ore >= loss_of(in_time, PLAIN, AS_OF).lost_ore


@given(absences(), st.booleans())
def test_no_day_is_counted_twice_and_each_lies_in_the_refundable_absence(absence, counted):
    settings = Settings(count_public_holidays=counted)
    loss = loss_of(absence, settings, AS_OF)
    days = [day for stretch in loss.stretches for day in lost_days(stretch, settings)]
    assert len(days) == len(set(days)) == loss.days
    assert all(refunded_from(absence) <= day <= (absence.last or AS_OF) for day in days)


@given(absences())
def test_in_time_loses_nothing(absence):
    in_time = replace(
        absence, notified=notification_deadline(absence.first, PLAIN), claimed=absence.first + timedelta(days=60)
    )
    assert loss_of(in_time, PLAIN, AS_OF).lost_ore == 0


@given(st.lists(absences(), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_cases_does_not_matter(cases, random):
    shuffled = list(cases)
    random.shuffle(shuffled)
    one, other = calculate(cases, PLAIN, AS_OF), calculate(shuffled, PLAIN, AS_OF)
    assert one.total_ore == other.total_ore
    assert one.by_unit == other.by_unit


@given(absences(), st.integers(1, 400))
def test_splitting_the_lost_days_keeps_hours_and_amount_within_an_oere_a_part(absence, cut):
    loss = loss_of(absence, PLAIN, AS_OF)
    assume(loss.stretches)
    first = loss.stretches[0]
    middle = min(first.start + timedelta(days=cut), first.end)
    parts = [
        replace(first, start=start, end=end, days=weekdays(start, end, PLAIN))
        for start, end in ((first.start, middle), (middle, first.end))
    ]
    assert sum(part.hours for part in parts) == first.hours
    assert abs(sum(rounded(part.amount) for part in parts) - rounded(first.amount)) <= 1
