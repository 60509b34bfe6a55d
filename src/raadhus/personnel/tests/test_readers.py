"""Files with reference values: our own CSV, and StatBank's CSV, PX and JSON-stat, which all give the same table."""

import json
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.readers.reference_table import read_reference_table
from raadhus.personnel.readers.statbank import read_statbank
from raadhus.personnel.rules.benchmarks.references import Certainty
from raadhus.personnel.rules.benchmarks.statbank import TableReading, references_of, rows_of
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
    plain, repeated = read_reference_table(OWN.encode(), "tal.csv")
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
        ("kilde;", "kilden;", "kolonnen 'kilde' mangler"),
        ("KRL;", ";", "linje 2: kilde mangler"),
        ("15,1;dage", "femten;dage", "linje 2: 'femten' er ikke et tal"),
        ("15,1;dage", "1e30;dage", "for stort"),
        (";dage;", ";uger;", "'uger' er ikke en enhed"),
        (";2023;", ";23;", "ikke et årstal"),
        (";1;V;", ";0;V;", "ikke et versionsnummer"),
        (";1;V;", ";1;X;", "hverken V"),
        ("Region Nord;Akademikere;2;", "hele landet;;1;", "samme tal som linje 2"),
        ("opslag 1. juni;hele", '"opslag;hele', "løst citationstegn"),
    ],
)
def test_a_wrong_cell_is_told_with_its_line(old, new, told):
    with pytest.raises(WrongInput, match=told):
        read_reference_table(OWN.replace(old, new, 1).encode(), "tal.csv")


def test_an_empty_table_is_refused():
    with pytest.raises(WrongInput, match="tom"):
        read_reference_table(b"", "tal.csv")
