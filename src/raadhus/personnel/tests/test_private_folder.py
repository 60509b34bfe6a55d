"""What is read does without the batch's folder: no page, file, program or mail may open anything in it, and all of them work."""

import pytest

from raadhus.personnel.tests.house_of_gold import STEPS

pytestmark = [pytest.mark.django_db, pytest.mark.any_engine]


def test_all_that_is_read_works_without_a_right_to_the_private_folder(installed):
    installed.ask(f"{STEPS}:invented_figures")
    shut = {"shut": str(installed.data / "personnel" / "private")}
    answers = installed.ask(f"{STEPS}:every_door", **shut)
    # Those that must be asked about something answer 404 to nothing.
    assert {door: status for door, status in answers.items() if status not in {200, 302, 404, 405}} == {}
    assert {status for door, status in answers.items() if "?" in door or "alt." in door} == {200}
    assert installed.ask(f"{STEPS}:published_year", **shut) == [200, 200]
    for command in (("query", "headcount", "by"), ("digest",)):
        assert installed.run("personnel", *command, **shut)[0] == 0
