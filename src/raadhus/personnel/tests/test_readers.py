"""Files with reference values: our own CSV, and StatBank's CSV, PX and JSON-stat, which all give the same table."""

import json
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.readers.reference_file import read_reference_file
from raadhus.personnel.readers.reference_table import TableRead, read_reference_table
from raadhus.personnel.readers.statbank import read_statbank
from raadhus.personnel.rules.benchmarks.references import Certainty
from raadhus.personnel.rules.benchmarks.statbank import StatTable, TableReading, references_of, rows_of
from raadhus.personnel.rules.measures.definitions import Unit

OWN = """kilde;definition;år;værdi;enhed;henvisning;område;gruppe;version;sikkerhed;bemærkning
KRL;sick_days_per_full_time;2023;15,1;dage;opslag 1. juni;hele landet;;1;V;
KRL;sick_days_per_full_time;2023;1.015,1;dage;opslag 1. juni;Region Nord;Akademikere;2;u;opdigtet
"""
CSV = """SEKTOR;FRAVÆR1;TID;INDHOLD
Kommuner;Dagsværk pr. fuldtidsansat;2022;15,1
Kommuner;Dagsværk pr. fuldtidsansat;2023;..
Kommuner;Procent;2022;6,6
Kommuner;Procent;2023;6,4
"""
PX = """CHARSET="ANSI";
CODEPAGE="iso-8859-15";
TITLE="Fravær; efter sektor, "
"måling og tid";
SOURCE="Danmarks Statistik";
LAST-UPDATED="20240901 08:00";
STUB="SEKTOR","FRAVÆR1";
HEADING="TID";
VALUES("SEKTOR")="Kommuner";
CODES("SEKTOR")="1025";
VALUES("FRAVÆR1")="Dagsværk pr. fuldtidsansat","Procent";
CODES("FRAVÆR1")="40","10";
VALUES[en]("FRAVÆR1")="Days","Per cent";
VALUES("TID")="2022","2023";
DATA=
15.1 ".."
6.6 6.4;
"""
JSON_STAT = {
    "dataset": {
        "label": "Fravær",
        "source": "Danmarks Statistik",
        "updated": "2024-09-01",
        "dimension": {
            "SEKTOR": {"category": {"index": {"1025": 0}, "label": {"1025": "Kommuner"}}},
            "FRAVÆR1": {
                "category": {
                    "index": {"10": 1, "40": 0},
                    "label": {"40": "Dagsværk pr. fuldtidsansat", "10": "Procent"},
                }
            },
            "TID": {"category": {"index": ["2022", "2023"], "label": {"2022": "2022", "2023": "2023"}}},
            "id": ["SEKTOR", "FRAVÆR1", "TID"],
            "size": [1, 2, 2],
        },
        "value": [15.1, None, 6.6, 6.4],
    }
}
FILES = {
    "csv": CSV.encode(),
    "csv-windows": CSV.encode("cp1252"),
    "px": PX.encode("iso-8859-15"),
    "json-stat": json.dumps(JSON_STAT).encode(),
    "json-stat-2": json.dumps(
        {**JSON_STAT["dataset"], "class": "dataset", "id": ["SEKTOR", "FRAVÆR1", "TID"]}
    ).encode(),
    "json-stat-sparse": json.dumps(
        {"dataset": {**JSON_STAT["dataset"], "value": {"0": 15.1, "2": 6.6, "3": 6.4}}}
    ).encode(),
}
READING = TableReading(
    "DST", "sick_days_per_full_time", Unit.DAYS, "FRA023", chosen={"fravær1": "Dagsværk pr. fuldtidsansat"}
)


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_form_of_file_gives_the_same_table_and_the_same_values(data):
    table = read_statbank(data, "fil")
    assert [dimension.name for dimension in table.dimensions] == ["SEKTOR", "FRAVÆR1", "TID"]
    rows = dict(rows_of(table))
    assert rows["Kommuner", "Procent", "2023"] == Decimal("6.4")
    assert rows["Kommuner", "Dagsværk pr. fuldtidsansat", "2023"] is None
    (found,) = references_of(table, READING)
    assert (found.source, found.year, found.value, found.origin) == ("DST", 2022, Decimal("15.1"), "FRA023")


def test_a_choice_may_be_a_code_and_area_and_group_are_dimensions():
    reading = TableReading(
        "DST", "d", Unit.PERCENT, "FRA", area="SEKTOR", group="FRAVÆR1", areas={"Kommuner": "hele landet"}
    )
    found = references_of(read_statbank(FILES["px"], "fil"), reading)
    assert {(one.area, one.group, one.year) for one in found} == {
        ("hele landet", "Dagsværk pr. fuldtidsansat", 2022),
        ("hele landet", "Procent", 2022),
        ("hele landet", "Procent", 2023),
    }
    by_code = TableReading("DST", "d", Unit.PERCENT, "FRA", chosen={"FRAVÆR1": "10"})
    assert len(references_of(read_statbank(FILES["px"], "fil"), by_code)) == 2


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (TableReading("DST", "d", Unit.DAYS, "x"), "ikke blandes"),
        (TableReading("DST", "d", Unit.DAYS, "x", chosen={"FRAVÆR1": "99"}), "ikke værdien '99'"),
        (TableReading("DST", "d", Unit.DAYS, "x", chosen={"ALDER": "1"}), "har ikke 'ALDER'"),
        (TableReading("DST", "d", Unit.DAYS, "x", year="FRAVÆR1", chosen={"TID": "2022"}), "kun hele år"),
    ],
)
def test_a_table_is_not_taken_apart_wrongly(reading, told):
    with pytest.raises(WrongInput, match=told):
        references_of(read_statbank(FILES["csv"], "fil"), reading)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", b"{", b"{}", b"[1]", b'{"dataset": 3}', b"A;B\n1;x\n", b"A;B\n1;2;3\n", b"A;B\n1;2\n1;3\n",
        b"A;B\n1;1e99\n", b"\0\0", b"[" * 100_000, b'CHARSET="ANSI";DATA=1;', b'CHARSET="ANSI";nonsense;',
        PX.replace("6.6 6.4", "6.6").encode(), PX.replace("6.6", "abc").encode(), PX.replace('"1025"', '"1","2"').encode(),
        PX.replace("6.6", "1E999999999").encode(), FILES["json-stat"].replace(b"6.6", b"NaN"),
        FILES["json-stat"].replace(b"6.6", b"1e999999999"), FILES["json-stat"].replace(b"6.6", b'"6"'),
    ],
    ids=lambda data: data[-20:].decode("latin-1").strip(),
)  # fmt: skip
def test_a_broken_file_is_refused_in_one_sentence(data):
    with pytest.raises(WrongInput, match=r"^fil.*\.$"):
        read_statbank(data, "fil")


@given(st.sampled_from(list(FILES.values())), st.integers(0, 600), st.binary(max_size=4))
def test_a_damaged_file_is_read_or_refused_and_never_falls_over(data, place, damage):
    with suppress(WrongInput):
        read_statbank(data[:place] + damage + data[place + 1 :], "fil")


def test_our_own_table_keeps_source_version_and_certainty():
    (_, plain), (_, repeated) = read_reference_table(OWN.encode(), "tal.csv").values
    assert (plain.value, plain.unit, plain.area, plain.certainty) == (
        Decimal("15.1"),
        Unit.DAYS,
        "hele landet",
        Certainty.READ,
    )
    assert (repeated.value, repeated.group, repeated.version) == (Decimal("1015.1"), "Akademikere", 2)
    assert repeated.tag == "KRL 2023, version 2, gengivet af andre"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("KRL;", ";", (2, "kilde", "tom")),
        ("15,1;dage", "femten;dage", (2, "værdi", "'femten' er ikke et tal")),
        ("15,1;dage", "1e30;dage", (2, "værdi", "for stort")),
        (";dage;", ";uger;", (2, "enhed", "'uger' er ikke en enhed")),
        (";2023;", ";23;", (2, "år", "ikke et årstal")),
        (";1;V;", ";0;V;", (2, "version", "ikke et versionsnummer")),
        (";1;V;", ";1;X;", (2, "sikkerhed", "hverken V")),
    ],
)
def test_a_wrong_cell_is_told_with_its_line_and_column(old, new, told):
    (wrong,) = read_reference_table(OWN.replace(old, new, 1).encode(), "tal.csv").wrong
    assert (wrong.line, wrong.column) == told[:2]
    assert told[2] in wrong.message


def test_every_wrong_row_is_told_and_the_right_ones_are_read():
    read = read_reference_table(OWN.replace("15,1;dage", "x;dage", 1).encode(), "tal.csv")
    assert ([line for line, _ in read.values], [one.line for one in read.wrong]) == ([3], [2])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN.replace("kilde;", "kilden;", 1), "kolonnen 'kilde' mangler"),
        (OWN.replace("opslag 1. juni;hele", '"opslag;hele', 1), "løst citationstegn"),
        (OWN.splitlines()[0], "ingen rækker"),
        (OWN.replace("område", "kilde", 1), "står to gange"),
        ("", "tom"),
    ],
)
def test_what_is_no_such_table_is_refused(text, told):
    with pytest.raises(WrongInput, match=told):
        read_reference_table(text.encode(), "tal.csv")


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_table_of_statbank_is_recognised_by_what_is_in_it(data):
    assert isinstance(read_reference_file(data, "fil"), StatTable)


def test_our_own_table_is_recognised_and_what_it_lacks_is_told():
    assert isinstance(read_reference_file(OWN.encode("cp1252"), "fil"), TableRead)
    with pytest.raises(WrongInput, match="kolonnen 'kilde' mangler"):
        read_reference_file(OWN.replace("kilde;", "kilden;", 1).encode(), "fil")


@pytest.mark.parametrize("data", [b"", b" \n", b"<html>", b"%PDF-1.7", b"PK\x03\x04halvt"])
def test_what_is_no_table_is_refused_in_one_sentence(data):
    with pytest.raises(WrongInput, match=r"^fil: .*\.$"):
        read_reference_file(data, "fil")
