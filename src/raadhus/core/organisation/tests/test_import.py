import json
from datetime import date

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from raadhus.config.cli import main
from raadhus.core.organisation import public as organisation
from raadhus.core.organisation.readers.os2mo import read_os2mo
from raadhus.core.organisation.readers.tables import read_csv
from raadhus.core.organisation.rules.importing import ImportRow, RowKind, State, plan
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.periods import Period
from raadhus.kernel.roles import Role

FILE = """type;nøgle;kortnavn;navn;overenhed;e-mail;titel;enhed;fra;ophører
enhed;top;;Kommunen;;;;;2020-01-01;
enhed;sac;SAC;Socialcenter;top;;;;01-01-2020;2025-06-01
enhed;sac;SAC;Social- og Arbejdscenter;top;;;;2025-06-01;
person;;;Åse Ørbæk;;aase@eksempel.example;Konsulent;sac;2024-03-01;
leder;aase-oerbaek;;;;;;sac;2025-01-01;
"""
MAY, JULY = date(2025, 5, 1), date(2025, 7, 1)


@pytest.fixture
def load(cast, now):
    def run(text=FILE, *, dry_run=False, actor=cast[Role.HR]):
        data = text.encode()
        return organisation.import_csv(actor=actor, data=data, name="org.csv", dry_run=dry_run, now=now)

    return run


def wrong(report):
    return [(row.number, row.column, row.message) for row in report.rows if row.status == "wrong"]


def test_a_file_becomes_units_people_and_leaders(load):
    report = load()
    assert (report.is_written, report.counts["created"], wrong(report)) == (True, 5, [])
    assert [organisation.unit("sac", day).name for day in (MAY, JULY)] == ["Socialcenter", "Social- og Arbejdscenter"]
    assert organisation.leaders_of("sac", JULY) == organisation.people(JULY, "sac")
    assert organisation.person("aase-oerbaek").name == "Åse Ørbæk"


def test_the_same_file_again_changes_nothing(load):
    load()
    again = load()
    assert (again.is_written, again.counts["unchanged"]) == (False, 5)


def test_what_was_before_the_files_first_day_stays(load):
    load()
    load("type;nøgle;kortnavn;navn;overenhed;fra\nenhed;sac;SAC;Velfærdscenter;top;2025-07-01\n")
    assert [organisation.unit("sac", day).name for day in (MAY, date(2025, 6, 30), JULY)] == [
        "Socialcenter",
        "Social- og Arbejdscenter",
        "Velfærdscenter",
    ]


def test_a_dry_run_tells_the_same_and_writes_nothing(load):
    report = load(dry_run=True)
    assert (report.is_written, report.is_possible, report.counts["created"]) == (False, True, 5)
    assert organisation.units(JULY) == ()


def test_one_wrong_row_stops_the_whole_file(load):
    report = load(FILE + "enhed;fdc;FDC;Familiecenter;findes-ikke;;;;2020-01-01;\n")
    assert [place[:2] for place in wrong(report)] == [(7, "overenhed")]
    assert organisation.units(JULY) == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("hest;x;;X;;;;;2020-01-01;", "type"),
        ("enhed;;;X;;;;;2020-01-01;", "nøgle"),
        ("enhed;Æ Ø;;X;;;;;2020-01-01;", "nøgle"),
        ("enhed;x;;;;;;;2020-01-01;", "navn"),
        ("enhed;x;;X;;;;;;", "fra"),
        ("enhed;x;;X;;;;;2020-02-30;", "fra"),
        ("enhed;x;;X;;;;;2020-01-01;2019-01-01", "ophører"),
        ("enhed;sac;;X;top;;;;2025-05-31;", "fra"),
        ("person;;;Ib;;AASE@eksempel.example;;;2020-01-01;", "e-mail"),
        ("person;;;Ib;;ib;;;2020-01-01;", "e-mail"),
        ("person;;;Ib 010170-1234;;;;;2020-01-01;", "navn"),
        ("person;;;Ib;;;;sac;2019-01-01;", "enhed"),
        ("leder;ib;;;;;;sac;2020-01-01;", "nøgle"),
        ("leder;aase-oerbaek;;;;;;;2020-01-01;", "enhed"),
        ("enhed;x;SAC;X;;;;;2020-01-01;", ""),
        ("person;;;Åse Ørbæk;;;;top;2025-01-01;", "fra"),
        ("leder;aase-oerbaek;;;;;;sac;2025-02-01;", "fra"),
    ],
)
def test_a_wrong_row_says_in_which_column(load, row, column):
    report = load(FILE + row + "\n")
    assert column in {place[1] for place in wrong(report)}
    assert not report.is_written


def test_a_cycle_in_the_file_is_found(load):
    rows = "enhed;a;;A;b;;;;2020-01-01;\nenhed;b;;B;a;;;;2020-01-01;\n"
    assert any("under sig selv" in message for _, _, message in wrong(load(FILE + rows)))


@pytest.mark.parametrize("data", [b"", b"\0\0", b"a;b;c\n1;2;3\n", b"%PDF-1.7"])
def test_a_file_that_is_no_such_table_is_wrong_input(data):
    with pytest.raises(WrongInput):
        read_csv(data, "x.csv")


def test_an_older_windows_file_with_commas_is_read():
    rows, problems = read_csv("type,nøgle,navn,fra\nenhed,a,Ældre,2020-01-01\n".encode("cp1252"), "x.csv")
    assert ([row.name for row in rows], problems) == (["Ældre"], [])


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_wrong_input_and_never_a_crash(data):
    for reader in (read_csv, read_os2mo):
        try:
            reader(data, "x")
        except WrongInput:
            continue


days = st.dates(date(2020, 1, 1), date(2020, 12, 31))
keys = st.sampled_from(["a", "b", "c"])
rows = st.builds(
    ImportRow,
    number=st.integers(1, 99),
    kind=st.sampled_from(RowKind),
    key=keys,
    period=days.flatmap(lambda day: st.sampled_from([Period(day), Period(day, date(2021, 1, 1))])),
    name=st.sampled_from(["Navn", "Andet", ""]),
    parent_key=st.none() | keys,
    unit_key=st.none() | keys,
)


@given(st.lists(rows, max_size=8), st.lists(rows, max_size=8))
def test_planning_the_same_rows_twice_changes_nothing_the_second_time(earlier, later):
    before = plan(State(), earlier).after
    once = plan(before, later)
    again = plan(once.after, later)
    assert again.after == once.after
    assert {row.status for row in again.rows} <= {"unchanged", "wrong"}


def test_an_employee_may_not_import(load, cast):
    with pytest.raises(NotAllowed):
        load(actor=cast[Role.EMPLOYEE])


@pytest.mark.django_db
def test_the_command_reports_rows_and_exits_with_one(tmp_path):
    file = tmp_path / "org.csv"
    file.write_text(FILE + "hest;x;;X;;;;;2020-01-01;\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["organisation", "import", str(file)])
    assert (result.exit_code, "org.csv, række 7, type:" in result.output) == (1, True)
    file.write_text(FILE, encoding="utf-8")
    result = CliRunner().invoke(main, ["organisation", "import", str(file), "--json"])
    assert json.loads(result.output)["counts"]["created"] == 5
