"""How the log-in library treats our accounts: nobody signs up, nothing of other sites."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class HouseAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # the library ships no types
    """Accounts are made by an administrator (create_account), never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library names the argument
        """Return False: there is no self-signup, by form or by provider."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Do nothing: accounts have no user name."""
