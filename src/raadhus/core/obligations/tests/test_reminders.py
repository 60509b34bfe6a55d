import json

import pytest
from click.testing import CliRunner
from django.core import mail

from raadhus.config.cli import main
from raadhus.core.obligations.actions.reminders import remind
from raadhus.core.obligations.commands.remind import send
from raadhus.core.obligations.queries import reminders
from raadhus.core.organisation.public import Person
from raadhus.kernel.actors import system

TESTER = system("tests", "Prøverne")


@pytest.fixture(autouse=True)
def _people(monkeypatch):
    known = {"mette-mose": Person("mette-mose", "Mette Mose", "mette@eksempel.example", "", None)}
    monkeypatch.setattr(reminders, "person", known.get)


@pytest.fixture
def run(now):
    def once(deliver=send):
        return remind(actor=TESTER, send=deliver, address="https://raadhus.example", house="Eksempelkøbing", now=now)

    return once


def test_an_owner_gets_one_mail_with_what_is_late_and_soon(promise, run):
    promise("Det sene", due="2026-02")
    promise("Det snarlige", due="2026-03-20")
    promise("Det fjerne", due="2026-Q4")
    run()
    (sent,) = mail.outbox
    assert sent.to == ["mette@eksempel.example"]
    assert sent.subject == "1 forpligtelse er over fristen, 1 forfalder inden for en uge"
    assert sent.body.index("Det sene") < sent.body.index("Det snarlige")
    assert "Det fjerne" not in sent.body
    assert "https://raadhus.example/forpligtelser/" in sent.body


def test_nobody_is_reminded_twice_on_a_day(promise, run):
    promise()
    assert (len(run()), len(run()), len(mail.outbox)) == (1, 0, 1)


def test_a_mail_that_was_not_sent_is_not_written_down_as_sent(promise, run):
    promise()

    def fail(_digest):
        raise OSError

    with pytest.raises(OSError):
        run(fail)
    assert len(run()) == 1


def test_no_mail_holds_anything_of_a_closed_matter(promise, run):
    promise("Afsked af en navngiven", closed=True, public_label="Personalesag")
    run()
    assert "navngiven" not in mail.outbox[0].body + mail.outbox[0].subject
    assert "Personalesag" in mail.outbox[0].body


def test_an_owner_without_an_address_gets_none(promise, run):
    promise(owner_key="ukendt")
    assert run() == ()


def test_a_dry_run_shows_and_sends_nothing(promise, run):
    promise(due="2020-01")
    prepared = {"prepare_database": lambda: None}
    result = CliRunner().invoke(main, ["obligations", "remind", "--dry-run", "--json"], obj=prepared)
    assert json.loads(result.stdout)["reminders"][0]["owner_key"] == "mette-mose"
    assert mail.outbox == []
    assert len(run()) == 1
