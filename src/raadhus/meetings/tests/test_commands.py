import json

import pytest
from click.testing import CliRunner

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.commands import importing as command
from raadhus.meetings.commands.export_meeting import export_meeting
from raadhus.meetings.commands.import_documents import import_documents
from raadhus.meetings.commands.list_meetings import list_meetings
from raadhus.meetings.models import Meeting
from raadhus.meetings.tests.papers import CANARY, reading


@pytest.fixture
def folder(papers, db, tmp_path):
    """A folder with two meetings, one file that cannot be read, and one that is no document."""
    drawer = tmp_path / "skuffe" / "2026"
    drawer.mkdir(parents=True)
    for name, day in (("a.txt", "2026-01-05"), ("b.txt", "2026-02-02")):
        papers[name] = reading(date=day)
        (drawer / name).write_text(name * 100)
    (drawer / "skadet.txt").write_text("x")
    (drawer / "billede.png").write_text("x")
    return drawer.parent


def run(command, *arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_a_folder_is_imported_and_every_file_is_reported_on(folder):
    result = run(import_documents, "--folder", folder)
    assert result.exit_code == 1
    assert "3 af 3 filer: 2 nyt møde, 0 ny version, 0 uændret, 1 afvist." in result.output
    assert "skadet.txt: kan ikke læses." in result.output
    assert Meeting.objects.count() == 2


def test_the_second_run_skips_what_is_there(folder):
    run(import_documents, folder)
    assert "2 uændret" in run(import_documents, folder).output
    assert Meeting.objects.count() == 2


def test_an_interrupted_run_keeps_what_it_reached_and_the_next_goes_on(folder, monkeypatch):
    original = command.import_document

    def interrupted(**given):
        if given["name"] == "b.txt":
            raise KeyboardInterrupt
        return original(**given)

    monkeypatch.setattr(command, "import_document", interrupted)
    result = run(import_documents, folder)
    assert (result.exit_code, Meeting.objects.count()) == (1, 1)
    assert "Kør kommandoen igen" in result.output
    assert "1 nyt møde" in result.output
    monkeypatch.undo()


def test_a_pattern_names_files(folder):
    result = run(import_documents, f"{folder}/**/a.*", "--json")
    assert [(line["status"], line["items"]) for line in json.loads(result.stdout)] == [("new", 2)]


def test_a_file_that_is_not_there_is_one_clear_line(db):
    result = run(import_documents, "findes-ikke.pdf")
    assert isinstance(result.exception, WrongInput)
    assert "findes ikke" in str(result.exception)


def test_nothing_but_refusals_is_wrong_input(folder):
    assert run(import_documents, folder / "2026" / "skadet.txt").exit_code == 2


def test_the_list_names_the_meetings(folder):
    run(import_documents, folder)
    assert [row["date"] for row in json.loads(run(list_meetings, "--json").stdout)] == ["2026-02-02", "2026-01-05"]


def test_an_export_holds_what_the_public_may_see(imported, tmp_path):
    target = tmp_path / "ud.md"
    assert run(export_meeting, imported, "--format", "md", "--output", target).exit_code == 0
    assert CANARY not in target.read_text()
    assert CANARY in run(export_meeting, imported, "--format", "md", "--closed").output
