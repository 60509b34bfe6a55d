"""Bad files are found before figures are made of them, and ordinary staff gives no finding."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from raadhus.kernel.periods import Period
from raadhus.personnel.rules import plausibility
from raadhus.personnel.rules.calendar import WorkingDays
from raadhus.personnel.rules.checks.findings import Limits
from raadhus.personnel.rules.checks.months import staff_by_month
from raadhus.personnel.rules.facts import Absence, Form, Kind, Settings, Terms
from raadhus.personnel.tests.staff_strategies import staffs

SINCE, SETTINGS = date(2023, 1, 1), Settings(known_to=date(2025, 2, 28))
DAYS = WorkingDays(2022, 2026)
UNITS = {"skole": [Period(date(2010, 1, 1))], "pleje": [Period(date(2010, 1, 1))]}
START = date(2020, 1, 1)


def term(number, unit="skole", start=START, end=None, **said):
    row = {"weekly_hours": 3700, "job_code": "264-10", "born": date(1980, 5, 1), "monthly_ore": 38_000_00} | said
    return Terms(f"p{number}", f"e{number}", unit, start, end, **row)


def absence(number, first, last, kind=Kind.SICKNESS, hours_away=None):
    return Absence(f"e{number}", first, last, kind, hours_away)


# Forty employed in two units, thirty absences each month.
STAFF = [term(number, ("skole", "pleje")[number % 2]) for number in range(40)]
MONTHS = [date(2023 + month // 12, month % 12 + 1, 1) for month in range(26)]
ILL = [absence(n, day + timedelta(days=n % 20), day + timedelta(days=n % 20 + 2)) for day in MONTHS for n in range(30)]


def check(terms=(), absences=(), *, units=UNITS, also=STAFF, ill=ILL, limits=None):
    given = {"since": SINCE, "settings": SETTINGS, "days": DAYS, "limits": limits}
    return plausibility.check([*also, *terms], [*ill, *absences], units, **given)


def short(found):
    return [(str(one.check), str(one.severity), one.where) for one in found]


def but(months, staff=STAFF):
    """Return the staff with a hole in its terms in the months."""
    first, last = min(months), max(months)
    after = (last + timedelta(days=32)).replace(day=1)
    return [one for row in staff for one in (row._replace(end=first), row._replace(start=after))]


def test_ordinary_staff_gives_no_finding():
    moved = [term(90, "pleje", START, date(2024, 5, 1)), term(90, "skole", date(2024, 5, 1), monthly_ore=0)]
    assert check([*moved, term(91, start=date(2025, 8, 1)), term(92, form=Form.HOURLY, weekly_hours=0)]) == ()


@pytest.mark.parametrize("months", [[date(2024, 3, 1)], [date(2024, 3, 1), date(2024, 5, 1)]])
def test_a_month_that_is_missing_stops_the_figures(months):
    found = check(also=but(months))
    assert short(found) == [("month", "stops", ""), ("month", "stops", "pleje"), ("month", "stops", "skole")]
    assert "I hele kommunen går antallet af ansættelser fra 40 til 0 i marts 2024 og tilbage igen." in found[0].sentence


def test_half_a_unit_that_is_away_for_a_month_is_told_and_a_newest_month_that_falls_stops():
    away = but([date(2024, 3, 1)], STAFF[:24:2])
    assert short(check(also=[*STAFF[24:], *STAFF[1:24:2], *away])) == [
        ("month", "stops", ""),
        ("month", "told", "skole"),
    ]
    fallen = [row._replace(end=date(2025, 2, 5)) for row in STAFF[:12]]
    assert short(check(also=[*STAFF[12:], *fallen])) == [("month", "stops", "")]


def test_what_closes_or_grows_for_good_is_no_missing_month():
    closed = [row._replace(end=date(2024, 3, 1)) if row.unit == "pleje" else row for row in STAFF]
    others = [term(number + 100, start=date(2024, 3, 1)) for number in range(16)]
    assert check(also=[*closed, *others]) == ()


def test_a_month_that_is_there_twice_stops_the_figures_by_jumping_or_by_standing_twice():
    again = [
        row._replace(employment=f"x{row.employment}", start=date(2024, 3, 1), end=date(2024, 4, 1)) for row in STAFF
    ]
    assert short(check(again))[0] == ("month", "stops", "")
    assert "er med to gange" in check(again)[0].sentence
    assert short(check([STAFF[3], STAFF[4]._replace(start=date(2024, 1, 1), weekly_hours=3000)])) == [
        ("twice", "stops", "e3"),
        ("twice", "stops", "e4"),
    ]


def test_a_month_without_absence_stops_the_figures():
    without = [one for one in ILL if one.first.month != 10 or one.first.year != 2024]
    assert short(check(ill=without)) == [("month", "stops", "fravær")]
    assert "Fraværet for oktober 2024 mangler" in check(ill=without)[0].sentence
    assert short(check(ill=[one for one in ILL if one.first < date(2025, 2, 1)])) == [("month", "stops", "fravær")]


def test_a_unit_that_never_was_stops_and_one_that_is_no_longer_is_told_from_its_first_month():
    closed = UNITS | {"bad": [Period(date(2010, 1, 1), date(2024, 5, 31))]}
    found = check([term(70, "bad"), term(71, "gamle", end=date(2023, 2, 1)), term(72, "bad")], units=closed)
    assert short(found) == [("unit", "stops", "gamle"), ("unit", "told", "bad")]
    assert (found[1].day, found[1].count) == (date(2024, 5, 31), 2)
    assert check([term(71, "gamle", end=date(2023, 1, 31))]) == ()


@pytest.mark.parametrize(
    ("ore", "found"), [(3_800_000_00, 1), (300_000_01, 1), (300_000_00, 0), (38_000_00, 0), (None, 0)]
)
def test_pay_above_what_anybody_gets_stops_the_figures(ore, found):
    assert short(check([term(70, monthly_ore=ore)])) == [("pay", "stops", "e70")] * found


def test_pay_of_many_times_the_jobs_own_stops_the_figures():
    low = [term(70 + number, job_code="9", monthly_ore=5_000_00, weekly_hours=1850) for number in range(5)]
    odd = term(80, job_code="9", monthly_ore=200_000_01)
    assert short(check([*low, odd])) == [("pay", "stops", "e80")]
    assert short(check([*low[1:4], odd])) == []


def test_a_file_from_next_year_stops_and_one_row_of_it_is_told():
    late = [term(100 + number, start=date(2026, 3, 2)) for number in range(9)]
    assert short(check(late[:1], limits=Limits(ahead_percent=5))) == [("future", "told", "e100")]
    assert short(check(late))[0] == ("future", "stops", "")
    assert short(check([], [absence(1, date(2026, 3, 2), None)])) == [("future", "told", "e1")]


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2026, 1, 1), ["stops"]),
        (date(2010, 1, 2), ["told"]),
        (date(1934, 2, 27), ["told"]),
        (date(2007, 1, 1), []),
        (None, []),
    ],
)
def test_ages_that_cannot_be_are_found(born, said):
    found = check([term(70, born=born, start=date(2023, 1, 1))])
    assert [str(one.severity) for one in found] == said


@pytest.mark.parametrize(("hours", "said"), [(60_00, []), (60_01, ["told"]), (168_01, ["stops"])])
def test_more_hours_than_people_work_are_found(hours, said):
    assert [str(one.severity) for one in check([term(70, weekly_hours=hours)])] == said


def test_who_is_away_every_working_day_of_a_year_is_told():
    first, last = [absence(7, date(2023, 6, 1), date(2024, 8, 2))], date(2024, 8, 5)
    assert short(check(absences=[*first, absence(7, last, None, Kind.PARENTAL)])) == [("absent", "told", "e7")]
    assert check(absences=[*first, absence(7, last + timedelta(days=1), None)]) == ()
    assert check(absences=[*first, absence(7, last, None, hours_away=1000)]) == ()


def test_a_unit_in_which_everybody_is_ill_for_a_month_stops_the_figures():
    small = [term(200 + number, "vej") for number in range(5)]
    units = UNITS | {"vej": [Period(START)]}
    ill = [absence(200 + number, date(2024, 5, 31), date(2024, 6, 28)) for number in range(5)]
    assert short(check(small, ill, units=units)) == [("absent", "stops", "vej")]
    assert check(small, ill[1:], units=units) == ()
    assert check(small, [one._replace(kind=Kind.HOLIDAY) for one in ill], units=units) == ()


def test_a_long_list_is_cut_and_counted():
    found = check([term(100 + number, weekly_hours=61_00) for number in range(30)], limits=Limits(most_told=4))
    assert len(found) == 5
    assert "26 fund mere" in found[-1].sentence
    assert not plausibility.stops(found)


@settings(max_examples=25)
@given(staffs())
def test_any_staff_is_checked_in_any_order_with_the_same_findings(staff):
    terms, absences = staff
    whole = {"since": SINCE, "settings": SETTINGS, "days": WorkingDays(2020, 2030), "limits": None}
    one = plausibility.check(terms, absences, UNITS, **whole)
    other = plausibility.check(terms[::-1], absences[::-1], UNITS, **whole)
    assert {finding.key for finding in one} == {finding.key for finding in other}
    assert all(finding.sentence.endswith((".", "!")) for finding in one)


@settings(max_examples=25)
@given(staffs())
def test_the_staff_of_a_month_is_that_of_its_last_day(staff):
    terms, _absences = staff
    first, last = 2023 * 12, 2024 * 12 + 11
    counts = staff_by_month(terms, first, last, by_unit=False).get("", [0] * 24)
    for place, count in enumerate(counts):
        after = date(2023 + (place + 1) // 12, (place + 1) % 12 + 1, 1)
        day = after - timedelta(days=1)
        assert count == sum(one.start <= day and (one.end is None or one.end > day) for one in terms)
