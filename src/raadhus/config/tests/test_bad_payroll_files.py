"""Payroll's files as people send them: each bad one is refused with a clear report and changes nothing; each other way of writing is understood."""

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from raadhus.config.cli import main
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


def test_each_bad_file_is_refused_with_a_report_and_changes_nothing(give):
    before = known()
    for bad in BAD:
        run = give(bad.data, bad.name)
        assert (bad.name, run.state, run.added, run.changed, run.gone) == (bad.name, RunState.REFUSED, 0, 0, 0)
        first = run.problems[0]
        assert bad.says in first["message"], bad.name
        assert not bad.line or (first["line"], first["column"]) == (bad.line, bad.column), bad.name
    assert known() == before


def test_the_same_absences_written_in_another_way_are_nothing_new(give):
    before = known()
    for name, data in SAME.items():
        run = give(data)
        assert (name, run.state, run.problems, run.unchanged) == (name, RunState.NOTHING_NEW, [], 3)
    assert known() == before


def test_the_page_tells_the_report(give, client_of):
    before, client = known(), client_of(Role.HR)
    for bad in BAD:
        given = {"source": ABSENCES_KEY, "documents": SimpleUploadedFile(bad.name, bad.data)}
        page = client.post("/loendata/importer/indlaes/", given, follow=True).content.decode()
        assert "intet er ændret" in page or (not bad.data and "tom" in page), bad.name
        assert not bad.line or f'<td class="numeric">{bad.line}</td>' in page, bad.name
    assert known() == before


def test_the_command_refuses_with_a_report(give, tmp_path):
    before = known()
    for bad in BAD:
        path = tmp_path / bad.name
        path.write_bytes(bad.data)
        arguments = ["workforce", "import", "--source", ABSENCES_KEY, str(path)]
        ran = CliRunner().invoke(main, arguments, obj={"prepare_database": lambda: None})
        assert (bad.name, ran.exit_code) == (bad.name, 2)
        assert bad.says in ran.output, bad.name
        assert not bad.line or f"linje {bad.line}" in ran.output, bad.name
    assert known() == before


def test_no_report_repeats_a_name_or_a_cpr_number(give):
    reports = [str(give(bad.data, bad.name).problems) for bad in BAD]
    assert not any("0101701234" in report or "Klitstol" in report for report in reports)
