"""Payroll's files become rows, and what is wrong with one is told with its line and column."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from raadhus.core.workforce.readers.payroll import lines_of
from raadhus.core.workforce.rules.changes import changes, fingerprint
from raadhus.core.workforce.rules.consistency import contradictions
from raadhus.core.workforce.rules.mapping import (
    CodeMeaning,
    SourceMapping,
    checked,
    mapping_from_json,
    mapping_to_json,
)
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS, PROFILES, SD_ABSENCES
from raadhus.core.workforce.rules.reading import RowReader
from raadhus.core.workforce.rules.rows import AbsenceRow, Subject
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm
from raadhus.kernel.errors import WrongInput

ABSENCES = "employment;first;last;code;registered\n"
EMPLOYMENTS = "employment;person;unit;start;last;weekly_hours;form;monthly_pay\n"


def read(text: str | bytes, mapping: SourceMapping = OWN_ABSENCES, *, accept_cpr: bool = False):
    data = text.encode() if isinstance(text, str) else text
    heading, lines = lines_of(data, "fil")
    reader = RowReader(mapping, heading, accept_cpr=accept_cpr, name="fil")
    return list(reader.rows(lines)), reader.problems.first


def test_an_absence_is_read_in_any_of_the_styles():
    rows, problems = read(ABSENCES + "e1;08-01-2024;31/5-2024;sickness;8. januar 2024\ne2;2024-01-09;;child_sick;\n")
    assert problems == []
    assert rows[0] == (
        2,
        AbsenceRow(
            "e1|2024-01-08",
            "e1",
            date(2024, 1, 8),
            date(2024, 5, 31),
            AbsenceKind.SICKNESS,
            "sickness",
            None,
            date(2024, 1, 8),
            sends_notification=True,
        ),
    )
    assert rows[1][1].last is None


def test_an_employment_is_read_with_danish_numbers():
    rows, problems = read(EMPLOYMENTS + "e1;p1;SAC;1.2.2023;;32,50;monthly;31.250,75 kr.\n", OWN_EMPLOYMENTS)
    row = rows[0][1]
    assert problems == []
    assert (row.weekly_hours, row.monthly_ore, row.end, row.form) == (3250, 3125075, None, EmploymentForm.MONTHLY)


@pytest.mark.parametrize(
    ("share", "hours"), [("0,81", 2997), ("81 %", 2997), ("30/37", 3000), ("1", 3700), ("67,57", 2500)]
)
def test_a_fraction_of_full_time_becomes_hours(share, hours):
    columns = {"employment": "a", "person": "b", "unit": "c", "start": "d", "fraction": "e"}
    rows, problems = read(f"a;b;c;d;e\ne1;p1;SAC;2023-02-01;{share}\n", SourceMapping(Subject.EMPLOYMENTS, columns))
    assert (problems, rows[0][1].weekly_hours) == ([], hours)


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("e1;2024-02-30;;sickness;", "first", "2024-02-30"),
        ("e1;2024-02-03;2024-02-01;sickness;", "last", "før den begynder"),
        ("e1;2024-02-03;;790;", "code", "790"),
        (";2024-02-03;;sickness;", "employment", "tomt"),
        ("e1;;;sickness;", "first", "tomt"),
        ("0101701234;2024-02-03;;sickness;", "employment", "CPR"),
        ("010170-1234;2024-02-03;;sickness;", "employment", "CPR"),
        ("e1;2024-02-03;;sickness", "", "4 felter"),
        ("e1;1024-02-03;;sickness;", "first", "uden for"),
    ],
)
def test_a_wrong_row_is_told_and_the_others_are_read(line, column, said):
    rows, problems = read(ABSENCES + "e0;2024-01-01;;sickness;\n" + line + "\ne2;2024-01-01;;sickness;\n")
    assert [number for number, _ in rows] == [2, 4]
    assert [(one.line, one.column) for one in problems] == [(3, column)]
    assert said in problems[0].message


def test_cpr_numbers_are_taken_only_when_that_is_switched_on():
    _, problems = read(ABSENCES + "0101701234;2024-02-03;;sickness;\n", accept_cpr=True)
    assert problems == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tom"),
        (b"employment first last code\n", "skilles ad"),
        (";".join(f"k{n}" for n in range(400)).encode(), "400 kolonner"),
        (b"employment;first;last\n", "Fraværskode"),
        (b'employment;first;last;code\n"e1;2024', "afbrudt"),
        (b"PK\x03\x04half a workbook", "regneark"),
        (b"\0\1\2\3", "tabel"),
    ],
)
def test_what_is_no_payroll_file_is_refused_with_one_sentence(data, said):
    with pytest.raises(WrongInput, match=said) as raised:
        read(data)
    assert "\n" not in str(raised.value)


def test_half_an_opus_file_is_refused_with_one_sentence():
    columns = {
        "employment": "employee",
        "person": "person",
        "unit": "orgUnit",
        "start": "entryDate",
        "fraction": "fraction",
    }
    with pytest.raises(WrongInput, match="XML"):
        read("<?xml version='1.0'?><kmd><employee id='1'>", SourceMapping(Subject.EMPLOYMENTS, columns))


def test_a_workbook_is_read_like_a_text_table():
    book = Workbook()
    book.active.append(["employment", "first", "last", "code"])
    book.active.append(["e1", date(2024, 1, 8), None, "sickness"])
    file = io.BytesIO()
    book.save(file)
    rows, problems = read(file.getvalue())
    assert (problems, rows[0][1].first) == ([], date(2024, 1, 8))


def test_employments_of_opus_are_read_without_their_cpr_numbers():
    opus = (
        '<kmd><employee id="77" client="1"><entryDate>2019-01-01</entryDate><leaveDate>9999-12-31</leaveDate><cpr suppId="0">0101701234</cpr>'
        "<orgUnit>55</orgUnit><position>Leder</position><numerator>30</numerator><denominator>37</denominator></employee></kmd>"
    )
    columns = {
        "employment": "employee",
        "person": "person",
        "unit": "orgUnit",
        "start": "entryDate",
        "fraction": "fraction",
    }
    rows, problems = read(opus, SourceMapping(Subject.EMPLOYMENTS, columns))
    assert problems == []
    assert (rows[0][1].person, rows[0][1].weekly_hours) == ("77", 3000)
    assert "0101701234" not in str(rows)


@pytest.mark.parametrize("name", PROFILES)
def test_the_ready_made_mappings_are_whole_and_are_stored_whole(name):
    assert mapping_from_json(mapping_to_json(PROFILES[name])) == checked(PROFILES[name])


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (SourceMapping(Subject.ABSENCES, {"employment": "a", "first": "b"}), "Fraværskode"),
        (SourceMapping(Subject.ABSENCES, {"employment": "a", "first": "a", "code": "c"}), "to gange"),
        (SourceMapping(Subject.ABSENCES, {"employment": "a", "first": "b", "code": "c", "x": "d"}), "»x«"),
        (SourceMapping(Subject.ABSENCES, {"employment": "a", "first": "b", "code": "c"}), "betyder"),
        (SourceMapping(Subject.EMPLOYMENTS, {"employment": "a", "person": "b", "unit": "c", "start": "d"}), "timer"),
    ],
)
def test_a_mapping_that_cannot_work_is_refused(mapping, said):
    with pytest.raises(WrongInput, match=said):
        checked(mapping)


def test_a_file_contradicts_itself_by_the_same_row_twice_or_by_overlapping_days():
    rows, _ = read(
        ABSENCES
        + "e1;2024-01-01;2024-01-10;sickness;\ne1;2024-01-01;2024-01-10;sickness;\n"
        + "e1;2024-01-10;2024-01-12;sickness;\ne2;2024-01-01;;sickness;\ne2;2024-03-01;2024-03-02;holiday;\n"
    )
    found = list(contradictions(rows))
    assert sorted(one.line for one in found) == [3, 4, 6]


DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))
ROWS = st.lists(
    st.builds(
        AbsenceRow,
        st.sampled_from("abcdef"),
        st.just("e1"),
        DAYS,
        st.none() | DAYS,
        st.sampled_from(AbsenceKind),
        st.just("1"),
        st.none(),
        st.none(),
        st.booleans(),
    ),
    unique_by=lambda row: row.key,
)


@given(ROWS, ROWS, st.booleans())
def test_after_a_file_what_is_known_is_what_it_says(before, after, complete):
    known = {row.key: fingerprint(row) for row in before}
    found = changes(known, after, is_complete=complete)
    assert len(found.new) + len(found.changed) + found.unchanged == len(after)
    for row, told in (*found.new, *found.changed):
        known[row.key] = told
    for key in found.gone:
        del known[key]
    again = changes(known, after, is_complete=complete)
    assert again.is_nothing
    if complete:
        assert set(known) == {row.key for row in after}


def test_sds_codes_are_a_starting_point():
    columns = "Tjenestenummer;Startdato;Slutdato;Fraværskode;Registreringsdato\n"
    rows, problems = read(columns + "123;01.02.2024;;525;02.02.2024\n", SD_ABSENCES)
    assert (problems, rows[0][1].kind) == ([], AbsenceKind.SICKNESS_SECTION_56)
    assert SD_ABSENCES.codes["790"] == CodeMeaning(AbsenceKind.SICKNESS)
