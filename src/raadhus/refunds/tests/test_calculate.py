"""`raadhus refunds calculate`: a table in, the reason for every krone out, and one clear line when the table is wrong."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from jsonschema import validate

from raadhus.config.cli import main
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.readers.case_table import COLUMNS, WrongTable, read_cases
from raadhus.refunds.rules.cases import Settings
from raadhus.refunds.rules.results import calculate

HEAD = ",".join(COLUMNS)
ROW = "7,FKC,2024-01-08,2024-05-31,37,ordinary,2024-02-20,2024-02-28,2024-03-10"


def read(text: str, encoding: str = "utf-8"):
    return read_cases(text.encode(encoding), "sager.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separator_and_encoding_are_recognised(separator, encoding):
    text = f"{HEAD}\n{ROW}".replace(",", separator).replace("FKC", "Økonomi")
    found = read(text, encoding)
    assert (found[0].unit, found[0].notified) == ("Økonomi", date(2024, 2, 28))


@pytest.mark.parametrize(
    "day", ["2024-01-08", "08-01-2024", "8.1.2024", "8/1-2024", "8/1/2024", "20240108", "8. januar 2024", "8. jan 2024"]
)
def test_dates_are_read_in_the_styles_people_write(day):
    assert read(f"{HEAD}\n{ROW.replace('2024-01-08', day)}")[0].first == date(2024, 1, 8)


def test_danish_decimals_are_read():
    text = f"{HEAD}\n{ROW}".replace(",", ";").replace(";37;", ";32,50;")
    assert float(read(text)[0].weekly_hours) == 32.5


@pytest.mark.parametrize(
    ("wrong", "column", "said"),
    [
        (ROW.replace("2024-05-31", "2023-05-31"), "last_absence_date", "før det begynder"),
        (ROW.replace("ordinary", "syg"), "kind", "section_56"),
        (ROW.replace("2024-02-28", "31-02-2024"), "notified_date", "31-02-2024"),
        (ROW.replace(",37,", ",mange,"), "weekly_hours", "mange"),
        (ROW.replace(",37,", ",-5,"), "weekly_hours", "timer"),
        (ROW.replace("2024-02-28", "2023-12-01"), "notified_date", "før den første"),
        (ROW.replace("2024-02-28", "9999-12-31"), "notified_date", "1900-2199"),
        (ROW.replace("FKC", ""), "unit", "tomt"),
        ("7,FKC,2024-01-08", "claimed_date", "3 felter"),
    ],
)
def test_a_wrong_cell_is_named_by_line_and_column(wrong, column, said):
    with pytest.raises(WrongTable) as raised:
        read(f"{HEAD}\n{ROW.replace('7,', '6,', 1)}\n{wrong}")
    assert [(cell.line, cell.column) for cell in raised.value.cells] == [(3, column)]
    assert said in str(raised.value)


def test_what_payroll_writes_for_no_end_is_no_end():
    assert read(f"{HEAD}\n{ROW.replace('2024-05-31', '31-12-9999')}")[0].last is None


def test_the_line_that_excel_writes_before_the_heading_is_passed_over():
    assert read(f"sep=;\n{HEAD}\n{ROW}".replace(",", ";")) == read(f"{HEAD}\n{ROW}")


def test_a_wage_in_kroner_is_refused_and_never_taken_for_oere():
    table = f"{HEAD},hourly_wage_ore\n{ROW},150,00".replace(",", ";").replace("150;00", "150,00")
    with pytest.raises(WrongTable, match="helt antal øre"):
        read(table)
    assert read(table.replace("150,00", "15000"))[0].hourly_wage_ore == 15000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "tom"),
        ("a,b\n1,2", "case_id mangler"),
        (f"{HEAD},case_id\n", "to gange"),
        (f'{HEAD}\n"7,FKC', "afbrudt"),
        (f"{HEAD}\n{ROW}\n{ROW}", "linje 2"),
    ],
)
def test_what_is_no_table_of_cases_is_refused_with_one_sentence(text, said):
    with pytest.raises(WrongInput, match=said):
        read(text)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(WrongInput, match="Gem den som CSV"):
        read_cases(b"PK\x03\x04\0\0\0", "sager.xlsx")
    with pytest.raises(WrongInput, match="tegnsæt"):
        read_cases(HEAD.encode("utf-16")[:-1], "sager.csv")


def test_a_day_without_a_known_rate_names_the_case():
    early = read(f"{HEAD}\n7,FKC,2012-01-08,,37,ordinary,,,")
    with pytest.raises(WrongInput, match="'7'"):
        calculate(early, Settings(), date(2012, 6, 1))


def test_the_answer_as_json_has_the_form_of_its_schema(tmp_path, request):
    file = tmp_path / "sager.csv"
    file.write_text(f"{HEAD}\n{ROW}", encoding="utf-8")
    result = CliRunner().invoke(main, ["refunds", "calculate", str(file), "--json", "--on", "2024-06-01"])
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    schema = json.loads((request.config.rootpath / "docs/formats/refunds-calculate.schema.json").read_text("utf-8"))
    validate(answer, schema)
    assert (answer["total_lost_ore"], answer["by_unit"]) == (1408479, {"FKC": 1408479})
    assert sum("7,4 t x 126,89" in step and "(dag 52)" in step for step in answer["cases"][0]["steps"]) == 15


def test_the_steps_say_what_is_not_known_and_nothing_that_did_not_happen(tmp_path):
    file = tmp_path / "sager.csv"
    in_time = ROW.replace("2024-02-28", "2024-02-12")
    late_claim = in_time.replace("7,", "9,", 1).replace("2024-03-10", "2024-06-10")
    rows = (HEAD, in_time, in_time.replace("7,", "8,", 1).replace("ordinary", "partial"), late_claim)
    file.write_text("\n".join(rows), encoding="utf-8")
    result = CliRunner().invoke(main, ["refunds", "calculate", str(file), "--json", "--on", "2024-06-01"])
    whole, partial, claimed_late = json.loads(result.stdout)["cases"]
    assert (whole["cause"], whole["lost_ore"], whole["lost_hours"], whole["reason"]) == (None, 0, 0, "Intet er tabt.")
    assert not any("ikke oplyst" in step for step in whole["steps"])
    assert any("Timer væk om ugen er ikke oplyst" in step for step in partial["steps"])
    assert not any("(dag " in step for step in claimed_late["steps"])


def test_the_answer_for_people_shows_sums_and_assumptions(tmp_path):
    file = tmp_path / "sager.csv"
    file.write_text(f"{HEAD}\n{ROW}", encoding="utf-8")
    result = CliRunner().invoke(main, ["refunds", "calculate", str(file), "--on", "2024-06-01", "--steps"])
    assert "14.084,79 kr." in result.stdout
    assert "onsdag 7. februar 2024: 7,4 t x 126,89 kr." in result.stdout
    assert "Helligdage" in result.stdout


def test_a_wrong_file_gives_one_line_and_the_code_for_wrong_input(tmp_path):
    file = tmp_path / "sager.csv"
    file.write_text(f"{HEAD}\n{ROW.replace('ordinary', 'syg')}", encoding="utf-8")
    result = CliRunner().invoke(main, ["refunds", "calculate", str(file)])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "linje 2" in result.stderr
