"""Logging in in two steps, and the roles that must."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, email_of

from raadhus.core.access.models import Account
from raadhus.kernel.roles import Role

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code():
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


@pytest.fixture
def protected(cast):
    """HR's account, with a second factor."""
    account = Account.objects.get(person_key=cast[Role.HR].key)
    TOTP.activate(account, SECRET)
    return account


def password_step(account):
    client = Client()
    client.post(reverse("account_login"), {"login": account.email, "password": PASSWORD})
    return client


def is_in(client):
    return client.get(reverse("access:profile")).status_code == 200


def test_the_password_alone_is_not_enough(protected):
    assert not is_in(password_step(protected))


def test_the_code_from_the_app_lets_in_and_only_once(protected):
    first, second = password_step(protected), password_step(protected)
    used = code()
    first.post(reverse("mfa_authenticate"), {"code": used})
    assert is_in(first)
    second.post(reverse("mfa_authenticate"), {"code": used})
    assert not is_in(second)


def test_a_wrong_code_lets_nobody_in(protected):
    client = password_step(protected)
    answer = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert answer.status_code == 200
    assert not is_in(client)


def test_the_secret_is_not_readable_in_the_database(protected):
    assert SECRET not in str(Authenticator.objects.get(user=protected, type="totp").data)


def test_a_person_sets_it_up_and_gets_emergency_codes(client_of, cast):
    client = client_of(Role.DPO)
    confirm = {"password": PASSWORD}
    client.post(reverse("account_reauthenticate"), confirm)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    counter = next(yield_hotp_counters_from_time())
    client.post(reverse("mfa_activate_totp"), {"code": format_hotp_value(hotp_value(secret, counter))})
    shown = client.get(reverse("mfa_view_recovery_codes"))
    assert len(shown.context["unused_codes"]) == 10


def test_a_role_that_needs_it_is_led_to_set_it_up(client_of, settings):
    settings.MFA_ROLES = ["administrator"]
    assert client_of(Role.ADMINISTRATOR).get("/adgang/konti/")["Location"] == reverse("mfa_activate_totp")
    assert client_of(Role.AUDITOR).get("/adgang/konti/").status_code == 200


def test_the_api_asks_the_same_of_a_session(client_of, settings):
    settings.MFA_ROLES = ["administrator"]
    assert client_of(Role.ADMINISTRATOR).get("/api/access/accounts").status_code == 403


def test_it_is_enough_once_set_up(client_of, cast, settings):
    settings.MFA_ROLES = ["administrator"]
    client = client_of(Role.ADMINISTRATOR)
    TOTP.activate(Account.objects.get(email=email_of(cast[Role.ADMINISTRATOR].key)), SECRET)
    assert client.get("/adgang/konti/").status_code == 200
