"""The demonstration municipality is loaded through the house's own actions, and a second time changes nothing."""

from datetime import date

import pytest

from raadhus.config.demonstration.meetings import SAMPLES, load_bodies, load_meetings, papers
from raadhus.config.demonstration.people import load_people, logins
from raadhus.core.access.public import actor_of_person
from raadhus.core.audit.models import Entry
from raadhus.core.cases.public import case_by_number
from raadhus.core.obligations.public import open_obligations
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role
from raadhus.meetings.models import Body, Meeting

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.timeout(600)]

LOADER = system("demonstration", "Demonstrationen")


def load(now):
    made = list(load_people(actor=LOADER, now=now))
    secretary = actor_of_person("signe-holmbaek")
    load_bodies(actor=secretary, now=now)
    return made, list(load_meetings(actor=secretary, today=now.date(), now=now))


def test_the_demonstration_is_loaded_once_and_shows_what_it_should(now):
    """One load for all of it: reading its forty papers takes longer than every question about them."""
    load(now)
    every_role_has_a_login_and_every_paper_is_a_meeting(now)
    the_samples_carry_the_facts_of_real_documents()
    cases_and_promises_come_with_the_meetings(now)
    before = Entry.objects.count()
    assert load(now)[0] == []
    assert Entry.objects.count() == before


def every_role_has_a_login_and_every_paper_is_a_meeting(now):
    assert {login.role for login in logins()} == set(Role) - {Role.PUBLIC}
    assert Body.objects.count() == 4
    assert Meeting.objects.count() == len(list(papers(now.date()))) > 40
    assert Meeting.objects.filter(confirmed_reading=None).exists()


def the_samples_carry_the_facts_of_real_documents():
    minutes = Meeting.objects.get(body__name="Direktionen", date=date(2025, 6, 2)).confirmed_reading.content
    assert [item["closed"] for item in minutes["items"]] == [True] * 3 + [False] * 4
    outcomes = [one["outcome"] for one in minutes["items"][6]["recommendations"]]
    assert outcomes == ["approved", "approved", "replaced"]
    assert {one["outcome"] for one in minutes["items"][5]["recommendations"]} == {"deferred"}
    agenda = Meeting.objects.get(body__name="Direktionen", date=date(2025, 9, 16)).confirmed_reading.content
    tables = [block for s in agenda["items"][1]["sections"] for block in s["blocks"] if block["type"] == "table"]
    assert tables[0]["rows"][-1] == ["I alt", "22", "", "496.769,80"]
    assert len(SAMPLES) == 2


def cases_and_promises_come_with_the_meetings(now):
    assert case_by_number("25/1204").title == "Tal om Personale 2024"
    assert case_by_number("25/1011") is None
    promises = open_obligations(actor_of_person("signe-holmbaek"), now)
    assert {promise.owner_key for promise in promises} & {"torben-ravnkilde", "lisbet-krogsdal"}
