"""The last day that is in time and the first that is not, for each limit that the law or the settings draw."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.refunds.rules.cases import Absence, Cause, Kind, Settings
from raadhus.refunds.rules.causes import cause_of, days_late, dispensation
from raadhus.refunds.rules.changing import Written, checked
from raadhus.refunds.rules.concern import concern_of
from raadhus.refunds.rules.deadlines import may_be_dispensed
from raadhus.refunds.rules.detection import Spell, Suspicion, suspected
from raadhus.refunds.rules.following import Dispensation, Ground, Standing
from raadhus.refunds.rules.ledger import Entry, by_cause, by_lateness, by_year, gives_concern
from raadhus.refunds.rules.loss import hours_a_day, loss_of
from raadhus.refunds.rules.watch import Level, Recipient, told, watch

AS_OF, PLAIN = date(2026, 11, 22), Settings()
ILL = Absence("1", "FKC", date(2024, 1, 8), date(2024, 5, 31), Decimal(37), notified=date(2024, 2, 12))
LATE = replace(ILL, notified=date(2024, 2, 28), claimed=date(2024, 3, 10))


@pytest.mark.parametrize(("away", "hours"), [("3.99", 0), ("4", Fraction(4, 5)), ("36", 6), ("37", 6)])
def test_a_partial_absence_counts_from_four_hours_a_week_up_to_the_agreed(away, hours):
    partial = replace(ILL, kind=Kind.PARTIAL, weekly_hours=Decimal(30), absence_hours=Decimal(away))
    assert hours_a_day(partial) == hours


@pytest.mark.parametrize(("last", "days"), [(date(2024, 2, 6), 0), (date(2024, 2, 7), 23)])
def test_an_absence_of_thirty_days_is_short_and_one_of_thirty_one_is_not(last, days):
    signed = date(2024, 4, 1)
    short = replace(ILL, kind=Kind.SECTION_56, last=last, notified=signed, claimed=signed)
    assert loss_of(short, PLAIN, AS_OF).days == days


@pytest.mark.parametrize(
    ("entered", "cause"),
    [(date(2024, 2, 12), Cause.HR_LATE), (date(2024, 2, 13), Cause.LEADER_LATE), (None, Cause.LEADER_LATE)],
)
def test_what_the_leader_entered_on_the_last_day_is_late_because_of_hr(entered, cause):
    assert cause_of(loss_of(replace(LATE, registered=entered), PLAIN, AS_OF), PLAIN) is cause


@pytest.mark.parametrize(("signed", "days"), [(date(2024, 2, 12), 0), (date(2024, 2, 13), 1), (None, 0)])
def test_lateness_is_counted_from_the_deadline(signed, days):
    assert days_late(loss_of(replace(ILL, notified=signed), PLAIN, AS_OF), PLAIN) == days


@pytest.mark.parametrize(
    ("claimed", "said"), [(date(2024, 7, 8), "kan søges"), (date(2024, 7, 9), "udelukket"), (None, "forudsætter")]
)
def test_dispensation_may_be_asked_for_until_six_months_after_the_first_day(claimed, said):
    assert said in dispensation(loss_of(replace(ILL, claimed=claimed), PLAIN, AS_OF))


@given(st.dates(date(2013, 2, 1), date(2026, 1, 1)), st.integers(170, 190))
@example(date(2023, 2, 28), 184)
def test_what_is_said_of_dispensation_is_what_may_be_written(first, after):
    claimed = first + timedelta(days=after)
    written = Written(
        standing=Standing.CLAIMED,
        notified=first,
        claimed=claimed,
        dispensation=Dispensation.ASKED,
        ground=Ground.OUTAGE,
    )
    try:
        checked(written, first, AS_OF)
        may = True
    except WrongInput:
        may = False
    assert may_be_dispensed(replace(ILL, first=first), claimed) is may


@pytest.mark.parametrize(
    ("day", "level", "those"),
    [
        (date(2024, 4, 22), Level.QUIET, ()),
        (date(2024, 4, 23), Level.ALARM, (Recipient.LEADER,)),
        (date(2024, 5, 3), Level.ALARM, (Recipient.LEADER,)),
        (date(2024, 5, 4), Level.ALARM, (Recipient.LEADER, Recipient.HR)),
        (date(2024, 5, 7), Level.ALARM, (Recipient.LEADER, Recipient.HR)),
        (date(2024, 5, 8), Level.LATE, (Recipient.LEADER, Recipient.HR, Recipient.CENTRE_HEAD)),
    ],
)
def test_a_claim_s_alarm_rings_a_fortnight_before_and_goes_up_the_line(day, level, those):
    one = watch(replace(ILL, last=None), PLAIN, day)
    assert (one.deadline, one.level) == (date(2024, 5, 7), level)
    assert told(one.level, one.deadline, day) == those


def spell(key, first, last, **change):
    return Spell(key, "e1", first, last, Kind.ORDINARY, "790", **change)


@pytest.mark.parametrize(("day", "is_seen"), [(date(2026, 3, 1), False), (date(2026, 3, 2), True)])
def test_what_hangs_together_or_is_silent_is_looked_at_after_four_weeks(day, is_seen):
    first, second = spell("a", date(2026, 2, 2), date(2026, 2, 6)), spell("b", date(2026, 2, 9), day)
    assert bool(suspected([first, second], [], day)) is is_seen
    silent = suspected([spell("a", date(2026, 2, 2), None, sends_notification=False)], [], day)
    assert [one.suspicion for one in silent] == [Suspicion.SILENT_CODE] * is_seen


def test_a_day_at_the_edge_of_a_band_is_counted_in_one_band():
    days = (0, 1, 7, 8, 14, 15, 30, 31, 60, 61)
    entries = [Entry(str(late), "SAC", 2024, Cause.LEADER_LATE, 1, late) for late in days]
    assert [cases for _, cases, _ in by_lateness(entries, 2024)][:5] == [2, 2, 2, 2, 1]


def test_years_are_told_without_a_gap_and_causes_with_the_costliest_first():
    rows = ((2021, Cause.HR_LATE, 1), (2023, Cause.HR_LATE, 2), (2023, Cause.LEADER_LATE, 3), (2023, Cause.HR_LATE, 4))
    entries = [Entry(str(place), "SAC", *row) for place, row in enumerate(rows)]
    assert by_year(entries) == {2021: 1, 2022: 0, 2023: 9}
    assert list(by_cause(entries, 2023).items()) == [(Cause.HR_LATE, (2, 6)), (Cause.LEADER_LATE, (1, 3))]


@pytest.mark.parametrize(
    ("threshold", "rise", "met"), [(130, 30, False), (129, 30, True), (130, 29, True), (1000, 29, True)]
)
def test_the_level_gives_concern_above_its_limits_and_not_at_them(threshold, rise, met):
    assert gives_concern({2023: 100, 2024: 130}, 2024, threshold_ore=threshold, rise_percent=rise) is met


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ({2023: 200_00}, "Tabet i 2024 kendes ikke"),
        ({2024: 100_00}, "100 kr.; tabet i 2023 kendes ikke. Niveauet giver ikke"),
        ({2023: 100_00, 2024: 100_00}, "100 kr. mod 100 kr. i 2023. Niveauet giver ikke"),
        ({2023: 0, 2024: 100_00}, "100 kr. mod 0 kr. i 2023. Niveauet giver ikke"),
        ({2023: 80_00, 2024: 100_00}, "100 kr. mod 80 kr. i 2023, 25,0 % mere. Niveauet giver anledning"),
        ({2023: 300_00, 2024: 100_00}, "100 kr. mod 300 kr. i 2023, 66,7 % mindre. Niveauet giver ikke"),
    ],
)
def test_a_year_is_told_beside_the_year_before(lost, said):
    concern = concern_of(lost, 2024, threshold_ore=100_00, rise_percent=20)
    assert said in concern.sentence
    assert concern.fall == (None if concern.rise is None else -concern.rise)
