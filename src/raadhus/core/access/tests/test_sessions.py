"""How long a log-in lasts, what it leaves in the trail, and what the answers say to browsers."""

import pytest
from django.conf import settings as live
from django.contrib.auth.hashers import identify_hasher, make_password
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import PASSWORD, email_of

from raadhus.config import settings as product
from raadhus.core.access.rules.sessions import BEGAN, SEEN, is_over
from raadhus.core.audit.public import trail
from raadhus.kernel.roles import Role

HOUR = 3600


@pytest.mark.parametrize(
    ("began", "seen", "over"),
    [(0, 0, False), (0, -2 * HOUR, True), (-12 * HOUR, 0, True), (-12 * HOUR + 1, -2 * HOUR + 1, False)],
)
def test_a_session_ends_unused_or_old(began, seen, over):
    assert is_over(began=began, seen=seen, now=0, idle=2 * HOUR, lifetime=12 * HOUR) is over


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1e6))
def test_what_is_over_stays_over(age, idle_for, later):
    before = is_over(began=-age, seen=-idle_for, now=0, idle=HOUR, lifetime=HOUR)
    assert before <= is_over(began=-age, seen=-idle_for, now=later, idle=HOUR, lifetime=HOUR)


@pytest.mark.parametrize("stamp", [BEGAN, SEEN])
def test_an_old_session_is_logged_out(client_of, stamp):
    client = client_of(Role.HR)
    client.get(reverse("access:profile"))
    session = client.session
    session[stamp] -= 24 * HOUR
    session.save()
    assert client.get(reverse("access:profile")).status_code == 302


def test_pages_of_a_person_are_not_stored_and_devices_stay_shut(client_of):
    answer = client_of(Role.HR).get(reverse("access:profile"))
    assert answer["Cache-Control"] == "private, no-store"
    assert "camera=()" in answer["Permissions-Policy"]
    assert (
        "script-src" in answer["Content-Security-Policy"] or "default-src 'self'" in answer["Content-Security-Policy"]
    )
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(cast):
    client = Client()
    client.post(reverse("account_login"), {"login": email_of(cast[Role.HR].key), "password": PASSWORD})
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_form_without_the_pages_own_key_is_refused(client_of):
    client = client_of(Role.EMPLOYEE)
    client.handler.enforce_csrf_checks = True
    assert client.post(reverse("access:save_language"), {"language": "en"}).status_code == 403


def test_log_ins_and_refusals_are_in_the_trail(cast):
    hr = cast[Role.HR]
    for password in ("forkert", PASSWORD):
        Client().post(reverse("account_login"), {"login": email_of(hr.key), "password": password})
    sentences = " ".join(entry.sentence for entry in trail("account", hr.key))
    assert "blev afvist ved login" in sentences
    assert "loggede ind" in sentences


def test_looking_for_a_reason_is_itself_in_the_trail(client_of, cast):
    asked = {"person": cast[Role.DPO].key, "verb": "access.read_accounts", "unit": "", "on": "2026-03-16"}
    client_of(Role.AUDITOR).get(reverse("access:explain"), asked)
    assert any("slog op" in entry.sentence for entry in trail("account", cast[Role.DPO].key))


def test_passwords_are_kept_with_argon2id(settings):
    settings.PASSWORD_HASHERS = product.PASSWORD_HASHERS
    stored = make_password(PASSWORD)
    assert stored.startswith("argon2$argon2id$")
    assert identify_hasher(stored).algorithm == "argon2"
    assert live.SESSION_COOKIE_HTTPONLY
