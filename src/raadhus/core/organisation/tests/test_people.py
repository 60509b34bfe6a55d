from datetime import date

import pytest

from raadhus.core.audit.models import Entry
from raadhus.core.organisation import public as organisation
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.kernel.roles import Role

START = date(2025, 1, 1)
JUNE = date(2025, 6, 1)


@pytest.fixture
def admin(cast, now):
    return {"actor": cast[Role.ADMINISTRATOR], "now": now}


@pytest.fixture(autouse=True)
def _two_units(admin):
    for key in ("sac", "soc"):
        organisation.create_unit(key=key, short_name=key.upper(), name=key, parent_key=None, start=START, **admin)


@pytest.fixture
def ole(admin):
    return organisation.create_person(
        key="ole-opdigtet",
        name="Ole Opdigtet",
        email="ole@eksempel.example",
        title="Konsulent",
        unit_key="sac",
        start=START,
        **admin,
    )


def test_a_person_belongs_to_a_unit_from_a_day(ole):
    assert organisation.people(START, "sac") == (ole,)
    assert organisation.people(date(2024, 12, 31)) == ()


def test_a_move_closes_the_earlier_placement(ole, admin):
    organisation.move_person(person_key=ole.key, unit_key="soc", on=JUNE, **admin)
    assert organisation.person(ole.key, date(2025, 5, 31)).unit_key == "sac"
    assert organisation.person(ole.key).unit_key == "soc"


def test_a_planned_later_placement_stays(ole, admin):
    organisation.move_person(person_key=ole.key, unit_key="soc", on=date(2025, 9, 1), **admin)
    organisation.end_placement(person_key=ole.key, on=JUNE, **admin)
    assert organisation.person(ole.key, JUNE).unit_key is None
    assert organisation.person(ole.key, date(2025, 9, 1)).unit_key == "soc"


def test_the_chain_holds_no_name_of_a_person(ole):
    assert "Opdigtet" not in "".join(str(row) for row in Entry.objects.filter(subject_kind="person").values())


def test_a_cpr_number_is_refused(admin):
    with pytest.raises(WrongInput, match="CPR"):
        organisation.create_person(
            key="ib", name="Ib 010170-1234", email="", title="", unit_key="sac", start=START, **admin
        )


def test_an_address_belongs_to_one_person(ole, admin):
    with pytest.raises(Conflict, match="bruges allerede"):
        organisation.create_person(
            key="ib", name="Ib", email="OLE@eksempel.example", title="", unit_key="sac", start=START, **admin
        )


def test_a_leader_leads_from_the_first_day_until_the_day_it_ends(ole, admin):
    organisation.appoint_leader(person_key=ole.key, unit_key="sac", start=START, **admin)
    organisation.end_leadership(person_key=ole.key, unit_key="sac", on=JUNE, **admin)
    assert organisation.leaders_of("sac", date(2025, 5, 31)) == (ole,)
    assert organisation.leaders_of("sac", JUNE) == ()


def test_nobody_leads_a_unit_twice_at_a_time(ole, admin):
    organisation.appoint_leader(person_key=ole.key, unit_key="sac", start=START, end=JUNE, **admin)
    with pytest.raises(Conflict, match="leder enheden allerede"):
        organisation.appoint_leader(person_key=ole.key, unit_key="sac", start=date(2025, 5, 31), **admin)
    organisation.appoint_leader(person_key=ole.key, unit_key="sac", start=JUNE, **admin)


def test_nobody_leads_a_unit_that_is_gone(ole, admin):
    organisation.close_unit(key="soc", on=JUNE, **admin)
    with pytest.raises(organisation.NoSuchUnit):
        organisation.appoint_leader(person_key=ole.key, unit_key="soc", start=START, **admin)


def test_closing_a_unit_moves_its_people_and_ends_its_leaderships(ole, admin):
    organisation.appoint_leader(person_key=ole.key, unit_key="sac", start=START, **admin)
    organisation.close_unit(key="sac", on=JUNE, move_to="soc", **admin)
    assert organisation.person(ole.key, JUNE).unit_key == "soc"
    assert organisation.leaders_of("sac", JUNE) == ()
    assert organisation.leaders_of("sac", START) == (organisation.person(ole.key, START),)


def test_correcting_a_person_changes_nothing_else(ole, admin):
    changed = organisation.change_person(key=ole.key, name="Ole Digt", email=ole.email, title="Chef", **admin)
    assert organisation.person(ole.key) == changed
    assert changed.unit_key == "sac"
