"""The API of annotations, targets and saved views tells and does what the pages do."""

import pytest

from raadhus.kernel.roles import Role
from raadhus.personnel.models import Annotation, Target


@pytest.fixture
def call(released, client_of):
    client = client_of(Role.HR)

    def ask(method, path, given=None):
        address = f"/api/personnel/{path}"
        answer = client.get(address) if method == "get" else client.post(address, given or {}, "application/json")
        return answer.status_code, answer.json() if answer.content else None

    return ask


def test_an_annotation_is_written_listed_and_removed(call):
    given = {"unit": "skole", "year": 2025, "month": 8, "text": "Ny skole åbnet"}
    status, made = call("post", "annotations", given)
    assert status == 200
    assert [one["text"] for one in call("get", "annotations?unit=skole")[1]] == ["Ny skole åbnet"]
    call("post", f"annotations/{made['key']}/remove")
    assert call("get", "annotations")[1] == []
    call("post", f"annotations/{made['key']}/restore")
    assert Annotation.objects.get().removed_at is None
    assert call("post", "annotations", {**given, "text": "Ring 12345678"})[0] == 400


def test_a_target_is_set_listed_with_its_state_and_removed(call):
    given = {
        "unit": "by",
        "measure": "headcount",
        "direction": "at_least",
        "value": "10",
        "first_year": 2025,
        "reason": "Vækst",
    }
    _status, made = call("post", "targets", given)
    (one,) = call("get", "targets")[1]
    assert (one["state"], one["value"], one["period"]) == ("reached", "10", "2025")
    call("post", f"targets/{made['key']}/remove")
    assert Target.objects.get().removed_at
    call("post", f"targets/{made['key']}/restore")
    assert call("post", "targets", {**given, "value": "ti"})[0] == 400


def test_an_own_view_is_saved_listed_and_deleted_and_digests_are_sent(call):
    given = {"name": "Vi", "query": "maal=headcount&enhed=by", "limit_kind": "over", "limit": "10"}
    _status, made = call("post", "views", given)
    (one,) = call("get", "views")[1]
    assert (one["about"], one["crossed"]) == ("Antal ansatte i Prøvekøbing Kommune", "er over grænsen")
    call("post", f"views/{made['key']}/remove")
    assert call("get", "views")[1] == []
    assert call("post", "digests/send")[1] == {"sent": 0, "failed": 0}
