"""Every measure of a small invented municipality, worked out by hand, against what a release of its payroll's files publishes.

The noise is taken off, so that what is left is the figure itself; what else a release does to it is done: rows are read, laid out in
time, asked of the engine, planned, attacked, written and read again. Hours are hours a week, summed over the months they hold.
"""

from decimal import Decimal

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from raadhus.personnel.actions.releasing import release_figures
from raadhus.personnel.queries.lookup import LookupAsked, look_up
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.disclosure.noise import Noise
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.setting import Chosen
from raadhus.personnel.tests.golden_town import CLERK, GIVEN, move_in

# The engine does not come into a figure; what payroll's intake asks of it is tried on both elsewhere.
pytestmark = [pytest.mark.django_db, pytest.mark.any_engine]

# Months of people: 14 stay all year = 168; R1-R5 January to March 15; L1 8; J1 11; J2 7; J3 2; J4 1: 212. In December 18.
# Hours of all: A 888, B 720, C 1332, M 1332, D1 360, H1 180, LV1 444, X1 37x8 + 25x4 = 396, R (4x37 + 32)x3 = 540, L1 296,
#   J1 407, J2 129.5, J3 20, J4 37: 7081.5. In December A 74, B 60, C 111, M 111, D1 30, H1 15, LV1 37, X1 25, J 37 + 18.5 + 10 + 37: 565.5.
# The monthly paid are all but H1 and J3: 212 - 12 - 2 = 198 people, 7081.5 - 180 - 20 = 6881.5 hours; in December 16 and 540.5.
# Sick, working days x hours a week. Short: A1 5x37 = 185, C2 (14 days) 10x37 = 370, C3 22, 23, 29 and 30 December 148, D1 5x20 + 5x10 = 150,
#   M2 37, X1 6x10 + 4x10 = 100: 990. Long: B1 20x30 = 600, B2 2 and 3 January of 19 days 60, C1 (15 days) 11x37 = 407: 1067. Together 2057.
# Working days sick: A1 5, B1 20, B2 2, C1 11, C2 10, C3 4, D1 5 (the main employment alone), M2 1, X1 6x10/37 = 1.62 and 4x10/25 = 1.60: 61.22.
# Possible: 423 hours all year x 250 days = 105750 less M3's four days between employments 148; X1 37x177 + 25x73 = 8374; R 180x63 = 11340;
#   L1 37x166 = 6142; J1 37x228 = 8436; J2 18.5x139 = 2571.5; J4 37x19 = 703; less holiday M1 555, A1 on 13 January 37, A1's care day 37:
#   142539.5. December 540.5 x 19 = 10269.5.
YEAR_2025 = {
    "headcount": "18",  # 212 / 12 = 17.67
    "headcount_extraordinary": "2",  # F1 12 months, S1 6: 18 / 12 = 1.5
    "headcount_apprentices": "1",  # E1 6 months: 0.5
    "full_time_equivalents": "15.9",  # 7081.5 / 37 / 12 = 15.949
    "employment_rate": "93.9",  # 6881.5 / (37 x 198) = 93.93 %
    "full_time_share": "74.7",  # A 24, C 36, M 36, LV1 12, X1 8, R1-R4 12, L1 8, J1 11, J4 1 = 148; 148 / 198
    # Months of age: A 12972, B 10212, C1 8965 (born the 31st), C2 and C3 17940, M 21402, D1 5778, H1 3990, LV1 4950, X1 8610,
    #   R 2336 + 2334 + 2307 + 2259 + 1988, L1 5316, J1 3300, J2 2513, J4 323 = 117495 of 210 (J3's birthday is not known)
    "average_age": "46.6",  # 117495 / 210 / 12 = 46.625
    "share_60_plus": "24.8",  # C 36, R1-R4 12, X1 from 15 September 4 = 52; 52 / 210
    # Pay in thousands: A 960, B 720, C 1512, M 1440, D1 360, X1 320 + 108, R 528 + 108, L1 304, J1 396, J2 126, J4 35 = 6917;
    #   hours of those whose pay is told: 6881.5 less LV1 444 = 6437.5
    "average_salary": "39756",  # 6917000 x 37 / 6437.5 = 39755.96
    "new_share": "12.7",  # LV1 6 (until June), J1 11, J2 7, J3 2, J4 1 = 27; 27 / 212. M3's five days between are no break; L1 is from 2004
    "administrative_share": "13.1",  # A2 444, L1 296, M2 from August 185 = 925; 925 / 7081.5
    # On 30 November 2024 there were 20 (A 2, B 2, C 3, M 3, D1, H1, LV1, X1, R 5, L1), a year later 17.
    "joiners": "3",  # J1, J2, J3; J4 came after the census
    "leavers": "6",  # R1-R5, L1
    "internal_moves": "3",  # M1 and M3 another unit, M2 another job; X1's hours are no move
    "joining_rate": "17.6",  # 3 / 17
    "leaving_rate": "30.0",  # 6 / 20
    "internal_rate": "15.0",  # 3 / 20
    "turnover": "24.3",  # 9 / 37
    # Months on 31 March 2025: R1 780, R2 779, R3 770, R4 754, R5 (55 on the day of the census) 664 = 3747; L1 was 54
    "retirement_age": "62.5",  # 3747 / 5 / 12 = 62.45
    "sick_days_per_employee": "3.7",  # 61.22 / 198 x 12 = 3.710
    "sick_days_per_full_time": "3.6",  # 2057 / 6881.5 x 12 = 3.587
    "short_sick_days": "1.7",  # 990 / 6881.5 x 12 = 1.726
    "long_sick_days": "1.9",  # 1067 / 6881.5 x 12 = 1.861
    "long_sick_share": "51.9",  # 1067 / 2057
    "sick_percentage": "1.4",  # 2057 / 142539.5
}
DECEMBER_2025 = {
    "headcount": "18",
    "headcount_extraordinary": "2",
    "headcount_apprentices": "0",
    "full_time_equivalents": "15.3",  # 565.5 / 37 = 15.284
    "employment_rate": "91.3",  # 540.5 / (37 x 16)
    "full_time_share": "68.8",  # A 2, C 3, M 3, LV1, J1, J4 = 11; 11 / 16 = 68.75
    "average_age": "44.0",  # A 1092, B 862, C 2259, M 1800, D1 487, H1 338, LV1 418, X1 723, J1 305, J2 362, J4 323 = 8969; / 17 / 12
    "share_60_plus": "23.5",  # C 3, X1 = 4; 4 / 17
    "average_salary": "39094",  # A 80, B 60, C 126, M 120, D1 30, X1 27, J 36 + 18 + 35 = 532000; x 37 / 503.5
    "new_share": "22.2",  # J1-J4; 4 / 18
    "administrative_share": "13.1",  # A2 37, M2 37; 74 / 565.5
    "sick_days_per_employee": "0.3",  # C3 4; 4 / 16 = 0.25
    "sick_days_per_full_time": "0.3",  # 148 / 540.5 = 0.274
    "short_sick_days": "0.3",
    "long_sick_days": "0.0",
    "long_sick_share": "0.0",
    "sick_percentage": "1.4",  # 148 / 10269.5
}
# December: at the schools A 2, D1, M2, LV1, J1, J4; their hours 74 + 20 + 37 x 4 = 242, of 565.5. D1's other 10 hours are care's.
# Pay at the schools 80 + 20 + 40 + 36 + 35 = 211000 for 205 hours, without LV1.
UNITS_IN_DECEMBER = {
    ("headcount", "skole"): "7",
    ("headcount", "pleje"): "11",
    ("full_time_equivalents", "skole"): "6.5",  # 242 / 37 = 6.54
    ("full_time_equivalents", "pleje"): "8.7",  # 323.5 / 37 = 8.743
    ("average_salary", "skole"): "38083",  # 211000 x 37 / 205 = 38082.93
}
# 2024: 18 all year (A, B, C, M, D1, H1, X1, R 5) = 216, LV1 6 and L1 3 months; hours 888 + 720 + 1332 + 1332 + 360 + 180 + 444 + 2160 + 222 + 111.
YEAR_2024 = {"headcount": "19", "full_time_equivalents": "17.5"}  # 225 / 12 = 18.75; 7749 / 37 / 12 = 17.45


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker, tmp_path_factory):
    """The municipality with its release, made once by the real way in; gone when this file is done."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patched, transaction.atomic():
        patched.setattr(settings, "PERSONNEL_FOLDER", tmp_path_factory.mktemp("golden") / "personnel")
        patched.setattr(Chosen, "limits", property(lambda one: Settings(one.least, one.least_average, 0)))
        patched.setattr(Noise, "on", lambda *_: 0)
        move_in()
        outcome = release_figures(actor=CLERK, today=timezone.localdate(GIVEN), now=GIVEN)
        yield outcome
        transaction.set_rollback(True)


def shown(measure, unit, year, month=None, **asked):
    """Return the figure of a unit as the query layer tells it, or its words."""
    found = look_up(CLERK, LookupAsked(measure, unit, year=year, month=month, **asked), now=GIVEN)
    wanted = Step.YEAR if month is None else Step.MONTH
    (one,) = (each for each in found if each.term.step is wanted and not each.breakdown and not each.merged)
    return one.words if one.value is None else one.value


def test_the_table_holds_every_measure():
    assert YEAR_2025.keys() == MEASURES.keys()


@pytest.mark.parametrize("version", [False, True])
@pytest.mark.parametrize("measure", YEAR_2025)
def test_a_year_is_what_was_worked_out_by_hand(town, measure, version):
    assert shown(measure, "by", 2025, as_is=version) == Decimal(YEAR_2025[measure])


@pytest.mark.parametrize("measure", DECEMBER_2025)
def test_a_month_is_what_was_worked_out_by_hand(town, measure):
    assert shown(measure, "by", 2025, 12) == Decimal(DECEMBER_2025[measure])


@pytest.mark.parametrize(("measure", "unit"), UNITS_IN_DECEMBER)
def test_a_unit_has_what_is_its_own(town, measure, unit):
    assert shown(measure, unit, 2025, 12) == Decimal(UNITS_IN_DECEMBER[measure, unit])


@pytest.mark.parametrize("measure", YEAR_2024)
def test_the_year_before_stands_beside_it(town, measure):
    assert shown(measure, "by", 2024) == Decimal(YEAR_2024[measure])


def test_where_nobody_left_that_is_said_in_words_and_never_as_nought(town):
    assert shown("leavers", "by", 2024) == "færre end 3"


def test_women_and_men_are_everybody(town):
    found = look_up(CLERK, LookupAsked("headcount", "by", "gender", 2025, 12), now=GIVEN)
    # Women A1, B 2, C1, C3, M1, M3, H1, LV1, J1, J3; men A2, C2, M2, D1, X1, J2, J4.
    assert {one.breakdown_value: one.value for one in found} == {"K": 11, "M": 7}
