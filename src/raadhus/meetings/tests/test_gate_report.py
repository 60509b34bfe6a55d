"""The gate: what stops, what warns, what was looked at; as a page, by the API and as a command."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from django.urls import reverse

from raadhus.config.cli import main
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import Body, Meeting
from raadhus.meetings.queries import gate_files, gate_language
from raadhus.meetings.queries.gate_subject import GateSubject
from raadhus.meetings.queries.gatekeeping import NotReady, gate_report
from raadhus.meetings.rules.closed_words import house_secrets, squeeze, told_in_the_open
from raadhus.meetings.rules.gate_report import CheckName, Verdict
from raadhus.meetings.rules.lint import LintFinding, Severity
from raadhus.meetings.rules.reading import ReadAttachment, SectionKind, Span
from raadhus.meetings.tests.example_meeting import EXAMPLE
from raadhus.meetings.tests.papers import CANARY, open_item, reading, section

SCHEMA = Path(__file__).parents[4] / "docs" / "formats" / "meetings-gate.schema.json"


def checks(meeting):
    return {check.name: check for check in gate_report(Meeting.objects.get(pk=meeting)).checks}


@pytest.fixture
def linking(import_paper, cast, now):
    """A confirmed meeting that links to the inner net."""
    text = section(SectionKind.BACKGROUND, "Baggrund", "Se http://intranet/sag/1")
    made = import_paper(reading(items=(open_item(sections=(text,)),)))
    actions.confirm_reading(actor=cast[Role.SECRETARY], meeting_id=made.meeting_id, number=1, now=now)
    return made.meeting_id


def test_every_check_says_what_it_looked_at(confirmed):
    found = checks(confirmed)
    assert list(found) == list(CheckName)
    assert all(check.looked_at for check in found.values())
    assert found[CheckName.SCHEMAS].verdict is Verdict.PASSED
    assert found[CheckName.ACCESSIBLE_PDF].verdict is Verdict.PASSED
    assert found[CheckName.CLOSED_WORDS].verdict is Verdict.PASSED


def test_what_is_missing_at_an_imported_closed_item_is_told_and_asks_nothing(confirmed):
    check = checks(confirmed)[CheckName.CLOSED_ITEMS]
    assert [note.code for note in check.notes] == ["closed_without_ground", "closed_without_title"]
    assert check.findings == ()


@pytest.fixture
def ours(monkeypatch):
    """Let the meeting count as written here."""
    monkeypatch.setattr(GateSubject, "is_ours", True)


def test_what_was_written_here_must_say_why_it_is_closed_and_what_the_public_is_told(confirmed, ours):
    check = checks(confirmed)[CheckName.CLOSED_ITEMS]
    assert [(one.code, one.blocks) for one in check.findings] == [
        ("closed_without_ground", False),
        ("closed_without_title", False),
    ]


def test_a_closed_item_without_its_ground_stops_where_the_law_binds(confirmed, ours):
    Body.objects.update(profile="council")
    assert [one.blocks for one in checks(confirmed)[CheckName.CLOSED_ITEMS].findings] == [True, False]


def test_a_link_to_the_inner_net_stops_what_was_written_here(linking, ours, cast, now):
    with pytest.raises(NotReady, match="kommunens eget net"):
        actions.publish_meeting(actor=cast[Role.SECRETARY], meeting_id=linking, accept_warnings=True, now=now)


def linted(code, severity, item, suppressed=None):
    return LintFinding(code, severity, "Ugedagen passer ikke.", "", 0, 1, "x", item=item, suppressed=suppressed)


@pytest.fixture
def with_errors(monkeypatch):
    """Let the linter find an error in the closed item and one in the open, a suppressed one, a warning, and a telephone number."""
    found = (
        linted("weekday-wrong", Severity.ERROR, 0),
        linted("weekday-wrong", Severity.ERROR, 1),
        linted("total-wrong", Severity.ERROR, 1, suppressed="Afrundet"),
        linted("vague-deadline", Severity.WARNING, 1),
        linted("personal-data", Severity.WARNING, 1),
    )
    monkeypatch.setattr(gate_language, "lint", lambda *_given, **_named: found)


def test_errors_of_language_are_notes_in_what_was_imported(confirmed, with_errors):
    check = checks(confirmed)[CheckName.LANGUAGE]
    assert [(one.code, one.item_number) for one in check.notes] == [("weekday-wrong", "2"), ("vague-deadline", "2")]
    assert check.findings == ()
    assert [one.message for one in check.let_be] == ["Punkt 2: Ugedagen passer ikke. Ladt være: Afrundet"]


def test_errors_of_language_stop_what_was_written_here(confirmed, with_errors, ours):
    check = checks(confirmed)[CheckName.LANGUAGE]
    assert [(one.code, one.item_number, one.blocks) for one in check.findings] == [("weekday-wrong", "2", True)]


def test_what_reaches_one_person_must_have_been_seen(confirmed, with_errors):
    check = checks(confirmed)[CheckName.PERSONAL_DATA]
    assert [(one.code, one.blocks) for one in check.findings] == [("personal-data", False)]


def test_a_link_to_the_inner_net_asks_to_be_accepted(linking, cast, now):
    with pytest.raises(NotReady, match="kommunens eget net"):
        actions.publish_meeting(actor=cast[Role.SECRETARY], meeting_id=linking, now=now)
    actions.publish_meeting(actor=cast[Role.SECRETARY], meeting_id=linking, accept_warnings=True, now=now)


def test_a_file_that_is_gone_stops(import_paper, cast, now):
    gone = ReadAttachment("Bilag 1", Span(0, 5), sha256="ab" * 32, publish=True)
    made = import_paper(reading(items=(open_item(attachments=(gone,)),)))
    actions.confirm_reading(actor=cast[Role.SECRETARY], meeting_id=made.meeting_id, number=1, now=now)
    assert [found.code for found in checks(made.meeting_id)[CheckName.ATTACHMENTS].findings] == ["attachment"]
    with pytest.raises(NotReady, match="ikke i lageret"):
        actions.publish_meeting(actor=cast[Role.SECRETARY], meeting_id=made.meeting_id, accept_warnings=True, now=now)


def test_a_writer_that_lets_closed_words_out_is_stopped(confirmed, monkeypatch):
    real = gate_files.export

    def careless(meeting, format_):
        file = real(meeting, format_)
        return replace(file, data=file.data + f"<!-- {CANARY} titel -->".encode())

    monkeypatch.setattr(gate_files, "CHECKED", ())
    monkeypatch.setattr(gate_files, "export", careless)
    check = checks(confirmed)[CheckName.CLOSED_WORDS]
    assert check.verdict is Verdict.STOPS
    assert CANARY not in repr(check)


def test_a_file_is_looked_at_once_for_each_state(confirmed, monkeypatch, cast, now):
    first = checks(confirmed)
    asked = []
    monkeypatch.setattr(gate_files, "export", lambda _meeting, format_: asked.append(format_))
    assert checks(confirmed) == first
    assert asked == []


def test_words_written_for_the_public_are_no_secret():
    land = replace(EXAMPLE.items[1], public_title=EXAMPLE.items[1].title)
    secrets = house_secrets(replace(EXAMPLE, items=(land,)))
    assert squeeze(land.title) not in {one.words for one in secrets}
    assert "31/77" in {one.words for one in secrets}


def test_an_open_item_that_repeats_a_closed_title_is_told():
    told = EXAMPLE.items[1].title
    telling = replace(EXAMPLE.items[2], sections=(), title=f"Opfølgning på {told}")
    found = told_in_the_open(replace(EXAMPLE, items=(EXAMPLE.items[1], telling)))
    assert [one.what for one in found] == ["title"]


@pytest.fixture
def patient(monkeypatch):
    monkeypatch.setattr("raadhus.meetings.views.publishing._PATIENCE_SECONDS", 60)


def test_the_page_groups_the_checks(linking, client_of, patient):
    text = client_of(Role.SECRETARY).get(reverse("meetings:publish", args=[linking])).content.decode()
    assert text.index('id="advarer"') < text.index('id="i-orden"')
    assert "kommunens eget net" in text
    assert "Tilgængelig PDF" in text


def test_the_page_shows_progress_until_every_file_is_looked_at(confirmed, client_of, monkeypatch):
    monkeypatch.setattr("raadhus.meetings.views.publishing._PATIENCE_SECONDS", -1)
    client, page = client_of(Role.SECRETARY), reverse("meetings:publish", args=[confirmed])
    assert "<progress" in client.get(page).content.decode()
    steps = [client.get(reverse("meetings:gate_progress", args=[confirmed])) for _ in range(12)]
    assert steps[-1]["HX-Refresh"] == "true"
    assert "Publicér</button>" in client.get(page).content.decode()


def test_the_api_gives_the_report_in_its_documented_form(confirmed, client_of):
    answer = client_of(Role.SECRETARY).get(f"/api/meetings/{confirmed}/gate").json()
    jsonschema.validate(answer, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert answer["verdict"] == "passed"


def run(actor, *words):
    return CliRunner().invoke(main, ["meetings", "gate", *words], env={"RAADHUS_ACTOR": actor.key})


def test_the_command_ends_with_zero_when_nothing_is_in_the_way(confirmed, cast):
    result = run(cast[Role.SECRETARY], confirmed)
    assert (result.exit_code, "i orden  Tilgængelig PDF" in result.output) == (0, True)


def test_the_command_ends_with_one_when_something_is(linking, cast):
    result = run(cast[Role.SECRETARY], linking, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["verdict"] == "warns"


def test_the_command_ends_with_two_when_there_is_no_such_meeting(cast, db):
    assert run(cast[Role.SECRETARY], "0" * 32).exit_code == 2


def test_nobody_else_reads_the_report(confirmed, client_of):
    assert client_of(Role.CENTRE_HEAD).get(f"/api/meetings/{confirmed}/gate").status_code == 403
