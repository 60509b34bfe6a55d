"""Payroll's files as people send them: each bad one is refused with a clear report and changes nothing; each other way of writing is understood."""

import pytest

from raadhus.config.demonstration.payroll.loading import ABSENCES_KEY, EMPLOYMENTS_KEY, load_sources
from raadhus.config.tests.payroll_gallery import BAD, EMPLOYMENTS, PLAIN, SAME
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion
from raadhus.core.workforce.rules.runs import RunState
from raadhus.kernel.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def give(house, now):
    """Return a function that gives a file to payroll's intake as HR; the plain files are known already."""

    def to(data, name="fravaer.csv", key=ABSENCES_KEY):
        return import_payroll(actor=house[Role.HR], source_key=key, file_name=name, data=data, now=now)

    load_sources(actor=house[Role.HR], now=now)
    assert to(EMPLOYMENTS, key=EMPLOYMENTS_KEY).state == RunState.DONE
    assert to(PLAIN).state == RunState.DONE
    return to


def known():
    return (
        list(EmploymentVersion.objects.order_by("pk").values_list()),
        list(AbsenceVersion.objects.order_by("pk").values_list()),
    )


@pytest.mark.parametrize("bad", BAD, ids=lambda one: one.name)
def test_a_bad_file_is_refused_with_a_report_and_changes_nothing(give, bad):
    before = known()
    run = give(bad.data, bad.name)
    assert (run.state, run.added, run.changed, run.gone) == (RunState.REFUSED, 0, 0, 0)
    assert run.problem_count >= 1
    first = run.problems[0]
    assert bad.says in first["message"]
    if bad.line:
        assert (first["line"], first["column"]) == (bad.line, bad.column)
    assert known() == before


@pytest.mark.parametrize("data", SAME.values(), ids=SAME.keys())
def test_the_same_absences_written_in_another_way_are_nothing_new(give, data):
    before = known()
    run = give(data)
    assert (run.state, run.problems, run.unchanged) == (RunState.NOTHING_NEW, [], 3)
    assert known() == before


def test_no_report_repeats_a_name_or_a_cpr_number(give):
    reports = [str(give(bad.data, bad.name).problems) for bad in BAD]
    assert not any("0101701234" in report or "Klitstol" in report for report in reports)
