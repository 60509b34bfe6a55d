"""The meeting room through its other doors: the nightly deletion, the API and the commands."""

from datetime import UTC, timedelta

import pytest
from click.testing import CliRunner

from raadhus.core.audit.models import Entry
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.private import forget_notes, save_note
from raadhus.meetings.commands.take_along import offline, package
from raadhus.meetings.models import AgendaItem, Meeting, OwnNote

AS_JSON = {"content_type": "application/json"}


@pytest.fixture
def opened(published):
    return AgendaItem.objects.get(closed=False).pk


def test_notes_are_forgotten_when_their_time_is_over_and_not_before(opened, cast, now, settings):
    save_note(actor=cast[Role.HR], item_id=opened, text="x", now=now)
    admin, end = cast[Role.ADMINISTRATOR], now.astimezone(UTC) + timedelta(days=settings.NOTES_DAYS)
    assert forget_notes(actor=admin, now=end - timedelta(seconds=1)) == 0
    assert forget_notes(actor=admin, now=end) == 1
    assert Entry.objects.last().data == '{"count":1}'


def test_while_no_minutes_are_published_nothing_is_forgotten(opened, cast, now):
    save_note(actor=cast[Role.HR], item_id=opened, text="x", now=now)
    Meeting.objects.update(published_at=None)
    assert forget_notes(actor=cast[Role.ADMINISTRATOR], now=now + timedelta(days=9999)) == 0


def test_of_one_who_leaves_everything_is_deleted_and_nothing_of_others(opened, cast, now):
    for role in (Role.HR, Role.DPO):
        save_note(actor=cast[role], item_id=opened, text="x", now=now)
    assert forget_notes(actor=cast[Role.ADMINISTRATOR], person_key=cast[Role.HR].key, now=now) == 1
    assert OwnNote.objects.get().person_key == cast[Role.DPO].key


def test_only_the_administrator_starts_the_deletion(opened, cast, now):
    with pytest.raises(NotAllowed):
        forget_notes(actor=cast[Role.SECRETARY], now=now)


def test_notes_by_the_api_are_kept_found_refused_and_deleted(opened, client_of):
    client, address = client_of(Role.HR), f"/api/items/{opened}/own-note"
    assert client.put(address, {"text": "via api"}, **AS_JSON).json() == {"revision": 1}
    assert client.put(address, {"text": "andet"}, **AS_JSON).status_code == 409
    [found] = client.get("/api/own-notes?text=api").json()
    assert client_of(Role.DPO).delete(f"/api/own-notes/{found['id']}").status_code == 404
    assert client.delete(f"/api/own-notes/{found['id']}").status_code == 204
    assert not OwnNote.objects.exists()


def test_highlights_by_the_api_are_made_and_taken_away(opened, client_of):
    client = client_of(Role.HR)
    made = client.post(f"/api/items/{opened}/highlights", {"quote": "Tidsplan for"}, **AS_JSON).json()
    assert client.delete(f"/api/highlights/{made['id']}").status_code == 204


@pytest.mark.parametrize("form", ["offline", "package"])
def test_a_meeting_is_taken_by_the_api_without_closed_items(published, client_of, form):
    client, address = client_of(Role.HR), f"/api/meetings/{published}/{form}"
    assert client.post(address, {}, **AS_JSON).status_code == 200
    assert client.post(address, {"closed": True}, **AS_JSON).status_code == 403


@pytest.mark.parametrize(("command", "ending"), [(offline, ".html"), (package, ".pdf")])
def test_the_commands_write_the_file_and_say_where(published, tmp_path, command, ending):
    out = tmp_path / "ud"
    out.mkdir()
    done = CliRunner().invoke(command, [str(published), "--out", str(out)])
    assert done.exit_code == 0
    [file] = out.iterdir()
    assert file.suffix == ending
    assert str(file) in done.output
