"""What is written is what its schema says, and the schemas have teeth."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from raadhus.meetings.rules.disclosure import Level, disclose
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.tests.example_meeting import EXAMPLE
from raadhus.meetings.tests.meeting_strategies import MEETINGS
from raadhus.meetings.tests.test_writer import ANYTHING
from raadhus.meetings.writer import Format, export
from raadhus.meetings.writer.oparl_tree import Site, oparl_tree
from raadhus.meetings.writer.schemas import CHECKED, oparl_faults, schema_faults

PUBLIC = disclose(EXAMPLE, Level.PUBLIC)
BASE = "https://www.eksempel.example/oparl/"
SITE = Site(
    base=BASE,
    municipality="Eksempelkøbing Kommune",
    website="https://www.eksempel.example/",
    page=lambda meeting: f"https://www.eksempel.example/moeder/{meeting.id}/",
    file=lambda _meeting, item, each: f"https://www.eksempel.example/{item.id}/{each.sha256}" if each.sha256 else None,
)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("format_", CHECKED)
def test_every_file_is_what_its_schema_says(format_, level, kind):
    data = export(disclose(replace(EXAMPLE, kind=kind), level), format_).data
    assert schema_faults(data, format_) == ()


@given(MEETINGS)
@ANYTHING
@pytest.mark.parametrize("format_", [Format.SBSYS, Format.OPARL])
def test_whatever_stands_in_a_meeting_its_files_keep_to_the_schema(format_, meeting):
    for level in Level:
        assert schema_faults(export(disclose(meeting, level), format_).data, format_) == ()


BROKEN = (
    (Format.SBSYS, b' \xc3\x85bent="false"', b""),
    (Format.SBSYS, b'Udfald="noted"', b'Udfald="godkendt"'),
    (Format.SBSYS, b"4. marts 2031", b"2031-03-04"),
    (Format.OPARL, b'"order": 0,', b""),
    (Format.OPARL, b'"public": true', b'"public": "ja"'),
    (Format.OPARL, b'"number"', b'"nummer"'),
    (Format.AKOMA_NTOSO, b"<debateBody>", b"<debateBody><p>x</p>"),
)


@pytest.mark.parametrize(("format_", "right", "wrong"), BROKEN)
def test_a_file_that_breaks_its_schema_is_found(format_, right, wrong):
    data = export(PUBLIC, format_).data
    assert right in data
    assert schema_faults(data.replace(right, wrong, 1), format_)


def test_a_pdf_that_is_not_accessible_is_found():
    assert schema_faults(export(PUBLIC, Format.PDF).data.replace(b"/Lang", b"/Gnal"), Format.PDF)


def tree():
    return {path: json.loads(data) for path, data in oparl_tree([PUBLIC], SITE)}


def test_every_object_of_the_tree_keeps_to_the_schema():
    files = tree()
    things = [value for value in files.values() if "data" not in value]
    things += [each for value in files.values() for each in value.get("data", [])]
    assert {fault for thing in things for fault in oparl_faults(thing)} == set()
    assert {"system.json", "body.json", "meetings.json", "papers.json", "meetings/0190-m.json"} <= files.keys()


def addresses(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from addresses(each)
    elif isinstance(value, list):
        for each in value:
            yield from addresses(each)
    elif isinstance(value, str) and value.startswith(BASE):
        yield value.removeprefix(BASE).partition("#")[0]


def test_every_reference_of_the_tree_leads_to_a_file():
    files = tree()
    assert {address for value in files.values() for address in addresses(value)} - files.keys() == set()


def test_a_case_of_open_items_is_a_paper_and_a_closed_one_is_not():
    papers = tree()["papers.json"]["data"]
    assert [paper["reference"] for paper in papers] == ["30/8812", "31/1204"]


def test_only_what_the_public_may_see_is_laid_out():
    with pytest.raises(ValueError, match="public"):
        list(oparl_tree([disclose(EXAMPLE, Level.CLOSED)], SITE))
