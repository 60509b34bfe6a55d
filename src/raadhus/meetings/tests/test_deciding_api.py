"""The API of a meeting that is being held: a meeting from opened to closed, and what is said when it cannot be."""

import pytest

from raadhus.kernel.roles import Role
from raadhus.meetings.models import Sitting
from raadhus.meetings.tests.deciding_stage import Stage, asked

API = "/api"


@pytest.fixture
def stage(cast, now):
    return Stage(cast, now)


@pytest.fixture
def call(client_of):
    client = client_of(Role.SECRETARY)

    def send(method, path, **said):
        answer = getattr(client, method)(f"{API}/{path}", said, content_type="application/json")
        return answer.status_code, answer.json() if answer.content else None

    return send


def test_a_meeting_is_held_through_the_api(stage, call):
    item = stage.item(recommendations=asked("r1"), case_number="26/7")
    Sitting.objects.update(state="sent")
    assert call("post", f"sittings/{stage.sitting_id}/open")[0] == 204
    at = f"treatments/{item}"
    assert call("put", f"{at}/outcome", recommendation_ids=["r1"], outcome="approved")[1] == {"revision": 1}
    assert call("put", f"{at}/decision", text="Godkendt.", revision=0)[0] == 409
    assert call("post", f"{at}/orders", text="Udarbejd en plan", owner_text="HR", due="2026-08")[0] == 200
    assert call("post", f"{at}/close")[0] == 200
    assert call("post", f"sittings/{stage.sitting_id}/close")[0] == 204
    assert call("get", "trails?case_number=26/7")[1]["deferrals"] == 0


def test_an_outcome_of_imported_texts_cannot_be_given(stage, call):
    item = stage.item(recommendations=asked("r1"))
    stage.open()
    status, said = call("put", f"treatments/{item}/outcome", recommendation_ids=["r1"], outcome="not_released")
    assert status == 400
    assert "kan ikke vælges" in str(said)
