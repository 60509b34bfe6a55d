"""Whatever happens in whatever order, each is told once a release, and only who subscribed before it and may see figures when it is sent."""

import os
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import NOW, STAGE_CREW

from raadhus.core.access.models import RoleGrant
from raadhus.core.organisation.public import create_person
from raadhus.personnel.actions.digesting import send_digests
from raadhus.personnel.models import Release, SavedView
from raadhus.personnel.tests.people_of_figures import make_leader

PEOPLE = {"lene-linde": "skole-a", "bo-baek": "kultur"}
DOINGS = ("subscribe", "unsubscribe", "end_role", "give_role", "release", "send")
STEPS = st.lists(st.tuples(st.sampled_from(DOINGS), st.sampled_from(sorted(PEOPLE))), max_size=14)


class Model:
    """What is true of the two people, by the rule in words; `tell` does the same in the house."""

    def __init__(self, folder):
        self.folder, self.at, self.number, self.released = folder, NOW, 0, None
        self.since = dict.fromkeys(PEOPLE)
        self.has_role = dict.fromkeys(PEOPLE, True)
        self.told = set()

    def step(self, doing, who):
        self.at += timedelta(minutes=1)
        getattr(self, doing)(who)

    def subscribe(self, who):
        self.since[who] = self.at
        SavedView.objects.filter(owner_key=who).update(subscribed_at=self.at)

    def unsubscribe(self, who):
        self.since[who] = None
        SavedView.objects.filter(owner_key=who).update(subscribed_at=None)

    def end_role(self, who):
        self.has_role[who] = False
        RoleGrant.objects.filter(person_key=who).update(end_date=NOW.date())

    def give_role(self, who):
        self.has_role[who] = True
        RoleGrant.objects.filter(person_key=who).update(end_date=None)

    def release(self, _who):
        self.number += 1
        self.released = self.at
        made = self.folder / str(self.number)
        made.mkdir(exist_ok=True)
        if not (made / "cube.duckdb").exists():
            os.link(self.folder / "1" / "cube.duckdb", made / "cube.duckdb")
        times = {"started_at": self.at, "finished_at": self.at, "first_month": 24276, "last_month": 24311}
        Release.objects.create(number=self.number, state="published", started_by="x", **times)

    def send(self, _who):
        due = {who for who, since in self.since.items() if since and self.released and since <= self.released}
        due = {who for who in due if self.has_role[who] and (who, self.number) not in self.told}
        mail.outbox.clear()
        send_digests(actor=STAGE_CREW, now=self.at)
        assert sorted(one.to[0] for one in mail.outbox) == sorted(f"{who}@a.example" for who in due)
        self.told |= {(who, self.number) for who in due}


@pytest.fixture
def folder(released, house, settings):
    """Two leaders with a view each, and no release yet but the cube's file."""
    Release.objects.all().delete()
    for key, unit in PEOPLE.items():
        make_leader(unit, key=key)
        place = {"unit_key": "cba", "start": date(2025, 1, 1), "title": "Leder", "now": NOW}
        create_person(actor=STAGE_CREW, key=key, name=key, email=f"{key}@a.example", **place)
        choices = f"maal=headcount&enhed={unit}"
        SavedView.objects.create(owner_key=key, name="Vi", choices=choices, saved_at=NOW)
    return settings.PERSONNEL_FOLDER / "published"


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_each_is_told_once_and_only_who_may_see(folder, steps):
    with transaction.atomic():
        model = Model(folder)
        for doing, who in [*steps, ("send", ""), ("release", ""), ("send", ""), ("send", "")]:
            model.step(doing, who)
        transaction.set_rollback(True)
