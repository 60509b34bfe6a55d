"""Calls to the API: who is let in, and how errors look."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from raadhus.core.access.actions.tokens import CannotCreateToken, create_token, revoke_token
from raadhus.core.access.models import ApiToken
from raadhus.core.access.public import close_account
from raadhus.kernel.roles import Role


def key_for(actor, *verbs, days=30):
    now = timezone.now()
    return create_token(actor=actor, name="Prøve", verbs=verbs, expires_at=now + timedelta(days=days), now=now)


def call(path, key):
    return Client().get(f"/api/access/{path}", headers={"Authorization": f"Bearer {key}"})


def test_an_anonymous_caller_is_asked_to_log_in(db):
    response = Client().get("/api/access/me")
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == "Log ind, eller send en API-nøgle."


def test_a_session_may_what_its_person_may(client_of):
    assert client_of(Role.HR).get("/api/access/me").json()["roles"] == ["hr", "employee", "public"]
    assert client_of(Role.HR).get("/api/access/accounts").status_code == 403


def test_a_key_may_its_verbs_and_no_more(cast):
    key = key_for(cast[Role.AUDITOR], "access.read_accounts").key
    assert call("accounts", key).status_code == 200
    assert call("me", key).status_code == 403


def test_a_key_never_outlives_its_owners_role_or_account(cast, now):
    key = key_for(cast[Role.AUDITOR], "access.read_accounts").key
    close_account(actor=cast[Role.ADMINISTRATOR], person_key=cast[Role.AUDITOR].key, now=now)
    assert call("accounts", key).status_code == 401


def test_a_key_is_not_made_for_what_its_owner_may_not(cast):
    with pytest.raises(CannotCreateToken, match=r"access\.read_accounts"):
        key_for(cast[Role.EMPLOYEE], "access.read_accounts")


@pytest.mark.parametrize("days", [0, -1, 400])
def test_a_key_lives_a_year_at_most(cast, days):
    with pytest.raises(CannotCreateToken, match="senest om et år"):
        key_for(cast[Role.EMPLOYEE], "access.read_policy", days=days)


def test_a_revoked_an_expired_and_an_invented_key_are_refused(cast, now):
    owner = cast[Role.EMPLOYEE]
    revoked, expired = key_for(owner, "access.read_policy"), key_for(owner, "access.read_policy")
    revoke_token(actor=owner, token_id=revoked.id, now=timezone.now())
    earlier = timezone.now() - timedelta(days=2)
    ApiToken.objects.filter(id=expired.id).update(created_at=earlier, expires_at=earlier + timedelta(days=1))
    for key in (revoked.key, expired.key, "raadhus_invented", ""):
        assert call("policy", key).status_code == 401


def test_only_the_hash_of_a_key_is_kept_and_its_use_noted(cast):
    made = key_for(cast[Role.EMPLOYEE], "access.read_policy")
    call("policy", made.key)
    token = ApiToken.objects.get()
    assert made.key not in str(vars(token))
    assert token.used_at is not None


def test_nobody_revokes_another_persons_key(cast, now):
    made = key_for(cast[Role.EMPLOYEE], "access.read_policy")
    with pytest.raises(Exception, match="ingen sådan"):
        revoke_token(actor=cast[Role.ADMINISTRATOR], token_id=made.id, now=now)


def test_an_explanation_names_the_grant(client_of):
    asked = {"person": "cecilie-ceder", "verb": "access.read_accounts", "unit": "sac"}
    answer = client_of(Role.AUDITOR).get("/api/access/explain", asked).json()
    assert answer["allowed"] is False
    assert answer["steps"] == [
        {"sentence": "Rollen Centerchef giver ikke lov til denne handling.", "speaks_for": False}
    ]


def test_a_malformed_call_is_told_what_is_wrong(client_of):
    response = client_of(Role.AUDITOR).get("/api/access/explain", {"person": "x"})
    assert response.status_code == 422
    assert response.json()["errors"][0]["loc"][-1] == "verb"


def test_the_description_is_open_and_names_the_verb_of_each_operation(db):
    described = Client().get("/api/openapi.json").json()
    assert described["paths"]["/api/access/me"]["get"]["x-verb"] == "access.read_own_account"
    assert described["paths"]["/api/access/me"]["get"]["operationId"] == "access_me"
