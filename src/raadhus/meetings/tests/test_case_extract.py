"""An extract of a case: facts, assessments and decisions across meetings, for the public and for those who may see more."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.core.audit.public import trail
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import NotAllowed, NotFound
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.queries.case_extracts import case_extract_for
from raadhus.meetings.rules.case_parts import CasePart, part_of
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.tests.exported_text import everything_in
from raadhus.meetings.tests.papers import CANARY, closed_item, open_item, reading, section
from raadhus.meetings.writer.case_extract_files import ExtractFormat, extract_file
from raadhus.meetings.writer.exported import Format
from raadhus.meetings.writer.schemas import schema_faults

SCHEMA = Path(__file__).parents[4] / "docs" / "formats" / "case-extract.schema.json"
CASE = "26/100"
ADDRESS = "/moeder/aktindsigt/"


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


@pytest.fixture
def case(published, import_paper, secretary, now, step):
    """A case at three meetings: published, published later, and confirmed only; closed at the last."""
    step("case extract", lambda: at_two_more_meetings(import_paper, secretary, now))
    return published


def at_two_more_meetings(import_paper, secretary, now):
    assessed = open_item(
        sections=(section(SectionKind.ASSESSMENT, "Vurdering", "Det kan nås."),), decision=None, recommendations=()
    )
    later = import_paper(reading(date="2026-04-06", items=(assessed,), kind=Kind.AGENDA), name="senere.txt").meeting_id
    actions.confirm_reading(actor=secretary, meeting_id=later, number=1, now=now)
    actions.publish_meeting(actor=secretary, meeting_id=later, accept_warnings=True, now=now)
    last = import_paper(reading(date="2026-05-04", items=(closed_item("1", CASE),)), name="lukket.txt").meeting_id
    actions.confirm_reading(actor=secretary, meeting_id=last, number=1, now=now)


def made(viewer, now, *, internal=False, number=CASE):
    return case_extract_for(viewer=viewer, case_number=number, internal=internal, now=now)


def told(extract):
    return {part: [entry.heading for entry in entries] for part, entries in extract.parts}


@pytest.mark.parametrize("kind", SectionKind)
def test_every_kind_of_section_has_its_part(kind):
    assert part_of(kind) in set(CasePart)


def test_an_extract_sorts_what_was_said_and_names_its_sources(case, now):
    extract = made(PUBLIC, now)
    found = told(extract)
    assert found[CasePart.FACTS][0] == "Baggrund"
    assert found[CasePart.ASSESSMENTS] == ["Indstilling", "Vurdering"]
    assert found[CasePart.DECISIONS] == ["Beslutning"]
    assert [source.label for source in extract.sources] == [
        "Direktionen 02-03-2026 (referat)",
        "Direktionen 06-04-2026 (dagsorden)",
    ]
    assert extract.sources[0].url.endswith("/moeder/direktionen/2026-03-02/referat/punkt-2/")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.EMPLOYEE, Role.SECRETARY])
def test_the_public_extract_is_the_same_whoever_asks_and_holds_nothing_closed(case, cast, now, role):
    assert made(cast[role], now) == made(PUBLIC, now)
    assert CANARY not in repr(made(cast[role], now))


def test_the_internal_extract_holds_what_the_viewer_may_see(case, cast, secretary, now):
    assert CANARY in repr(made(secretary, now, internal=True))
    centre_head = made(cast[Role.CENTRE_HEAD], now, internal=True)
    assert CANARY not in repr(centre_head)
    assert len(centre_head.sources) == 2


def test_an_internal_extract_leaves_a_trace(case, secretary, now):
    made(secretary, now, internal=True)
    assert [entry.actor_name for entry in trail("case", CASE) if "internt uddrag" in entry.sentence] == [secretary.name]


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.EMPLOYEE, Role.HR])
def test_others_are_refused_the_internal_one(case, cast, now, role):
    with pytest.raises(NotAllowed):
        made(cast[role], now, internal=True)


def test_a_case_that_only_closed_items_show_is_not_found(published, now):
    with pytest.raises(NotFound):
        made(PUBLIC, now, number="26/77")
    with pytest.raises(NotFound):
        made(PUBLIC, now, number="findes-ikke")


@pytest.mark.parametrize("format_", ExtractFormat)
def test_an_extract_is_had_as_a_file(case, now, format_):
    file = extract_file(made(PUBLIC, now), format_, "Eksempelkøbing Kommune")
    text = everything_in(file.data)
    assert "Direktionen godkender tidsplanen." in text
    assert "§ 28" in text
    assert file == extract_file(made(PUBLIC, now), format_, "Eksempelkøbing Kommune")
    assert file.name == f"aktindsigt-26-100.{format_.value}"


def test_the_pdf_of_an_extract_is_accessible(case, now):
    assert schema_faults(extract_file(made(PUBLIC, now), ExtractFormat.PDF, "Eksempelkøbing").data, Format.PDF) == ()


def test_the_json_has_its_documented_form(case, now):
    data = json.loads(extract_file(made(PUBLIC, now), ExtractFormat.JSON, "").data)
    jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [one["assumed"] for one in data["legal_basis"]] == [False, False, True, True]


def test_the_page_says_what_is_assumed_and_offers_the_files(case, client_of):
    text = client_of(None).get(f"{ADDRESS}?sag={CASE}").content.decode()
    assert "antagelse, ikke efterprøvet" in text
    assert f"{ADDRESS}hent/pdf/?sag=26/100" in text
    assert "internt uddrag" not in text
    assert client_of(None).get(f"{ADDRESS}?sag=99/9").status_code == 404
    assert "Sagsnummer" in client_of(None).get(ADDRESS).content.decode()


def test_the_secretary_is_offered_the_internal_one(case, client_of):
    client = client_of(Role.SECRETARY)
    assert f"{ADDRESS}intern/?sag=26/100" in client.get(f"{ADDRESS}?sag={CASE}").content.decode()
    assert CANARY in client.get(f"{ADDRESS}intern/?sag={CASE}").content.decode()
    assert client.get(f"{ADDRESS}intern/hent/docx/?sag={CASE}").status_code == 200


def test_an_item_offers_the_extract_of_its_case_in_one_click(case, client_of):
    page = client_of(None).get("/moeder/direktionen/2026-03-02/referat/punkt-2/").content.decode()
    assert f"{ADDRESS}?sag=26/100" in page


def test_the_command_writes_the_extract(case, secretary, tmp_path):
    words = ["meetings", "extract", CASE, "--format", "json", "--output", str(tmp_path)]
    result = CliRunner().invoke(main, words, env={"RAADHUS_ACTOR": secretary.key})
    assert result.exit_code == 0
    assert json.loads((tmp_path / "aktindsigt-26-100.json").read_text(encoding="utf-8"))["case_number"] == CASE


def test_the_api_gives_the_extract(case, client_of):
    assert client_of(None).get(f"/api/cases/extract?case_number={CASE}").json()["sources"][0]["number"] == "2"


@pytest.mark.parametrize("address", [f"{ADDRESS}intern/", f"{ADDRESS}intern/?sag=%20", f"{ADDRESS}hent/json/"])
def test_without_a_number_there_is_no_extract(case, client_of, address):
    assert client_of(Role.CENTRE_HEAD).get(address).status_code == 404
