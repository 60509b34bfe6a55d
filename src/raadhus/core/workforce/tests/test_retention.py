"""What is kept too long is deleted with everything about it, and nothing else is."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.audit.public import trail
from raadhus.core.workforce.actions.retention import forget, set_retention
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, Forgetting, ImportRun
from raadhus.core.workforce.queries.retention import due, retention
from raadhus.core.workforce.rules.retention import Kept, Span, span_on
from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.periods import months_before
from raadhus.kernel.roles import Role

TODAY = date(2026, 3, 16)
NIGHT = system("tests", "Natten")


def forget_now(now):
    return forget(actor=NIGHT, today=TODAY, now=now)


def set_months(cast, now, **months):
    for kept, count in months.items():
        values = {"kept": Kept(kept), "months": count, "start": TODAY, "ground": "Besluttet"}
        set_retention(actor=cast[Role.HR], today=TODAY, now=now, **values)


def left(table):
    return sorted(table.objects.values_list("key", flat=True))


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 600))
def test_so_many_months_before_a_day_is_in_the_month_so_many_months_before(day, months):
    before = months_before(day, months)
    assert (day.year - before.year) * 12 + day.month - before.month == months
    assert before.day == day.day or (before + timedelta(days=1)).month != before.month


def test_the_latest_period_that_has_begun_counts_and_before_any_the_suggestion():
    spans = [Span(Kept.RUNS, months, date(year, 1, 1), "Lov") for months, year in ((24, 2024), (36, 2026), (12, 2027))]
    assert span_on(Kept.RUNS, spans, TODAY).months == 36
    assert span_on(Kept.RUNS, spans, date(2023, 1, 1)).is_suggestion
    assert span_on(Kept.ABSENCES, spans, TODAY).is_suggestion


def test_an_absence_is_kept_for_exactly_its_months(payroll, now):
    payroll.term("e1", "2010-01-01")
    payroll.absence("e1", "2021-03-01", "2021-03-15")
    payroll.absence("e1", "2021-03-16", "2021-03-16")
    gone = forget_now(now)
    assert left(AbsenceVersion) == ["e1|2021-03-16"]
    assert (gone[0].kept, gone[0].rows, gone[0].before) == (Kept.ABSENCES, 1, date(2021, 3, 16))


def test_an_absence_goes_with_everything_that_was_ever_known_of_it(payroll, now):
    payroll.term("e1", "2010-01-01")
    payroll.absence("e1", "2020-03-01", "2020-03-31", until="2025-06-01")
    payroll.absence("e1", "2020-03-01", "2020-03-15", known="2025-06-01")
    forget_now(now)
    assert left(AbsenceVersion) == []


def test_an_employment_goes_five_years_after_its_last_terms_with_its_absences(payroll, now):
    payroll.term("e1", "2010-01-01", "2015-01-01")
    payroll.term("e1", "2015-01-01", "2021-03-16")
    payroll.absence("e1", "2020-01-01", "2021-03-15", until="2025-01-01")
    payroll.term("e2", "2015-01-01", "2021-03-17")
    payroll.term("e3", "2010-01-01", "2015-01-01")
    payroll.term("e3", "2016-01-01")
    forget_now(now)
    assert left(EmploymentVersion) == ["e2|2015-01-01", "e3|2010-01-01", "e3|2016-01-01"]
    assert left(AbsenceVersion) == []


def test_an_absence_that_goes_on_keeps_itself_until_its_employment_has_ended(payroll, now):
    payroll.term("e1", "2010-01-01")
    payroll.absence("e1", "2012-01-01")
    payroll.term("e2", "2010-01-01", "2014-01-01")
    payroll.absence("e2", "2012-01-01")
    payroll.absence("ukendt", "2012-01-01")
    forget_now(now)
    assert left(AbsenceVersion) == ["e1|2012-01-01", "ukendt|2012-01-01"]
    assert left(EmploymentVersion) == ["e1|2010-01-01"]


@pytest.mark.parametrize(("last", "stays"), [("2019-01-01", True), (None, True), ("2010-01-01", False)])
def test_an_employment_stays_as_long_as_an_absence_of_it(payroll, cast, now, last, stays):
    set_months(cast, now, absences=120)
    payroll.term("e1", "2010-01-01", "2020-01-01")
    payroll.absence("e1", "2010-01-01", last)
    forget_now(now)
    assert bool(left(EmploymentVersion)) is stays


def test_corrected_versions_go_after_their_own_period_and_what_counts_stays(payroll, cast, now):
    payroll.term("e1", "2010-01-01", until="2021-03-15")
    payroll.term("e1", "2010-01-01", known="2021-03-15", until="2021-03-16", weekly_hours=3000)
    payroll.term("e1", "2010-01-01", known="2021-03-16", weekly_hours=3200)
    forget_now(now)
    assert sorted(EmploymentVersion.objects.values_list("weekly_hours", flat=True)) == [3000, 3200]


def test_a_report_is_emptied_while_rows_rest_on_it_and_deleted_when_none_do(payroll, now):
    payroll.term("e1", "2010-01-01")
    run = payroll.run("2019-05-01")
    run.problems, run.problem_count = [{"line": 2, "column": "Navn", "message": "er tomt."}], 1
    run.save()
    forget_now(now)
    rests = ImportRun.objects.get()
    assert (rests.file_name, rests.problems, rests.imported_by_name) == ("", [], "")
    assert forget_now(now) == ()


def test_the_dry_run_counts_what_the_deleting_deletes(payroll, now):
    payroll.term("e1", "2010-01-01", "2015-01-01")
    payroll.term("e2", "2010-01-01", until="2019-01-01")
    payroll.term("e3", "2010-01-01")
    payroll.absence("e1", "2014-01-01", "2014-02-01", until="2020-01-01")
    payroll.absence("e3", "2014-01-01", "2014-02-01", until="2020-01-01")
    payroll.absence("e3", "2014-01-01", "2014-02-02", known="2020-01-01")
    counted = {one.kept: one.rows for one in due(NIGHT, today=TODAY, now=now) if one.rows}
    gone = {one.kept: one.rows for one in forget_now(now)}
    assert gone == counted
    assert (gone[Kept.ABSENCES], gone[Kept.EMPLOYMENTS], gone[Kept.SUPERSEDED]) == (2, 2, 1)
    assert sum(one.rows for one in due(NIGHT, today=TODAY, now=now)) == 0


def test_the_trail_tells_how_many_and_never_whose(payroll, now):
    payroll.term("hemmelig-77", "2010-01-01", "2015-01-01")
    forget_now(now)
    said = [entry.sentence for entry in trail("workforce_retention", "employments")]
    assert said == ["slettede udløbne rækker (1): Ansættelser, fra fratrædelsen"]
    assert Forgetting.objects.get(kept="employments").rows == 1


def bytes_of_the_database():
    return connection.connection.serialize() if connection.vendor == "sqlite" else b""


def tables_of_the_room():
    for model in apps.get_app_config("workforce").get_models():
        for row in model.objects.values_list():
            yield repr(row)


def test_nothing_of_a_person_is_left_in_the_tables_nor_in_the_file(payroll, now):
    payroll.term("nummer-4711", "2010-01-01", "2012-01-01", until="2013-01-01", name="Ulla Forsvundet")
    payroll.term("nummer-4711", "2010-01-01", "2015-01-01", known="2013-01-01", name="Ulla Forsvundet")
    payroll.absence("nummer-4711", "2011-01-01", "2011-02-01", code="forsvundet-kode")
    payroll.absence("nummer-4711", "2014-01-01")
    for number in range(200):
        payroll.term(f"nummer-{number}", "2010-01-01")
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA secure_delete = OFF")
    assert connection.vendor != "sqlite" or b"nummer-4711" in bytes_of_the_database()
    forget_now(now)
    for trace in ("nummer-4711", "Ulla Forsvundet", "forsvundet-kode"):
        assert not any(trace in row for row in tables_of_the_room())
        assert trace.encode() not in bytes_of_the_database()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"months": 11}, "fra 12 til"),
        ({"months": 1_201}, "fra 12 til"),
        ({"start": TODAY - timedelta(days=1)}, "tidligst gælde fra i dag"),
        ({"ground": "  "}, "Skriv grunden"),
    ],
)
def test_a_period_that_cannot_be_is_refused(cast, now, given, said):
    values = {"kept": Kept.ABSENCES, "months": 24, "start": TODAY, "ground": "Besluttet", **given}
    with pytest.raises(WrongInput, match=said):
        set_retention(actor=cast[Role.HR], today=TODAY, now=now, **values)


def test_a_period_is_set_from_a_day_and_set_again(cast, now):
    set_months(cast, now, absences=24)
    set_months(cast, now, absences=36)
    later = {"kept": Kept.ABSENCES, "months": 48, "start": date(2027, 1, 1), "ground": "Besluttet"}
    set_retention(actor=cast[Role.HR], today=TODAY, now=now, **later)
    shown = retention(cast[Role.DPO], today=TODAY, now=now)[0]
    assert (shown.now.months, shown.now.is_suggestion, [one.months for one in shown.coming]) == (36, False, [48])
    assert len(shown.trail) == 3


@pytest.mark.parametrize("role", [Role.DPO, Role.AUDITOR, Role.UNIT_LEADER, Role.SECRETARY])
def test_others_neither_set_nor_delete(cast, now, role):
    with pytest.raises(NotAllowed):
        forget(actor=cast[role], today=TODAY, now=now)
    with pytest.raises(NotAllowed):
        set_retention(
            actor=cast[role], kept=Kept.RUNS, months=24, start=TODAY, ground="Besluttet", today=TODAY, now=now
        )
