"""The pages of access, as people use them."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from tests.cast import PASSWORD, email_of

from raadhus.core.access.models import Account, ApiToken, RoleGrant
from raadhus.core.access.public import roles_of
from raadhus.kernel.roles import Role

OWN_PAGES = (
    "access:profile",
    "access:new_token",
    "access:policy",
    "account_logout",
    "account_change_password",
    "mfa_index",
    "usersessions_list",
)


@pytest.mark.parametrize("name", OWN_PAGES)
def test_an_employees_own_pages_are_shown(client_of, name):
    response = client_of(Role.EMPLOYEE).get(reverse(name), follow=True)
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_reset_password_done"])
def test_the_way_in_is_open_to_all_and_danish(db, name):
    page = Client().get(reverse(name)).content.decode()
    assert re.search("Log ind|Glemt adgangskode|indbakke", page)
    assert "Sign" not in page


def test_a_person_logs_in_with_e_mail_and_password(cast):
    client = Client()
    answer = client.post(
        reverse("account_login"), {"login": email_of(cast[Role.HR].key), "password": PASSWORD}, follow=True
    )
    assert answer.context["house"]["person"] == cast[Role.HR].name


def test_a_wrong_password_says_so_in_danish_and_reveals_nothing(cast):
    known, unknown = email_of(cast[Role.HR].key), "ingen@eksempelkoebing.example"
    answers = [
        Client().post(reverse("account_login"), {"login": who, "password": "forkert"}) for who in (known, unknown)
    ]
    errors = [list(answer.context["form"].non_field_errors()) for answer in answers]
    assert errors[0] == errors[1]
    assert "adgangskode" in errors[0][0]


def test_the_sixth_wrong_password_is_refused_even_when_right(cast):
    client, who = Client(), email_of(cast[Role.HR].key)
    for _ in range(5):
        client.post(reverse("account_login"), {"login": who, "password": "forkert"})
    client.post(reverse("account_login"), {"login": who, "password": PASSWORD})
    assert client.get(reverse("access:profile")).status_code == 302


def test_nobody_signs_up(db):
    assert Client().get(reverse("account_signup")).status_code == 403


def test_a_forgotten_password_is_chosen_again_by_mail(cast):
    client = Client()
    client.post(reverse("account_reset_password"), {"email": email_of(cast[Role.HR].key)})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    chosen = {"password1": "en-helt-ny-lang-kode", "password2": "en-helt-ny-lang-kode"}
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], chosen)
    assert Account.objects.get(person_key=cast[Role.HR].key).check_password("en-helt-ny-lang-kode")


def test_an_administrator_creates_an_account_and_grants_a_role(client_of, cast, now):
    client = client_of(Role.ADMINISTRATOR)
    given = {"person_key": "nina-nor", "name": "Nina Nor", "email": "nina@eksempelkoebing.example", "password": ""}
    assert client.post(reverse("access:new_account"), given).status_code == 302
    role = {"role": "hr", "unit": "", "start": "2026-01-01", "end": ""}
    assert client.post(reverse("access:grant_role", args=["nina-nor"]), role).status_code == 302
    assert RoleGrant.objects.filter(person_key="nina-nor", role="hr", unit_key=None).exists()


def test_what_is_wrong_with_a_grant_is_said_on_the_page(client_of, cast):
    role = {"role": "hr", "unit": "", "start": "2026-01-01", "end": "2025-01-01"}
    answer = client_of(Role.ADMINISTRATOR).post(reverse("access:grant_role", args=[cast[Role.DPO].key]), role)
    assert answer.status_code == 400
    assert "Rollen skal slutte efter den dag, den begynder." in answer.content.decode()


def test_a_role_is_ended_from_the_page(client_of, cast, now):
    grant = RoleGrant.objects.get(person_key=cast[Role.DPO].key)
    path = reverse("access:end_role", args=[grant.person_key, grant.id])
    client_of(Role.ADMINISTRATOR).post(path, {"end": "2100-01-01"})
    grant.refresh_from_db()
    assert str(grant.end_date) == "2100-01-01"


def test_the_list_finds_by_text_and_role(client_of):
    page = client_of(Role.AUDITOR).get(reverse("access:accounts"), {"role": "dpo"}).content.decode()
    assert "Dorte Due" in page
    assert "Hanne Hassel" not in page


def test_the_list_is_a_file_too(client_of):
    answer = client_of(Role.AUDITOR).get(reverse("access:accounts"), {"export": "csv"})
    assert "Dorte Due" in answer.content.decode()


def test_the_explanation_gives_the_whole_reasoning(client_of, cast):
    asked = {"person": cast[Role.DPO].key, "verb": "access.read_accounts", "unit": "", "on": "2026-03-16"}
    page = client_of(Role.AUDITOR).get(reverse("access:explain"), asked).content.decode()
    assert "Ja. Dorte Due må" in page
    assert "Rollen Databeskyttelsesrådgiver giver lov: den er givet i hele kommunen" in page


def test_a_key_is_shown_once_and_listed_without_itself(client_of):
    client = client_of(Role.EMPLOYEE)
    expires = str(localdate() + timedelta(days=30))
    page = client.post(
        reverse("access:new_token"), {"name": "Ark", "verbs": ["access.read_policy"], "expires": expires}
    )
    key = re.search(r"raadhus_[\w-]+", page.content.decode())[0]
    assert key not in client.get(reverse("access:profile")).content.decode()
    client.post(reverse("access:stop_token", args=[ApiToken.objects.get().id]))
    assert ApiToken.objects.get().revoked_at is not None


def test_logging_out_elsewhere_ends_the_other_sessions(cast):
    here, there = Client(), Client()
    for client in (here, there):
        client.post(reverse("account_login"), {"login": email_of(cast[Role.HR].key), "password": PASSWORD})
    here.post(reverse("access:log_out_elsewhere"))
    assert here.get(reverse("access:profile")).status_code == 200
    assert there.get(reverse("access:profile")).status_code == 302


def test_a_closed_account_is_out_at_once(client_of, cast, now):
    client = client_of(Role.HR)
    client_of(Role.ADMINISTRATOR).post(reverse("access:close_account", args=[cast[Role.HR].key]))
    assert client.get(reverse("access:profile")).status_code == 302
    assert roles_of(cast[Role.HR], now) == {Role.PUBLIC}


def test_the_language_is_kept(client_of, cast):
    client = client_of(Role.EMPLOYEE)
    client.post(reverse("access:save_language"), {"language": "en"})
    assert Account.objects.get(person_key=cast[Role.EMPLOYEE].key).language == "en"
