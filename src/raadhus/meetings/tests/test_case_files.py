"""A published meeting's open items can be followed as cases; closed ones leave no trace there."""

import pytest

from raadhus.core.cases.public import Asked, case, case_by_number, cases, change_owner
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.publishing import publish_meeting, unpublish_meeting
from raadhus.meetings.actions.readings import confirm_reading, correct_reading
from raadhus.meetings.public import import_document

PAPER = """REFERAT Direktionen d. 02-06-2025

Mødedato Mandag d. 02. juni 2025 kl. 09:30

Punkt 1: Lukket

25/900

Punkt 2: Nye cykelstativer

25/901

Indstilling

Det indstilles, at direktionen:

1. Godkender stativerne

Beslutning Direktionen den 02-06-2025

Godkendt.
"""


@pytest.fixture
def published(cast, now):
    secretary = cast[Role.SECRETARY]
    result = import_document(actor=secretary, name="referat.txt", data=PAPER.encode(), now=now)
    confirm_reading(actor=secretary, meeting_id=result.meeting_id, number=1, now=now)
    assert case_by_number("25/901") is None
    publish_meeting(actor=secretary, meeting_id=result.meeting_id, accept_warnings=True, now=now)
    return result.meeting_id


def test_an_open_item_gets_its_case_when_the_meeting_is_published(published):
    assert case_by_number("25/901").title == "Nye cykelstativer"


def test_a_closed_item_opens_no_case(published):
    assert case_by_number("25/900") is None


def test_the_case_shows_the_item_that_stands_under_its_number(published, cast, now):
    found = case(cast[Role.EMPLOYEE], str(case_by_number("25/901").key), now=now)
    assert [entry.label for entry in found.entries] == ["Direktionen: Punkt 2: Nye cykelstativer"]


def test_the_item_leads_to_its_case_for_those_who_may_see_it(published, client_of):
    address = client_of(Role.SECRETARY).get(f"/moeder/{published}/")
    item = [part for part in address.content.decode().split('"') if "/punkt/" in part][-1]
    link = f'href="{case_by_number("25/901").url}"'
    assert link in client_of(Role.EMPLOYEE).get(item).content.decode()
    assert link not in client_of(None).get(item).content.decode()


def test_publishing_again_opens_nothing_twice(published, cast, now):
    before = case_by_number("25/901").key
    publish_meeting(actor=cast[Role.SECRETARY], meeting_id=published, accept_warnings=True, now=now)
    assert case_by_number("25/901").key == before


def numbers_seen(viewer, now):
    return {one.case_number for one in cases(viewer, Asked(), now=now)[:]}


def test_an_item_that_is_closed_after_publication_takes_its_case_with_it(published, cast, now):
    assert numbers_seen(cast[Role.EMPLOYEE], now) == {"25/901"}
    edits = {"items.1.closed": "ja"}
    correct_reading(actor=cast[Role.SECRETARY], meeting_id=published, number=1, edits=edits, now=now)
    assert numbers_seen(cast[Role.EMPLOYEE], now) == set()
    assert numbers_seen(cast[Role.SECRETARY], now) == {"25/901"}


def test_a_meeting_that_is_taken_back_takes_its_cases_with_it(published, cast, now):
    unpublish_meeting(actor=cast[Role.SECRETARY], meeting_id=published, reason="Fejl", now=now)
    assert numbers_seen(cast[Role.EMPLOYEE], now) == set()


def test_a_case_stays_while_another_published_item_says_the_same(published, cast, now):
    secretary = cast[Role.SECRETARY]
    other = PAPER.replace("02-06-2025", "16-06-2025").replace("02. juni", "16. juni")
    again = import_document(actor=secretary, name="referat2.txt", data=other.encode(), now=now).meeting_id
    confirm_reading(actor=secretary, meeting_id=again, number=1, now=now)
    publish_meeting(actor=secretary, meeting_id=again, accept_warnings=True, now=now)
    unpublish_meeting(actor=secretary, meeting_id=published, reason="Fejl", now=now)
    assert numbers_seen(cast[Role.EMPLOYEE], now) == {"25/901"}


def test_a_case_that_somebody_has_taken_over_is_theirs(published, cast, now):
    secretary, key = cast[Role.SECRETARY], case_by_number("25/901").key
    change_owner(actor=secretary, key=key, owner_key=secretary.key, unit_key="cba", now=now)
    unpublish_meeting(actor=secretary, meeting_id=published, reason="Fejl", now=now)
    assert numbers_seen(cast[Role.EMPLOYEE], now) == {"25/901"}
