"""The demonstration's own meetings: every state is shown, and loading them twice makes nothing new."""

from datetime import date

from raadhus.config.demonstration.meetings import load_bodies
from raadhus.config.demonstration.people import load_people
from raadhus.config.demonstration.sittings import load_sittings
from raadhus.core.access.public import actor_of_person
from raadhus.kernel.actors import system
from raadhus.meetings.queries.drafts import ALL, DraftsAsked, draft_list
from raadhus.meetings.queries.sittings import SittingsAsked, sitting_list

TODAY = date(2026, 3, 16)


def test_cases_stand_in_every_state_and_loading_again_makes_nothing(db, now):
    list(load_people(actor=system("demonstration", "Demonstrationen"), now=now))
    secretary = actor_of_person("signe-holmbaek")
    load_bodies(actor=secretary, now=now)
    made = list(load_sittings(actor=secretary, today=TODAY, now=now))
    found = draft_list(viewer=secretary, asked=DraftsAsked(which=ALL), now=now)
    states = {one.state for one in found[:100]}
    assert {"draft", "proposed", "returned", "approved", "planned"} <= states
    assert any(one.is_late for one in found[:100])
    assert made
    assert list(load_sittings(actor=secretary, today=TODAY, now=now)) == []
    assert len(sitting_list(viewer=secretary, asked=SittingsAsked(when="all"), now=now)) == 2
