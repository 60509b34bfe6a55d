"""Reminders: to whom, of what, and never twice."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.core import mail
from django.db import IntegrityError
from django.utils.timezone import localdate

from raadhus.config.cli import main
from raadhus.core.audit.public import trail
from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.refunds.actions import reminding
from raadhus.refunds.actions.acting import act
from raadhus.refunds.actions.reminding import remind
from raadhus.refunds.models import ReminderRecord
from raadhus.refunds.tests.made_cases import claim_due, made_case

TESTER = system("tests", "Prøverne")
LEADER, HEAD, HR = (f"{key}@eksempelkoebing.example" for key in ("uffe-urt", "cecilie-ceder", "hanne-hassel"))


@pytest.fixture
def today(now):
    return localdate(now)


@pytest.fixture
def run(house, now):
    """Remind as on a day so many days from now, and return who got what."""

    def once(after=0):
        moment = now + timedelta(days=after)
        remind(actor=TESTER, today=localdate(moment), now=moment)
        sent = {one.to[0]: one for one in mail.outbox}
        mail.outbox.clear()
        return sent

    return once


@pytest.mark.parametrize(
    ("day", "told"),
    [(28, set()), (29, {LEADER}), (32, {LEADER}), (33, {LEADER, HR}), (36, {LEADER, HR}), (37, {LEADER, HR, HEAD})],
)
def test_the_leader_is_told_then_hr_then_the_centre_head(run, today, day, told):
    made_case(today, day=day)
    assert set(run()) == told


def test_one_mail_says_everything_and_names_nobody(run, today):
    for day in (40, 30, 30):
        made = made_case(today, day=day)
    claim_due(today, left=3)
    sent = run()[LEADER]
    assert sent.subject == "Refusion: 1 fravær er over fristen, 3 haster"
    assert "- 2 fravær: anmeldelsen skal være underskrevet i NemRefusion senest" in sent.body
    assert "anmod om refusion senest 19.03.2026 (3 dage tilbage)" in sent.body
    assert "/refusion/" in sent.body
    for secret in (made.name, made.employment, "SAC", "sygdom:"):
        assert secret not in sent.body + sent.subject


def test_nobody_is_reminded_twice_of_the_same(run, today):
    made_case(today, day=30)
    assert [set(run(after)) for after in (0, 0, 1, 3)] == [{LEADER}, set(), set(), {HR}]
    assert set(run(7)) == {LEADER, HR, HEAD}
    assert run(8) == {}


def test_a_new_case_reminds_of_itself_only(run, today):
    made_case(today, day=30)
    run()
    made_case(today, day=29)
    assert "- 1 fravær" in run()[LEADER].body


def test_who_has_acted_is_left_in_peace_until_the_deadline_has_passed(run, house, today, now):
    made = made_case(today, day=34)
    act(actor=house[Role.UNIT_LEADER], key=str(made.pk), now=now)
    assert [set(run(after)) for after in (0, 2)] == [set(), set()]
    assert set(run(3)) == {LEADER, HR, HEAD}


def test_without_a_leader_the_nearest_upwards_is_told(run, today):
    made_case(today, day=30, unit_key="sac")
    made_case(today, day=30, unit_key="fdc", centre_key="fdc")
    assert set(run()) == {HEAD}


def test_a_mail_that_was_not_sent_is_not_written_down_as_sent(run, today, monkeypatch):
    made_case(today, day=30)

    def fail(*_arguments, **_options):
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(reminding, "send_mail", fail)
        with pytest.raises(OSError):
            run()
    assert set(run()) == {LEADER}


def test_two_runs_at_once_send_one_mail(run, today, monkeypatch):
    made_case(today, day=30)

    def taken(*_arguments, **_options):
        raise IntegrityError

    monkeypatch.setattr(ReminderRecord.objects, "bulk_create", taken)
    assert run() == {}


def test_the_trail_says_who_was_reminded_of_how_many(run, today):
    made_case(today, day=30)
    run()
    assert [one.sentence for one in trail("person", "uffe-urt")][-1] == "mindede Uffe Urt om 1 fravær"


def test_only_hr_and_administrators_send(house, today, now):
    with pytest.raises(NotAllowed):
        remind(actor=house[Role.UNIT_LEADER], today=today, now=now)


def test_a_dry_run_shows_and_sends_nothing(house):
    made_case(localdate(), day=30)
    result = CliRunner().invoke(
        main, ["refunds", "remind", "--dry-run", "--json"], obj={"prepare_database": lambda: None}
    )
    assert [one["person_key"] for one in json.loads(result.stdout)["reminders"]] == ["uffe-urt"]
    assert (mail.outbox, ReminderRecord.objects.count()) == ([], 0)
