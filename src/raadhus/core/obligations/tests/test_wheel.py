"""The annual wheel: everything of the year stands in it once, in its month, as it stands today."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from raadhus.core.obligations.public import Recurrence, Rhythm, complete, fire_standing, suspend_standing
from raadhus.core.obligations.queries.wheel import annual_wheel
from raadhus.core.obligations.rules.wheel import Entry, Kind, Mark, bodies_of, laid_out
from raadhus.core.obligations.tests.conftest import TESTER, absence_over, moment
from raadhus.kernel.roles import Role

QUARTERLY = Recurrence(Rhythm.QUARTERLY, (1,))
ENTRIES = st.builds(
    Entry,
    key=st.uuids().map(str),
    day=st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31)),
    kind=st.sampled_from(Kind),
    mark=st.sampled_from(Mark),
    label=st.text(max_size=5),
    outward=st.just(""),
    body=st.sampled_from(["", "Direktionen", "Chefforum"]),
    owner=st.just(""),
    url=st.just(""),
)


@given(st.lists(ENTRIES, max_size=30))
def test_every_entry_stands_in_exactly_one_cell_of_its_month_and_body(entries):
    bodies = bodies_of(entries)
    placed = [
        (month.number, cell.body, one)
        for month in laid_out(entries, bodies)
        for cell in month.cells
        for one in cell.entries
    ]
    assert sorted(one.key for _, _, one in placed) == sorted(one.key for one in entries)
    assert all((number, body) == (one.day.month, one.body) for number, body, one in placed)
    assert [month.number for month in laid_out(entries, bodies)] == list(range(1, 13))


@pytest.fixture
def marks(cast):
    """Return (day, mark) of a year, as a role sees it on a day."""

    def of(year, at, role=Role.SECRETARY, **asked):
        found = annual_wheel(cast[role], year=year, now=at, **asked)
        return [(one.day.isoformat()[5:], one.mark) for one in found.entries]

    return of


def test_a_recurrence_stands_where_it_is_presented(decide, marks, now):
    decide()
    assert marks(2026, now) == [("06-01", Mark.PLANNED)]
    assert marks(2027, now) == [("06-01", Mark.PLANNED)]
    assert marks(2025, now) == []


def test_what_fired_stands_as_its_obligation_does(decide, marks, cast):
    decide(recurrence=QUARTERLY)
    (fired,) = fire_standing(actor=TESTER, now=moment(2026, 4, 1)).looked
    later = moment(2026, 4, 21)
    assert marks(2026, later)[0] == ("04-20", Mark.LATE)
    key = fired.went_to_url.strip("/").split("/")[-1]
    complete(actor=cast[Role.EMPLOYEE], key=key, text="Fremlagt", now=later)
    assert marks(2026, later) == [("04-20", Mark.DONE), ("07-01", Mark.PLANNED), ("10-01", Mark.PLANNED)]


def test_a_look_that_came_to_nothing_is_in_the_wheel(decide, marks, thermometer):
    decide(recurrence=QUARTERLY, condition=absence_over(5))
    thermometer.values[date(2026, 1, 1)] = "4"
    fire_standing(actor=TESTER, now=moment(2026, 4, 1))
    assert marks(2026, moment(2026, 4, 1))[0] == ("04-01", Mark.NOT_MET)


def test_what_the_run_has_not_looked_at_is_late(decide, marks):
    decide(recurrence=QUARTERLY)
    assert marks(2026, moment(2026, 4, 2))[0] == ("04-01", Mark.LATE)


def test_what_is_proposed_or_rests_is_told_apart(decide, marks, cast, now):
    decide(in_force=False)
    rests = decide(recurrence=Recurrence(Rhythm.YEARLY, (9,))).key
    suspend_standing(actor=cast[Role.SECRETARY], key=rests, reason="Afventer", now=now)
    assert marks(2026, now) == [("06-01", Mark.PROPOSED), ("09-01", Mark.SUSPENDED)]


def test_deadlines_and_reviews_are_in_it(promise, decide, marks, now):
    promise(due="2026-02", to_body="Direktionen")
    decide(review=date(2026, 9, 30), body="Chefforum")
    assert marks(2026, now) == [("02-28", Mark.LATE), ("06-01", Mark.PLANNED), ("09-30", Mark.PLANNED)]
    assert marks(2026, now, body="Chefforum") == [("06-01", Mark.PLANNED), ("09-30", Mark.PLANNED)]


def test_it_shows_nobody_more_than_they_may_see(promise, decide, marks, now):
    promise()
    decide(closed=True)
    assert marks(2026, now, role=Role.HR) == []


@pytest.mark.parametrize("asked", [{}, {"year": "2026"}, {"year": "9999"}, {"year": "x"}, {"body": "Ingen"}])
def test_the_page_answers_whatever_is_asked(decide, client_of, asked):
    decide()
    assert client_of(Role.EMPLOYEE).get(reverse("obligations:wheel"), asked).status_code == 200


def test_the_page_and_its_files_have_the_year(decide, client_of, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: moment(2026, 3, 16))
    decide()
    client = client_of(Role.EMPLOYEE)
    shown = client.get(reverse("obligations:wheel")).content.decode()
    assert "Tal om Personale" in shown
    assert len(client.get(reverse("obligations:wheel"), {"export": "csv"}).content) > 50
    (event,) = Calendar.from_ical(client.get(reverse("obligations:wheel_calendar")).content).walk("VEVENT")
    assert (event.decoded("dtstart"), event["summary"]) == (date(2026, 6, 1), "Direktionen: Tal om Personale")


def test_the_calendar_holds_nothing_of_a_closed_matter(decide, client_of):
    decide(title="Afsked af en navngiven", closed=True, public_label="Personalesag")
    shown = client_of(Role.SECRETARY).get(reverse("obligations:wheel_calendar"), {"year": "2027"}).content.decode()
    assert "navngiven" not in shown
    assert "Personalesag" in shown


def test_the_api_has_the_same(decide, client_of):
    decide()
    answer = client_of(Role.EMPLOYEE).get("/api/obligations/following/wheel", {"year": 2027}).json()
    assert [(one["day"], one["mark"]) for one in answer["entries"]] == [("2027-06-01", "planned")]
