"""The API of the watch list."""

from django.core import mail
from django.utils import timezone

from raadhus.kernel.roles import Role
from raadhus.refunds.tests.made_cases import made_case

HOME = "/api/refunds"


def test_the_list_has_what_the_caller_may_see(house, client_of):
    made = made_case(timezone.localdate(), day=30)
    made_case(timezone.localdate(), day=30, unit_key="fdc")
    found = client_of(Role.UNIT_LEADER).get(f"{HOME}/watch", {"level": "alarm"}).json()
    assert [one["employment"] for one in found["absences"]] == [made.employment]
    assert client_of(Role.HR).get(f"{HOME}/watch").json()["total"] == 2
    assert client_of(Role.EMPLOYEE).get(f"{HOME}/watch").status_code == 403


def test_acting_and_undoing(house, client_of):
    made, client = made_case(timezone.localdate(), day=30), client_of(Role.UNIT_LEADER)
    assert client.post(f"{HOME}/watch/{made.pk}/act").json()["is_acted"] is True
    assert client.post(f"{HOME}/watch/{made.pk}/act").status_code == 409
    assert client.post(f"{HOME}/watch/{made.pk}/undo-act").json()["is_acted"] is False


def test_reminders_are_sent_once(house, client_of):
    made_case(timezone.localdate(), day=30)
    client = client_of(Role.HR)
    assert client.post(f"{HOME}/remind").json() == [{"person_key": "uffe-urt", "recipient": "leader", "absences": 1}]
    assert (client.post(f"{HOME}/remind").json(), len(mail.outbox)) == ([], 1)


def test_everybody_reads_the_guide(house, client_of):
    found = client_of(Role.EMPLOYEE).get(f"{HOME}/guide").json()
    assert found["calendar"][0]["when"] == "Dag 1"
