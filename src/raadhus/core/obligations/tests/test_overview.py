"""The board's view: what was promised, counted once, and how long it took."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.obligations.public import complete, lapse
from raadhus.core.obligations.queries.overview import OverviewAsked, overview
from raadhus.core.obligations.queries.own_figures import FIGURE_SOURCE, LATE, LATE_SHARE, LEAD_TIME, OWNERLESS
from raadhus.core.obligations.rules.overview import STEPS, Followed, spread, tallies, tally
from raadhus.core.obligations.rules.status import Status
from raadhus.core.obligations.tests.conftest import moment
from raadhus.kernel.ports import DECISION_FIGURES, OwnerlessDecision
from raadhus.kernel.roles import Role

TODAY = date(2026, 3, 16)
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 1, 1))
FOLLOWED = st.builds(
    Followed,
    status=st.sampled_from(Status),
    due=st.none() | DAYS,
    ordered=st.none() | DAYS,
    decided=DAYS,
    ended=st.none() | DAYS,
    body=st.sampled_from(["", "Direktionen", "Chefforum"]),
    unit=st.just(""),
    has_owner=st.booleans(),
)


@given(st.lists(FOLLOWED, max_size=30))
def test_the_groups_add_up_to_the_whole(rows):
    whole = tally("", rows, TODAY)
    parts = tallies(rows, lambda row: row.body, TODAY)
    for count in ("open", "late", "done", "dropped", "without_owner", "total"):
        assert sum(getattr(one, count) for one in parts) == getattr(whole, count)
    assert whole.total == len(rows)
    assert whole.late <= whole.open


@given(st.lists(st.integers(0, 800), max_size=40))
def test_a_spread_counts_each_once_and_the_median_lies_between_the_quartiles(days):
    found = spread(days)
    assert sum(found.counts) == found.count == len(days)
    assert sum(found.counts[:2]) == sum(number <= STEPS[1] for number in days)
    if found.lower is not None:
        assert found.lower <= found.median <= found.upper


@pytest.mark.parametrize(("ordered", "days"), [(date(2026, 1, 6), 55), (None, None), (date(2026, 5, 1), None)])
def test_an_order_after_the_decision_or_unknown_has_no_lead_time(ordered, days):
    row = Followed(Status.OPEN, None, ordered, date(2026, 3, 2), None, "", "", has_owner=True)
    assert row.days_to_decision == days


@pytest.fixture
def furnished(promise, cast):
    """Two done after 10 and 30 days, one late without a person, one lapsed, one of another body."""
    start = date(2026, 3, 1)
    for days in (10, 30):
        key = promise(decided=start, ordered=start - timedelta(days=20), to_body="Direktionen").key
        complete(actor=cast[Role.EMPLOYEE], key=key, text="Gjort", now=moment(2026, 3, 1) + timedelta(days=days))
    promise("Det sene", due="2026-02", owner_key=None, owner_text="Centret", to_body="Direktionen", decided=start)
    lapsed = promise(to_body="Direktionen", decided=start).key
    lapse(actor=cast[Role.SECRETARY], key=lapsed, reason="Ikke aktuelt", now=moment(2026, 4, 1))
    promise("Det andet", to_body="Chefforum", decided=date(2025, 12, 1), unit_key="fdc")


def test_it_counts_open_late_done_and_lead_times(furnished, cast):
    found = overview(cast[Role.SECRETARY], OverviewAsked(), now=moment(2026, 4, 1))
    whole = found.whole
    assert (whole.open, whole.late, whole.done, whole.dropped, whole.without_owner) == (2, 2, 2, 1, 1)
    assert (found.to_decision.median, found.to_done.median, found.in_all.median) == (20, 20, 40)
    assert [(one.name, one.total) for one in found.by_body] == [("Chefforum", 1), ("Direktionen", 4)]
    assert [(one.name, one.total) for one in found.by_year] == [("2025", 1), ("2026", 4)]


def test_it_is_narrowed(furnished, cast):
    at, viewer = moment(2026, 4, 1), cast[Role.SECRETARY]
    assert overview(viewer, OverviewAsked(body="Direktionen", year=2026), now=at).whole.total == 4
    assert overview(viewer, OverviewAsked(unit_key="fdc"), now=at).whole.total == 1
    assert overview(viewer, OverviewAsked(year=2025), now=at).whole.total == 1


def test_a_leader_counts_the_own_unit_only(furnished, cast):
    assert overview(cast[Role.UNIT_LEADER], OverviewAsked(), now=moment(2026, 4, 1)).whole.total == 4


def test_decisions_without_owner_are_told_by_rooms_or_said_to_be_missing(promise, cast, client_of, now):
    promise()

    class Meetings:
        def without_owner(self, _viewer, **_between):
            return [OwnerlessDecision("1", "Punkt 4", "Direktionen", date(2026, 3, 2), "/moeder/1/")]

    address = reverse("obligations:overview")
    kept = dict(DECISION_FIGURES.items())
    for name in kept:
        DECISION_FIGURES.forget(name)
    assert "Intet rum fortæller endnu" in client_of(Role.SECRETARY).get(address).content.decode()
    DECISION_FIGURES.register("tests", Meetings())
    assert "Punkt 4" in client_of(Role.SECRETARY).get(address).content.decode()
    assert "Punkt 4" not in client_of(Role.SECRETARY).get(address, {"body": "Chefforum"}).content.decode()
    DECISION_FIGURES.forget("tests")
    for name, source in kept.items():
        DECISION_FIGURES.register(name, source)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_counts_can_be_taken_along(furnished, client_of, kind):
    answer = client_of(Role.SECRETARY).get(reverse("obligations:overview"), {"export": kind})
    assert (answer.status_code, len(answer.content) > 100) == (200, True)


@pytest.mark.parametrize(
    ("asked", "shown"), [({"when": "ownerless"}, "Det sene"), ({"year": "2025"}, "Det andet"), ({"status": "done"}, "")]
)
def test_each_count_leads_to_its_list(furnished, client_of, asked, shown):
    page = client_of(Role.SECRETARY).get(reverse("obligations:board"), asked).content.decode()
    others = {"Det sene", "Det andet"} - {shown}
    assert shown in page
    assert not any(one in page for one in others)


def test_the_front_page_and_the_api_tell_it(furnished, client_of):
    client = client_of(Role.SECRETARY)
    assert "2 udført med dokumentation" in client.get("/").content.decode()
    answer = client.get("/api/obligations/following/overview", {"year": 2026}).json()
    assert (answer["whole"]["done"], answer["to_done"]["median"]) == (2, 20)


def test_a_plain_employee_sees_neither_tab_nor_page(client_of, promise):
    client = client_of(Role.EMPLOYEE)
    assert reverse("obligations:overview") not in client.get(reverse("obligations:mine")).content.decode()
    assert client.get(reverse("obligations:overview")).status_code == 403


def test_the_house_tells_its_own_figures_as_they_were_on_a_day(furnished):
    told = {one.key: FIGURE_SOURCE.value(one.key, date(2026, 3, 5)) for one in FIGURE_SOURCE.figures()}
    assert told[LATE].value == 1
    assert str(told[LATE_SHARE].value) == "20.0"
    assert told[OWNERLESS].value == 1
    assert told[LEAD_TIME] is None
    assert FIGURE_SOURCE.value(LEAD_TIME, date(2026, 4, 1)).value == 20


@pytest.mark.usefixtures("db")
def test_a_share_of_nothing_is_missing_and_not_nought():
    assert FIGURE_SOURCE.value(LATE_SHARE, TODAY) is None
    assert FIGURE_SOURCE.value(LATE, TODAY).value == 0
