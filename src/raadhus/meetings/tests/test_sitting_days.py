"""The day of a meeting is one on which a body can meet: a slip of the pen must not break the list of meetings."""

import re
from datetime import date

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.sitting_changes import change_sitting
from raadhus.meetings.actions.sittings import plan_series
from raadhus.meetings.models import Sitting
from raadhus.meetings.rules.sitting_plan import SittingFacts
from raadhus.meetings.tests.sitting_stage import make_body, make_sitting

IMPOSSIBLE = (date.min, date(206, 4, 14), date.max)


@pytest.mark.parametrize("day", IMPOSSIBLE)
def test_a_year_that_cannot_be_is_refused_in_one_sentence(cast, client_of, now, day):
    make_body()
    secretary = {"actor": cast[Role.SECRETARY], "now": now}
    made = make_sitting(cast[Role.SECRETARY], now)
    with pytest.raises(WrongInput, match="kan ikke passe"):
        make_sitting(cast[Role.SECRETARY], now, day=day)
    with pytest.raises(WrongInput, match="kan ikke passe"):
        change_sitting(sitting_id=made, facts=SittingFacts(day), **secretary)
    with pytest.raises(WrongInput, match="kan ikke passe"):
        plan_series(body_key="direktionen", first=day, last=day, weeks=1, **secretary)
    assert client_of(Role.EMPLOYEE).get("/moeder/plan/?when=all").status_code == 200


def test_a_meeting_may_be_on_a_leap_day(cast, now):
    make_body()
    make_sitting(cast[Role.SECRETARY], now, day=date(2028, 2, 29))
    assert Sitting.objects.get().date == date(2028, 2, 29)


def test_the_list_says_that_it_shows_the_coming_meetings_until_others_are_chosen(cast, client_of):
    page = client_of(Role.EMPLOYEE).get("/moeder/plan/").content.decode()
    choices = page.split('name="when">', 1)[1].split("</select>", 1)[0]
    assert re.findall(r"<option value=\"(\w*)\">(.*?)</option>", choices) == [
        ("", "Kommende"),
        ("past", "Tidligere"),
        ("all", "Alle møder"),
    ]
