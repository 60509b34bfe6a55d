import pytest

from raadhus.kernel.roles import Role

HOME = "/api/obligations"
NEW = {"text": "Fremlæg en plan", "due": "2026-Q3", "origin": {"kind": "meeting", "key": "1", "label": "Et møde"}}


@pytest.fixture
def call(client_of):
    """Post JSON as the one who plays a role."""

    def post(role, path, body=None):
        client = client_of(role)
        return client.post(f"{HOME}{path}", body or {}, content_type="application/json")

    return post


def test_one_is_created_moved_and_read(call, client_of):
    made = call(Role.SECRETARY, "", NEW)
    assert (made.status_code, made.json()["due_date"]) == (201, "2026-09-30")
    key = made.json()["key"]
    assert call(Role.SECRETARY, f"/{key}/complete", {"text": "Fremlagt"}).json()["status"] == "done"
    read = client_of(Role.AUDITOR).get(f"{HOME}/{key}").json()
    assert read["evidence"][0]["text"] == "Fremlagt"


def test_the_list_has_what_the_caller_may_see(promise, client_of):
    promise()
    assert client_of(Role.EMPLOYEE).get(HOME).json()["total"] == 1
    assert client_of(Role.HR).get(HOME).json()["total"] == 0


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("complete", {}, 400),
        ("wait", {"reason": ""}, 422),
        ("due", {"due": "august", "reason": "x"}, 422),
        ("due", {"due": "2026-13", "reason": "x"}, 400),
        ("reopen", {"reason": "x"}, 400),
    ],
)
def test_what_cannot_be_done_is_said(promise, call, path, body, status):
    assert call(Role.SECRETARY, f"/{promise().key}/{path}", body).status_code == status


def test_what_may_not_be_seen_is_not_there(promise, call):
    assert call(Role.HR, f"/{promise().key}/start").status_code == 404


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//ond.example/", "/\\ond.example", "moeder/1/"]
)
def test_where_it_was_promised_is_a_page_and_never_a_script(call, url):
    assert call(Role.SECRETARY, "", {**NEW, "origin": {**NEW["origin"], "url": url}}).status_code == 422


@pytest.mark.parametrize("url", ["", "/", "/moeder/1/", "https://eksempel.invalid/moede"])
def test_a_page_of_the_house_or_of_the_web_is_kept_as_where_it_was_promised(call, url):
    made = call(Role.SECRETARY, "", {**NEW, "origin": {**NEW["origin"], "url": url}})
    assert made.json()["origin"]["url"] == url


@pytest.mark.parametrize(
    ("path", "body"), [("due", {"due": "2027-Q1", "reason": "x"}), ("hand-over", {"owner_key": "uffe"})]
)
def test_what_somebody_changed_since_it_was_read_is_not_overwritten(call, path, body):
    read = call(Role.SECRETARY, "", NEW).json()
    stale = call(Role.SECRETARY, f"/{read['key']}/{path}", {**body, "seen_at": "2000-01-01T00:00:00Z"})
    assert (stale.status_code, "ændret af en anden" in stale.json()["detail"]) == (409, True)
    assert call(Role.SECRETARY, f"/{read['key']}/{path}", {**body, "seen_at": read["changed_at"]}).status_code == 200
