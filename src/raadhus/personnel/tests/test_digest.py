"""The digest: one mail a person and release, with no figures unless the house says so, and only what the receiver may see at that moment."""

import json
import re
from datetime import timedelta
from smtplib import SMTPException

import pytest
from click.testing import CliRunner
from django.core import mail
from django.db import IntegrityError
from django.db.models import QuerySet
from django.urls import reverse
from tests.cast import STAGE_CREW

from raadhus.config.cli import main
from raadhus.core.access.models import RoleGrant
from raadhus.core.organisation.public import create_person
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.personnel.actions import digesting
from raadhus.personnel.actions.digesting import send_digests
from raadhus.personnel.actions.saving import Wish, save_view
from raadhus.personnel.models import DigestRecord, SavedView
from raadhus.personnel.queries.digest import preview
from raadhus.personnel.rules.limits import LimitKind
from raadhus.personnel.tests.people_of_figures import client_as, make_leader


@pytest.fixture
def leader(released, house, now):
    """A leader of one unit who followed two views before the release came."""
    released.finished_at = now + timedelta(hours=1)
    released.save()
    made = make_leader("skole-a")
    create_person(
        actor=STAGE_CREW,
        key=made.key,
        name=made.name,
        email="lene@a.example",
        title="Leder",
        unit_key="cba",
        start=now.date(),
        now=now,
    )
    for name, query in (("Os", "maal=headcount&enhed=skole-a"), ("Kommunen", "maal=headcount&enhed=by")):
        wish = Wish(name, is_subscribed=True, limit_kind=LimitKind.OVER, limit="10")
        save_view(actor=made, query=query, wish=wish, now=now)
    return made


@pytest.fixture
def send(now):
    """Send what is due, and return the mails."""

    def once():
        mail.outbox.clear()
        send_digests(actor=STAGE_CREW, now=now + timedelta(hours=2))
        return list(mail.outbox)

    return once


def test_one_mail_a_release_with_links_and_no_figure(leader, send):
    (one,) = send()
    assert one.to == ["lene@a.example"]
    assert one.subject == "Personaletal: nye tal til og med december 2025"
    assert "Os (Antal ansatte i Skole A)" in one.body
    assert "/personale/tal/?maal=headcount&enhed=skole-a" in one.body
    assert "grænsen" not in one.body
    told = re.sub(r"http\S+", "", one.body)
    assert re.findall(r"\d+", told) == ["2025", "1"]
    assert send() == []


def test_with_the_setting_it_carries_what_the_receiver_sees(leader, send, settings):
    settings.DIGEST_FIGURES = True
    (one,) = send()
    assert "er over grænsen" in one.body
    assert "personer i 2025" in one.body.replace("\N{NO-BREAK SPACE}", " ")


def test_a_role_that_ended_gets_nothing_and_nothing_of_other_units_is_told(leader, send, now):
    SavedView.objects.filter(name="Kommunen").update(choices="maal=headcount&enhed=kultur")
    RoleGrant.objects.filter(person_key=leader.key).update(end_date=now.date())
    assert send() == []
    RoleGrant.objects.filter(person_key=leader.key).update(end_date=None)
    (one,) = send()
    assert "Kommunen" not in one.body
    assert "Kultur" not in one.body


def test_who_subscribed_after_the_release_waits_for_the_next(leader, send, released, now):
    SavedView.objects.update(subscribed_at=now + timedelta(hours=1, minutes=1))
    assert send() == []


def test_a_view_that_was_followed_after_the_release_is_not_in_its_mail(leader, send, now):
    SavedView.objects.filter(name="Kommunen").update(subscribed_at=now + timedelta(hours=1, minutes=1))
    (one,) = send()
    assert "Os (" in one.body
    assert "Kommunen" not in one.body


def test_what_could_not_be_sent_is_tried_again(leader, send, monkeypatch, now):
    def fail(*_arguments, **_options):
        raise SMTPException

    with monkeypatch.context() as broken:
        broken.setattr(digesting.EmailMessage, "send", fail)
        made = send_digests(actor=STAGE_CREW, now=now + timedelta(hours=2))
    assert (made.sent, made.failed) == ((), 1)
    assert DigestRecord.objects.get().sent_at is None
    assert len(send()) == 1


@pytest.mark.parametrize("place", ["send", "update"])
def test_a_run_killed_around_its_mail_loses_nothing_and_the_mail_arrives_once(leader, now, monkeypatch, place):
    def killed(*_arguments, **_options):
        raise KeyboardInterrupt

    broken = digesting.EmailMessage if place == "send" else QuerySet
    with monkeypatch.context() as patched:
        patched.setattr(broken, place, killed)
        with pytest.raises(KeyboardInterrupt):
            send_digests(actor=STAGE_CREW, now=now + timedelta(hours=2))
    gone = len(mail.outbox)
    assert gone == (place == "update")
    assert send_digests(actor=STAGE_CREW, now=now + timedelta(hours=2, minutes=30)).sent == ()
    assert len(send_digests(actor=STAGE_CREW, now=now + timedelta(hours=4)).sent) == 1
    assert len({one.extra_headers["Message-ID"] for one in mail.outbox[-1 - gone :]}) == 1
    assert send_digests(actor=STAGE_CREW, now=now + timedelta(hours=9)).sent == ()


def test_two_runs_at_once_send_one_mail(leader, send, monkeypatch):
    def taken(*_arguments, **_options):
        raise IntegrityError

    monkeypatch.setattr(DigestRecord.objects, "create", taken)
    assert send() == []


def test_the_reader_sees_the_own_mail_and_nobody_elses(leader, client_of, now):
    made, sent_at = preview(leader, now)
    assert "Os (Antal ansatte i Skole A)" in made.text
    assert sent_at is None
    assert "Os (Antal" in client_as(leader).get(reverse("personnel:digest")).content.decode()
    hr = client_of(Role.HR).get(reverse("personnel:digest")).content.decode()
    assert "Os (" not in hr.split("<main")[1]
    assert "Ingen mail" in hr


def test_the_command_tells_whom_and_not_what(leader, monkeypatch, now):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(hours=2))
    told = CliRunner().invoke(main, ["personnel", "digest", "--dry-run", "--json"])
    found = json.loads(told.stdout)
    assert [one["email"] for one in found["digests"]] == ["lene@a.example"]
    assert "Skole A" not in told.stdout
    assert not DigestRecord.objects.exists()
    assert CliRunner().invoke(main, ["personnel", "digest"]).exit_code == 0
    assert len(mail.outbox) == 1


def test_only_hr_and_the_administrator_send(cast, now):
    with pytest.raises(NotAllowed):
        send_digests(actor=cast[Role.SECRETARY], now=now)
