"""Taking reference values in: all or nothing, the same again changes nothing, corrections are versions, and the newest can be undone."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import NOW

from raadhus.core.audit.models import Entry
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.importing_references import import_references, import_served
from raadhus.personnel.actions.undoing_imports import NotTheNewest, undo_import
from raadhus.personnel.models import ReferenceImport, ReferenceRow, ServedRow
from raadhus.personnel.queries import references as queries
from raadhus.personnel.queries.references import Wanted
from raadhus.personnel.queries.served import served_lines
from raadhus.personnel.rules.benchmarks.mapping import TableChoice
from raadhus.personnel.rules.benchmarks.planning import planned
from raadhus.personnel.rules.benchmarks.published import PUBLISHED
from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.personnel.rules.benchmarks.served import SERVED
from raadhus.personnel.rules.measures.definitions import Unit

HEAD = "kilde;definition;år;værdi;enhed;henvisning;område;gruppe;version\n"
GOOD = "KRL;Sygefraværsprocent;2024;6,1;%;opslag i SIRKA;Region Nord;;\n"
FRA = "SEKTOR;FRAVÆR;FRAVÆR1;TID;INDHOLD\n" + "".join(
    f"Kommuner;{kind};{indicator};{year};{value}\n"
    for kind, indicator, year, value in (
        ("Egen sygdom", "Dagsværk pr. fuldtidsansat", 2023, "13,9"),
        ("Egen sygdom", "Dagsværk pr. fuldtidsansat", 2024, "13,4"),
        ("Egen sygdom", "Fraværsprocent", 2023, "6,2"),
        ("Egen sygdom", "Fraværsprocent", 2024, "6,0"),
    )
)
CHOICE = TableChoice(
    source="DST",
    definition="sick_days_per_full_time",
    origin="Statistikbanken, FRA020",
    variables={
        "SEKTOR": "=Kommuner",
        "FRAVÆR": "=Egen sygdom",
        "FRAVÆR1": "=Dagsværk pr. fuldtidsansat",
        "TID": "year",
    },
)


@pytest.fixture
def give(cast):
    """Give a file as HR."""

    def run(text, *, head=HEAD, name="tal.csv", role=Role.HR, choice=None):
        data = text if isinstance(text, bytes) else (head + text).encode()
        return import_references(actor=cast[role], file_name=name, data=data, choice=choice, now=NOW)

    return run


def versions():
    return list(ReferenceRow.objects.order_by("pk").values_list("version", flat=True))


def trail(event):
    return json.loads(Entry.objects.get(event=event).data)


def test_a_row_is_taken_in_by_its_danish_name_and_found_among_the_others(give, cast):
    report = give(GOOD)
    assert (report.is_refused, report.rows, report.added, report.corrected) == (False, 1, 1, 0)
    (one,) = queries.reference_list(cast[Role.CENTRE_HEAD], Wanted(area="Region Nord"), NOW)
    assert (one.written, one.value.definition, one.file_name) == ("6,1\xa0%", "sick_percentage", "tal.csv")
    assert one.against == ("Sygefraværsprocent",)
    assert trail("personnel.references_imported")["added"] == 1


def test_the_same_file_again_changes_nothing_and_leaves_nothing(give):
    give(GOOD)
    assert give(GOOD).is_known_file
    again = give(GOOD + "\n")
    assert (again.unchanged, again.key, ReferenceImport.objects.count()) == (1, "", 1)


def test_a_correction_is_the_next_version_and_the_earlier_is_kept(give, cast):
    give(GOOD)
    assert give(GOOD.replace("6,1", "6,2")).corrected == 1
    assert versions() == [1, 2]
    (newest,) = queries.reference_list(cast[Role.HR], Wanted(area="Region Nord"), NOW)
    assert (newest.written, newest.versions) == ("6,2\xa0%", 2)
    assert [one.value.version for one in queries.history(cast[Role.HR], newest.value.key, 2024, NOW)] == [2, 1]


def test_what_is_known_from_public_sources_is_not_taken_in_twice(give):
    report = give("KRL;sick_percentage;2014;5,3;%;fldnet.dk;;;\nKRL;sick_percentage;2014;5,4;%;andet;;;1\n")
    assert (report.is_refused, report.problems[0].column) == (True, "version")
    assert give("KRL;sick_percentage;2014;5,3;%;fldnet.dk;;;\n").unchanged == 1


@pytest.mark.parametrize(
    ("old", "new", "column", "said"),
    [
        ("6,1", "101", "værdi", "over 100 %"),
        ("6,1", "-1", "værdi", "under 0"),
        ("2024", "2027", "år", "ret årstallet"),
        (";%;", ";dage;", "enhed", "opgøres i %"),
        ("Sygefraværsprocent", "Fraværet i alt", "definition", "navnet på et mål"),
        ("opslag i SIRKA", "x" * 501, "henvisning", "plads til 500"),
        ("Region Syd", "Region\x01", "område", "ikke kan vises"),
    ],
)
def test_one_row_that_does_not_look_right_refuses_the_file(give, old, new, column, said):
    (wrong,) = give(GOOD + GOOD.replace("Nord", "Syd").replace(old, new)).problems
    assert (wrong.line, wrong.column, versions()) == (3, column, [])
    assert said in wrong.message
    assert trail("personnel.references_refused")["reason"] == wrong.message


def test_a_statbank_table_needs_a_choice_and_gives_its_series(give, cast):
    assert "vælg, hvad hver variabel er" in give(FRA, head="").problems[0].message
    report = give(FRA, head="", choice=CHOICE)
    assert (report.rows, report.added) == (2, 2)
    found = queries.reference_list(cast[Role.HR], Wanted(source="DST", year="2024"), NOW)
    assert [(one.written, one.value.area, one.against) for one in found] == [("13,4\xa0dage", "hele landet", ())]


def test_the_newest_import_is_undone_with_a_reason_and_the_one_before_stands(give, cast):
    first = give(GOOD)
    second = give(GOOD.replace("6,1", "6,2"))
    with pytest.raises(NotTheNewest):
        undo_import(actor=cast[Role.HR], key=first.key, reason="Forkert fil", now=NOW)
    with pytest.raises(WrongInput):
        undo_import(actor=cast[Role.HR], key=second.key, reason=" ", now=NOW)
    undo_import(actor=cast[Role.HR], key=second.key, reason="Forkert fil", now=NOW)
    assert versions() == [1]
    assert trail("personnel.references_undone")["reason"] == "Forkert fil"
    assert give(GOOD.replace("6,1", "6,2")).corrected == 1


def test_only_hr_takes_files_in_and_leaders_may_look(give, cast):
    with pytest.raises(NotAllowed):
        give(GOOD, role=Role.CENTRE_HEAD)
    with pytest.raises(NotAllowed):
        queries.reference_list(cast[Role.EMPLOYEE], Wanted(), NOW)
    assert queries.reference_list(cast[Role.UNIT_LEADER], Wanted(), NOW)


JSON_STAT = {
    "class": "dataset",
    "label": "Fravær",
    "id": ["SEKTOR", "TID"],
    "dimension": {
        "SEKTOR": {"category": {"index": ["1025"], "label": {"1025": "Kommuner"}}},
        "TID": {"category": {"index": ["2023", "2024", "2025"]}},
    },
    "value": {"0": 13.9, "2": 13.2},
}
PX = (
    'CHARSET="ANSI";CODEPAGE="windows-1252";STUB="SEKTOR";HEADING="TID";VALUES("SEKTOR")="Kommuner";'
    'VALUES("TID")="2023","2024";DATA=13.9 "..";'
)
YEARLY = TableChoice("DST", "sick_days_per_full_time", "FRA020", {"SEKTOR": "=Kommuner", "TID": "year"})


@pytest.mark.parametrize(
    ("data", "choice", "added"),
    [
        ((HEAD + GOOD).encode("cp1252"), None, 1),
        ((HEAD + GOOD).replace(";", "\t").encode("utf-16"), None, 1),
        (json.dumps(JSON_STAT).encode(), YEARLY, 2),
        (PX.encode("cp1252"), YEARLY, 1),
    ],
    ids=["ansi", "utf-16-tabs", "json-stat-holes", "px-hole"],
)
def test_files_of_every_kind_and_writing_are_read_and_holes_left_out(give, data, choice, added):
    report = give(data, choice=choice)
    assert (report.problems, report.added) == ((), added)


@pytest.mark.parametrize(
    ("data", "choice"),
    [
        ((HEAD + GOOD).replace(";", "^").encode(), None),
        (PX.replace('VALUES("SEKTOR")="Kommuner";', "").encode(), YEARLY),
        (PX.replace("DATA=", "TAL=").encode(), YEARLY),
        (json.dumps({**JSON_STAT, "value": [1]}).encode(), YEARLY),
        (json.dumps(JSON_STAT).replace("2024", "2099").replace("2025", "2098").encode(), YEARLY),
        (json.dumps(JSON_STAT).replace("Kommuner", r"Kommuner\u0000").encode(), YEARLY),
        (json.dumps(JSON_STAT).encode(), CHOICE),
        (json.dumps(JSON_STAT).replace("13.9", "139000").encode(), YEARLY),
    ],
    ids=[
        "separator",
        "px-keyword",
        "px-no-data",
        "json-short",
        "next-year",
        "null-sign",
        "other-variables",
        "too-many-days",
    ],
)
def test_a_file_that_cannot_be_right_is_refused_in_a_sentence_and_changes_nothing(give, data, choice):
    report = give(data, choice=choice)
    assert (report.is_refused, versions()) == (True, [])
    assert all(one.message.endswith(".") for one in report.problems)


def people(*, more=0, years=("2020K1", "2024K1")):
    ages = [f"{age} år" for age in range(100)]
    lines = [f"Eksempelby;{age};{year};{10 + place * more}\n" for place, year in enumerate(years) for age in ages]
    return ("OMRÅDE;ALDER;TID;INDHOLD\n" + "".join(lines)).encode()


def test_those_who_are_served_are_taken_in_by_age(cast):
    given = {"actor": cast[Role.HR], "file_name": "folk.csv", "ages": "0-5, 6-16, 80+", "now": NOW}
    report = import_served(data=people(more=1), **given)
    assert (report.rows, report.added, ServedRow.objects.count()) == (6, 6, 6)
    lines = served_lines(cast[Role.HR], NOW, "Eksempelby")
    assert tuple(one.group for one in lines) == SERVED
    assert lines[0].people == {2020: 60, 2024: 66}
    assert import_served(data=people(more=2), **given).corrected == 3
    assert import_served(data=people(years=("2024K1", "2027K1")), **given).problems[0].message.count("2027") == 1
    assert import_served(data=people(), **{**given, "ages": "6-3"}).is_refused


TABLE_VALUES = st.lists(
    st.builds(
        ReferenceValue,
        source=st.sampled_from(["KRL", "DST"]),
        definition=st.just("sick_days_per_full_time"),
        year=st.integers(2023, 2024),
        value=st.decimals(0, 30, places=1),
        unit=st.just(Unit.DAYS),
        origin=st.just("opslag"),
        version=st.integers(1, 3),
    ),
    max_size=6,
    unique_by=lambda one: (one.source, one.year, one.version),
)


@given(TABLE_VALUES, TABLE_VALUES)
def test_two_imports_that_tell_their_versions_come_to_the_same_in_either_order_or_are_refused(first, second):
    def both(one, other):
        kept = planned([(2, value) for value in one], (), (), 2026).outcome.values
        plan = planned([(2, value) for value in other], (), kept, 2026)
        return None if plan.wrong else set(plan.outcome.values)

    assert both(first, second) == both(second, first)


@given(TABLE_VALUES)
def test_what_is_known_read_again_changes_nothing(values):
    kept = planned([(2, value) for value in values], (), (), 2026).outcome.values
    again = planned([(2, value) for value in kept], (), kept, 2026)
    assert (again.wrong, again.outcome.added, again.outcome.corrected) == ((), (), ())


def test_what_was_found_in_public_sources_looks_right_itself():
    again = planned([(2, value) for value in PUBLISHED], (), PUBLISHED, 2026)
    assert (again.wrong, again.unchanged) == ((), len(PUBLISHED))
