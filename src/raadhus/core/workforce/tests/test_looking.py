"""Looking an employment up: what was known when, health data by their own right, and every look-up in the trail."""

from datetime import date

import pytest
from tests.cast import STAGE_CREW

from raadhus.core.access.public import create_account, grant_role, require
from raadhus.core.workforce.queries.facts import absence_facts
from raadhus.core.workforce.queries.looking import NoSuchEmployment, employment, search_employments
from raadhus.core.workforce.queries.lookups import LookupsAsked, lookups
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role


@pytest.fixture
def known(payroll):
    payroll.term("1001", "2015-01-01", "2020-01-01", name="Ulla Urt")
    payroll.term("1001", "2020-01-01", known="2020-01-02", until="2024-06-01", name="Ulla Urt")
    payroll.term("1001", "2020-01-01", known="2024-06-01", weekly_hours=3000, name="Ulla Urt")
    payroll.absence("1001", "2024-01-08", known="2024-01-09", until="2024-02-01")
    payroll.absence("1001", "2024-01-08", "2024-01-31", known="2024-02-01")
    payroll.term("2002", "2015-01-01", name="Bo Bark", unit_key="fdc")
    return payroll


def traces(cast, now, **asked):
    found, _total = lookups(cast[Role.DPO], LookupsAsked(**asked), first=0, count=50, now=now)
    return [(one.actor_name, one.employment) for one in found]


def in_a_unit(unit, now):
    """Someone in HR for one unit only."""
    values = {"person_key": "helle-hyld", "name": "Helle Hyld", "email": "helle@eksempelkoebing.example"}
    create_account(actor=STAGE_CREW, **values, password="egernet-samler-paa-agern", now=now)
    span = {"start": date(2025, 1, 1), "end": None}
    grant_role(actor=STAGE_CREW, person_key="helle-hyld", role=Role.HR, unit=unit, **span, now=now)
    return Actor(ActorKind.PERSON, "helle-hyld", "Helle Hyld")


@pytest.mark.parametrize(("words", "numbers"), [("100", ["1001"]), ("bark", ["2002"]), ("u", []), ("zz", [])])
def test_an_employment_is_found_by_number_or_name(known, cast, now, words, numbers):
    found = search_employments(cast[Role.HR], words, now=now)
    assert [hit.employment for hit in found.hits] == numbers


def test_a_search_leaves_the_numbers_it_showed_and_no_name(known, cast, now):
    search_employments(cast[Role.HR], "Ulla", now=now)
    assert traces(cast, now, kind="employment_search") == [("Hanne Hassel", "en søgning, der viste 1001")]


def test_a_look_up_leaves_two_traces_one_of_them_for_the_health_data(known, cast, now):
    employment(cast[Role.HR], "1001", now=now)
    assert traces(cast, now, employment="1001") == [("Hanne Hassel", "1001")] * 2


def test_what_is_known_now_and_what_was_known_before(known, cast, now):
    page = employment(cast[Role.HR], "1001", now=now)
    assert [one.what.weekly_hours for one in page.terms] == [3700, 3000]
    assert [one.what.last for one in page.absences] == [date(2024, 1, 31)]
    assert [(one.what.weekly_hours, one.told_by) for one in page.earlier_terms] == [(3700, "Ansættelser")]
    assert [one.what.last for one in page.earlier_absences] == [None]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2024, 1, 8), ([3700, 3700], [])),
        (date(2024, 1, 9), ([3700, 3700], [None])),
        (date(2024, 1, 31), ([3700, 3700], [None])),
        (date(2024, 2, 1), ([3700, 3700], [date(2024, 1, 31)])),
        (date(2024, 6, 1), ([3700, 3000], [date(2024, 1, 31)])),
    ],
)
def test_what_was_known_on_a_day(known, cast, now, day, told):
    page = employment(cast[Role.HR], "1001", as_known=day, now=now)
    assert [one.what.weekly_hours for one in page.terms] == told[0]
    assert [one.what.last for one in page.absences] == told[1]


def test_a_narrow_api_key_sees_the_terms_and_no_absence(known, cast, now):
    whole = cast[Role.HR]
    narrow = Actor(whole.kind, whole.key, whole.name, frozenset({"workforce.read_employments"}))
    page = employment(narrow, "1001", now=now)
    assert page.absences is None
    assert page.earlier_absences == ()
    assert len(traces(cast, now, employment="1001")) == 1


def test_hr_of_a_unit_finds_only_that_units_employments(known, house, now):
    viewer = in_a_unit("sac", now)
    assert [hit.employment for hit in search_employments(viewer, "00", now=now).hits] == []
    assert [hit.employment for hit in search_employments(viewer, "10", now=now).hits] == ["1001"]
    assert [hit.employment for hit in search_employments(viewer, "Bo Bark", now=now).hits] == []
    employment(viewer, "1001", now=now)
    with pytest.raises(NoSuchEmployment):
        employment(viewer, "2002", now=now)


@pytest.mark.parametrize(
    "role", [Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.UNIT_LEADER, Role.DPO, Role.AUDITOR, Role.ADMINISTRATOR]
)
def test_nobody_else_looks_anybody_up_even_to_learn_that_there_is_none(known, cast, now, role):
    for number in ("1001", "findes-ikke"):
        with pytest.raises(NotAllowed):
            employment(cast[role], number, now=now)
    with pytest.raises(NotAllowed):
        search_employments(cast[role], "Ulla", now=now)
    assert traces(cast, now) == []


def test_all_look_ups_of_payroll_are_listed_and_those_of_other_rooms_are_not(known, cast, now):
    search_employments(cast[Role.HR], "Ulla", now=now)
    employment(cast[Role.HR], "1001", now=now)
    list(absence_facts(cast[Role.HR], since=date(2024, 1, 1), now=now))
    require(cast[Role.SECRETARY], "meetings.read_closed", now=now)
    assert len(traces(cast, now)) == 4
    assert len(traces(cast, now, kind="verb")) == 1
    assert len(traces(cast, now, kind="employment")) == 2


def test_hr_does_not_see_who_looked_up(cast, now):
    with pytest.raises(NotAllowed):
        lookups(cast[Role.HR], LookupsAsked(), first=0, count=1, now=now)


def test_the_page_has_terms_history_and_the_way_back_in_time(known, client_of):
    page = client_of(Role.HR).get("/loendata/opslag/ansaettelse/", {"nr": "1001"}).content.decode()
    assert "Hvad vi vidste før" in page
    before = (
        client_of(Role.HR).get("/loendata/opslag/ansaettelse/", {"nr": "1001", "dag": "2024-01-09"}).content.decode()
    )
    assert "i gang" in before
    assert client_of(Role.HR).get("/loendata/opslag/ansaettelse/", {"nr": "9"}).status_code == 404
    assert "1001" in client_of(Role.HR).get("/loendata/opslag/", {"find": "Ulla"}).content.decode()
    shown = client_of(Role.DPO).get("/loendata/opslag/hvem/").content.decode()
    assert shown.count("Hanne Hassel") == 6


def test_the_api_gives_the_same(known, client_of, cast, now):
    answer = client_of(Role.HR).get("/api/workforce/employment", {"number": "1001"}).json()
    assert [one["weekly_hours"] for one in answer["terms"]] == [3700, 3000]
    assert answer["absences"][0]["kind"] == "sickness"
    assert client_of(Role.HR).get("/api/workforce/employments", {"words": "Ulla"}).json()[0]["employment"] == "1001"
    told = client_of(Role.AUDITOR).get("/api/workforce/lookups", {"employment": "1001"}).json()
    assert {one["actor_key"] for one in told} == {"hanne-hassel"}
    assert client_of(Role.ADMINISTRATOR).get("/api/workforce/employment", {"number": "1001"}).status_code == 403
