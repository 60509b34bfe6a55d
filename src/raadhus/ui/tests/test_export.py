"""Lists become files that Danish spreadsheets open, and no cell can run anything."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Page, to_csv, to_xlsx

HEAD = ["Titel", "Dato", "Beløb", "Åben"]
ROW = ["Møde; nr. 1", date(2025, 6, 2), Decimal("12.5"), True]


def rows_of(data):
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_csv_file_begins_with_its_mark_and_reads_back():
    data = to_csv(HEAD, [ROW, ["Æ", None, 3, False]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows_of(data) == [HEAD, ["Møde; nr. 1", "2025-06-02", "12,5", "ja"], ["Æ", "", "3", "nej"]]


def test_a_moment_is_written_to_the_minute():
    assert rows_of(to_csv(["t"], [[datetime(2025, 6, 2, 9, 0, tzinfo=UTC)]]))[1] == ["2025-06-02 09:00"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text):
    assert rows_of(to_csv(["a"], [[text]]))[1] == [f"'{text}"]


def test_a_negative_number_stays_a_number():
    assert rows_of(to_csv(["a"], [[-5]]))[1] == ["-5"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_no_csv_cell_begins_a_formula(text):
    cell = rows_of(to_csv(["a"], [[text], ["."]]))[1]
    assert not "".join(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_workbook_holds_the_same_table_and_no_formula():
    sheet = openpyxl.load_workbook(BytesIO(to_xlsx(HEAD, [ROW, ["=1+1", None, 3, False]], sheet="Møder"))).active
    assert [cell.value for cell in sheet[1]] == HEAD
    assert [cell.value for cell in sheet[2]] == ["Møde; nr. 1", datetime(2025, 6, 2), 12.5, "ja"]  # noqa: DTZ001 - a spreadsheet has no zones
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize("name", ["A/B: [x]?*", "'quoted'", "x" * 50, ""])
def test_any_name_becomes_a_sheet(name):
    assert openpyxl.load_workbook(BytesIO(to_xlsx(["a"], [], sheet=name))).active.max_row == 1


def test_a_download_is_named_in_plain_letters():
    response = table_file("csv", "Åbne møder", ["a"], [])
    assert response["Content-Disposition"] == 'attachment; filename="aabne-moeder.csv"'


def test_an_unknown_kind_of_file_is_refused_with_a_sentence():
    with pytest.raises(WrongInput, match="CSV eller XLSX"):
        table_file("exe", "x", [], [])


def test_a_workbook_shows_the_decimals_of_its_numbers_and_has_further_sheets():
    about = Page("Om tallene", ("Tal", "Definition"), [("Andel", "Noget af noget")])
    book = openpyxl.load_workbook(
        BytesIO(to_xlsx(("Tal", "Antal"), [(Decimal("61.0"), Decimal(4147))], sheet="Tal", further=[about]))
    )
    assert [cell.number_format for cell in book["Tal"][2]] == ["#,##0.0", "#,##0"]
    assert book["Om tallene"]["B2"].value == "Noget af noget"
