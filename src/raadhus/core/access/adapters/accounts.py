"""How the log-in library treats our accounts: nobody signs up, nothing of other sites."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse


class HouseAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # the library ships no types
    """Accounts are made by an administrator (create_account), never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library names the argument
        """Return False: there is no self-signup, by form or by provider."""
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Let the browser speak the account's language from now on."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            user.language,
            max_age=60 * 60 * 24 * 182,
            samesite="Lax",
            httponly=True,
            secure=request.is_secure(),
        )
        return response

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Do nothing: accounts have no user name."""
