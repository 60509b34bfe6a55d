"""Logging in through the municipality's own service (OpenID Connect), stricter than the library.

The library trusts an ID token that came straight from the provider. We check its signature, audience, issuer, age and
nonce all the same, and that the answer about the person is about the same person.
"""

import secrets
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase

from raadhus.core.access.models import Account
from raadhus.kernel.doors import ANYONE, door


class HouseProvider(OpenIDConnectProvider):  # type: ignore[misc]  # the library ships no types
    """Sends a nonce along, keeps it with the state of this log-in, and takes no parameters from the address."""

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, str]:  # noqa: ARG002 - the library names them
        """Return the settings' own parameters."""
        return dict(self.get_auth_params())

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:  # noqa: ARG002 - the library names it
        """Return the settings' own scope."""
        return list(self.get_scope())

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """Add a fresh nonce to the question and to what is remembered of it."""
        kwargs: dict[str, Any] = super().get_redirect_from_request_kwargs(request)
        kwargs["nonce"] = secrets.token_urlsafe(32)
        kwargs["auth_params"]["nonce"] = kwargs["nonce"]
        kwargs["process"] = "login"
        return kwargs


class HouseExchange(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # the library ships no types
    """Trades the code for tokens and checks them."""

    nonce: str | None = None

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        """Return the person who logged in. Raises OAuth2Error on anything that does not fit."""
        credential = kwargs["response"].get("id_token")
        if not credential:
            raise OAuth2Error("The provider sent no ID token.")
        claims = self._checked(app, credential)
        if app.settings.get("fetch_userinfo", True):
            userinfo = self._fetch_user_info(token.token)
            if userinfo.get("sub") != claims["sub"]:
                raise OAuth2Error("The answer about the person is about somebody else.")
            claims = {**claims, **userinfo}
        return self.get_provider().sociallogin_from_response(request, {"userinfo": claims})

    def _checked(self, app: SocialApp, credential: str) -> dict[str, Any]:
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=credential,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if not self.nonce or not secrets.compare_digest(str(claims.get("nonce", "")), self.nonce):
            raise OAuth2Error("The ID token belongs to another log-in.")
        return claims


class HouseCallback(OAuth2CallbackView):  # type: ignore[misc]  # the library ships no types
    """Hands the remembered nonce to the exchange."""

    def _get_state(self, request: HttpRequest, provider: HouseProvider) -> tuple[dict[str, Any] | None, Any]:
        state, response = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce")
        return state, response


class HouseLogins(DefaultSocialAccountAdapter):  # type: ignore[misc]  # the library ships no types
    """Whom a log-in belongs to: an account that exists, or nobody."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Any:
        """Return our stricter provider in place of the library's."""
        found = super().get_provider(request, provider, client_id)
        return HouseProvider(request, app=found.app) if type(found) is OpenIDConnectProvider else found

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 - the library names them
        """Return False: someone the provider knows and we do not is refused."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Link a first log-in by the person key in the provider's claims, when that is how the house links."""
        if sociallogin.is_existing or settings.OIDC_LINK_BY != "person_key":
            return
        claims = sociallogin.account.extra_data.get("userinfo", {})
        person_key = str(claims.get(settings.OIDC_PERSON_CLAIM, ""))
        account = Account.objects.filter(person_key=person_key).first() if person_key else None
        if account is not None:
            sociallogin.connect(request, account)


@door(ANYONE)
def login(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Send the browser to the municipality's log-in service."""
    return _run(OAuth2LoginView, request, provider_id)


@door(ANYONE)
def callback(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Take the browser back from the service, logged in or told why not."""
    return _run(HouseCallback, request, provider_id)


def _run(view: Any, request: HttpRequest, provider_id: str) -> HttpResponseBase:
    try:
        response: HttpResponseBase = view.adapter_view(HouseExchange(request, provider_id))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    return response
