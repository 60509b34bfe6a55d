"""What is new since a person last looked, on the tile and on the meeting's page; closed items tell others nothing."""

from dataclasses import replace

import pytest
from django.urls import reverse

from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import SeenMeeting
from raadhus.meetings.queries.pages import meeting_page
from raadhus.meetings.rules.news import News, news
from raadhus.meetings.tests.papers import closed_item, open_item, reading


def test_the_same_reading_has_no_news():
    assert news(reading(), reading(), closed=True) == {}


def test_an_item_that_came_is_new_and_one_that_says_something_else_is_changed():
    after = reading(items=(closed_item(), open_item(title="Budget for 2028"), open_item("3", "Nyt punkt", "26/300")))
    assert news(reading(), after, closed=False) == {1: News.CHANGED, 2: News.NEW}


@pytest.mark.parametrize(
    "items",
    [
        (closed_item(word="andet"), open_item()),
        (closed_item(), open_item(), closed_item("3", "26/78", "mere")),
        (replace(closed_item(), closed=False), open_item()),
    ],
)
def test_what_happens_to_a_closed_item_is_told_only_to_those_who_may_see_it(items):
    assert news(reading(), reading(items=items), closed=False) == {}
    assert len(news(reading(), reading(items=items), closed=True)) == 1


def marks(viewer, meeting, now):
    return [one.news for one in meeting_page(viewer=viewer, meeting_id=meeting, now=now).items]


def change(cast, meeting, number, edits, now):
    given = {"actor": cast[Role.SECRETARY], "meeting_id": meeting, "now": now}
    made = actions.correct_reading(number=number, edits=edits, **given)
    actions.confirm_reading(number=made, **given)


def test_a_look_is_remembered_and_the_next_one_says_what_is_new(published, cast, now):
    employee = cast[Role.EMPLOYEE]
    actions.remember_seen(actor=employee, meeting_id=published, now=now)
    change(cast, published, 1, {"items.1.title": "Budget for 2028", "items.0.title": "andet"}, now)
    assert marks(employee, published, now) == [None, News.CHANGED]
    actions.remember_seen(actor=employee, meeting_id=published, now=now)
    assert marks(employee, published, now) == [None, None]


def test_those_who_see_closed_items_see_that_they_changed(published, cast, now):
    actions.remember_seen(actor=cast[Role.CHIEF_EXECUTIVE], meeting_id=published, now=now)
    change(cast, published, 1, {"items.0.title": "andet"}, now)
    assert marks(cast[Role.CHIEF_EXECUTIVE], published, now) == [News.CHANGED, None]


def test_a_correction_that_waits_is_no_news_yet(published, cast, now):
    actions.remember_seen(actor=cast[Role.EMPLOYEE], meeting_id=published, now=now)
    edits = {"items.1.title": "Budget for 2028"}
    actions.correct_reading(actor=cast[Role.SECRETARY], meeting_id=published, number=1, edits=edits, now=now)
    assert marks(cast[Role.EMPLOYEE], published, now) == [None, None]


def test_the_page_marks_what_is_new_once_and_keeps_nothing_of_citizens(published, cast, client_of, now):
    page = reverse("meetings:meeting", args=[published])
    employee = client_of(Role.EMPLOYEE)
    assert "Ændret" not in employee.get(page).content.decode()
    change(cast, published, 1, {"items.1.title": "Budget for 2028"}, now)
    assert "Ændret" in employee.get(page).content.decode()
    assert "Ændret" not in employee.get(page).content.decode()
    client_of(None).get(page, follow=True)
    assert [one.person_key for one in SeenMeeting.objects.all()] == [cast[Role.EMPLOYEE].key]


def test_the_tile_shows_each_number_once_and_what_was_never_opened(import_paper, cast, client_of, now):
    coming = import_paper(reading(date="2099-03-02")).meeting_id
    actions.confirm_reading(actor=cast[Role.SECRETARY], meeting_id=coming, number=1, now=now)
    secretary = client_of(Role.SECRETARY)
    text = secretary.get("/").content.decode()
    assert "Ikke åbnet endnu" in text
    assert "<ol>" not in text
    secretary.get(reverse("meetings:meeting", args=[coming]))
    change(cast, coming, 1, {"items.1.title": "Budget for 2028"}, now)
    assert "Ændret" in secretary.get("/").content.decode()
