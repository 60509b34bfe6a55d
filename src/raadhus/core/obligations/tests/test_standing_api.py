import pytest

from raadhus.core.obligations.tests.conftest import moment
from raadhus.kernel.roles import Role

HOME = "/api/obligations/standing"
NEW = {
    "title": "Arbejdsmiljødata",
    "text": "Halvårligt fremlægges data.",
    "body": "Direktionen",
    "owner_key": "mette-mose",
    "recurrence": {"rhythm": "half_yearly", "months": [3], "shift": -10},
    "condition": {"figure_key": "absence", "comparison": "over", "threshold": "5.5", "unit": "%"},
    "origin": {"kind": "meeting", "key": "1", "label": "Et møde"},
    "in_force": True,
}


@pytest.fixture
def call(client_of):
    def post(role, path, body=None):
        return client_of(role).post(f"{HOME}{path}", body or {}, content_type="application/json")

    return post


def test_one_is_made_stepped_and_read(call, client_of):
    made = call(Role.SECRETARY, "", NEW)
    assert (made.status_code, made.json()["state"]) == (201, "in_force")
    key = made.json()["key"]
    assert call(Role.SECRETARY, f"/{key}/suspend", {"reason": "Afventer"}).json()["state"] == "suspended"
    assert call(Role.SECRETARY, f"/{key}/resume", {"reason": "Klar"}).json()["next_fires"]
    fired = call(Role.SECRETARY, f"/{key}/fire-now", {"reason": "Direktionen bad om det"}).json()
    assert fired["looks"][0]["result"] == "fired"
    read = client_of(Role.EMPLOYEE).get(f"{HOME}/{key}").json()
    assert read["standing"]["condition"]["threshold"] == "5.5000"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"recurrence": {"rhythm": "half_yearly", "months": []}}, 400),
        ({"recurrence": {"rhythm": "weekly", "months": [1]}}, 422),
        ({"title": " "}, 400),
        ({"origin": {"kind": "agenda_item", "key": "1", "label": "Et punkt"}}, 400),
        ({"condition": {**NEW["condition"], "comparison": "outside"}}, 400),
    ],
)
def test_what_does_not_hold_together_is_said(call, change, status):
    assert call(Role.SECRETARY, "", {**NEW, **change}).status_code == status


def test_the_register_is_narrowed(decide, client_of):
    decide(body="Chefforum")
    decide(at=moment(2026, 3, 1), in_force=False)
    client = client_of(Role.HR)
    assert len(client.get(HOME).json()) == 2
    assert [one["body"] for one in client.get(HOME, {"state": "in_force"}).json()] == ["Chefforum"]


def test_an_employee_makes_none(call):
    assert call(Role.EMPLOYEE, "", NEW).status_code == 403
