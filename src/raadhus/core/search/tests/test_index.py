import json

import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.core.search.public import rebuild, refresh, search
from raadhus.kernel import changes
from raadhus.kernel.actors import PUBLIC, system
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role

TESTER = system("tests", "Prøverne")


def test_what_is_announced_is_found_after_the_commit(shelf, now, django_capture_on_commit_callbacks):
    shelf.put("a", "Refusion")
    with django_capture_on_commit_callbacks(execute=True):
        changes.announce("shelf", ["a"])
        assert search(PUBLIC, "refusion", now=now).total == 0
    assert search(PUBLIC, "refusion", now=now).total == 1


def test_many_announcements_of_one_transaction_are_read_once(shelf, monkeypatch, django_capture_on_commit_callbacks):
    asked = []
    monkeypatch.setattr(shelf, "entries", lambda keys=None: asked.append(sorted(keys)) or [])
    with django_capture_on_commit_callbacks(execute=True):
        changes.announce("shelf", ["a", "b"])
        changes.announce("shelf", ["b", "c"])
    assert asked == [["a", "b", "c"]]


def test_what_changed_is_found_as_it_is_and_not_as_it_was(shelf, index, now):
    shelf.put("a", "Refusion")
    index()
    shelf.put("a", "Beredskab")
    refresh(actor=TESTER, source_name="shelf", keys=["a"], now=now)
    assert search(PUBLIC, "refusion", now=now).total == 0
    assert search(PUBLIC, "beredskab", now=now).total == 1


def test_what_is_gone_is_found_no_more(shelf, index, now):
    shelf.put("a", "Refusion")
    index()
    del shelf.held["a"]
    refresh(actor=TESTER, source_name="shelf", keys=["a"], now=now)
    assert search(PUBLIC, "refusion", now=now).total == 0


def test_a_second_rebuild_finds_nothing_to_do(shelf, index):
    shelf.put("a", "Refusion")
    index()
    assert (index().indexed, index().unchanged) == (0, 1)


def test_an_interrupted_rebuild_goes_on_where_it_stopped(shelf, now, monkeypatch):
    for number in range(450):
        shelf.put(f"{number}", "Refusion")

    def interrupt(_label, done, _total):
        if done == 200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(actor=TESTER, now=now, progress=interrupt)
    assert search(PUBLIC, "refusion", now=now).total == 200
    assert rebuild(actor=TESTER, now=now).indexed == 250


def test_only_administrators_build_the_index_again(shelf, now, cast):
    with pytest.raises(NotAllowed):
        rebuild(actor=cast[Role.SECRETARY], now=now)


def test_the_command_line_rebuilds_and_finds(shelf):
    shelf.put("a", "Refusion")
    prepared = {"prepare_database": lambda: None}
    assert CliRunner().invoke(main, ["search", "rebuild"], obj=prepared).exit_code == 0
    result = CliRunner().invoke(main, ["search", "find", "refusion", "--json"], obj=prepared)
    assert json.loads(result.stdout)["hits"][0]["key"] == "a"
    assert CliRunner().invoke(main, ["search", "find", "intet"], obj=prepared).exit_code == 1
