"""Logging in through the municipality's own service, from the first click to the profile page."""

import urllib.request
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import email_of

from raadhus.core.access.models import Account
from raadhus.kernel.roles import Role

from .provider import CLIENT_ID, SECRET, Provider


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None


@pytest.fixture
def provider(settings):
    with Provider() as running:
        app = {
            "provider_id": "kommunen",
            "name": "Kommunen",
            "client_id": CLIENT_ID,
            "secret": SECRET,
            "settings": {"server_url": running.address},
        }
        configured = {**settings.SOCIALACCOUNT_PROVIDERS["openid_connect"], "APPS": [app]}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": configured}
        yield running


def follow(address):
    """What a browser does at the provider: ask, and be sent back."""
    try:
        urllib.request.build_opener(NoRedirect).open(address)
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.headers["Location"]


def log_in(client=None):
    client = client or Client()
    asked = client.get(reverse("openid_connect_login", args=["kommunen"]))
    back = urlsplit(follow(asked["Location"]))
    return client, client.get(f"{back.path}?{back.query}")


def is_in(client):
    return client.get(reverse("access:profile")).status_code == 200


def knows(provider, actor):
    provider.person = {"sub": "person-1", "email": email_of(actor.key), "email_verified": True, "person_key": actor.key}


def test_a_known_person_is_logged_in_and_linked_by_e_mail(provider, cast):
    knows(provider, cast[Role.HR])
    client, _ = log_in()
    assert is_in(client)
    assert Account.objects.get(person_key=cast[Role.HR].key).socialaccount_set.get().uid == "person-1"


def test_a_linked_person_stays_linked_when_the_e_mail_changes(provider, cast):
    knows(provider, cast[Role.HR])
    log_in()
    provider.person["email"] = "nyt-navn@eksempelkoebing.example"
    client, _ = log_in()
    assert is_in(client)


@pytest.mark.parametrize("spoil", ["nonce", "audience", "signature", "unsigned", "age", "issuer"])
def test_an_id_token_that_does_not_fit_is_refused(provider, cast, spoil):
    knows(provider, cast[Role.HR])
    provider.spoil = spoil
    client, answer = log_in()
    assert "Login lykkedes ikke" in answer.content.decode()
    assert not is_in(client)


def test_an_answer_about_somebody_else_is_refused(provider, cast):
    knows(provider, cast[Role.HR])
    provider.userinfo_sub = "person-2"
    client, _ = log_in()
    assert not is_in(client)


def test_a_person_without_an_account_is_refused_and_gets_none(provider, cast):
    before = Account.objects.count()
    client, answer = log_in()
    assert "Du har ingen konto her" in answer.content.decode()
    assert not is_in(client)
    assert Account.objects.count() == before


def test_an_e_mail_that_the_provider_has_not_checked_links_nobody(provider, cast):
    knows(provider, cast[Role.HR])
    provider.person["email_verified"] = False
    client, _ = log_in()
    assert not is_in(client)


def test_the_house_may_link_by_the_persons_key_instead(provider, cast, settings):
    settings.OIDC_LINK_BY = "person_key"
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["EMAIL_AUTHENTICATION"] = False
    knows(provider, cast[Role.DPO])
    provider.person["email"] = "en-anden@eksempelkoebing.example"
    client, _ = log_in()
    assert is_in(client)


def test_with_linking_off_an_e_mail_is_not_enough(provider, cast, settings):
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["EMAIL_AUTHENTICATION"] = False
    knows(provider, cast[Role.HR])
    client, _ = log_in()
    assert not is_in(client)


def test_a_closed_account_stays_closed(provider, cast):
    knows(provider, cast[Role.HR])
    Account.objects.filter(person_key=cast[Role.HR].key).update(is_active=False)
    client, _ = log_in()
    assert not is_in(client)


def test_another_browsers_answer_is_refused(provider, cast):
    knows(provider, cast[Role.HR])
    asked = Client().get(reverse("openid_connect_login", args=["kommunen"]))
    back = urlsplit(follow(asked["Location"]))
    stranger = Client()
    stranger.get(f"{back.path}?{back.query}")
    assert not is_in(stranger)


def test_the_question_carries_nonce_state_and_pkce_and_nothing_of_the_address(provider, cast):
    address = reverse("openid_connect_login", args=["kommunen"]) + "?scope=all&auth_params=prompt%3Dnone"
    asked = parse_qs(urlsplit(Client().get(address)["Location"]).query)
    assert {"nonce", "state", "code_challenge"} <= asked.keys()
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert "prompt" not in asked


def test_the_log_in_page_offers_the_service(provider, db):
    assert "Log ind med Kommunen" in Client().get(reverse("account_login")).content.decode()
