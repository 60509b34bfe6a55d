"""Doors whose code is not ours and cannot carry a mark: the verb each of them needs, by address name or dotted path.

What is not in this table stays shut, such as self-signup and changing one's e-mail address.
"""

from collections.abc import Mapping
from types import MappingProxyType

from raadhus.kernel.doors import ANYONE

_OWN = "access.read_own_account"

FOREIGN_DOORS: Mapping[str, str] = MappingProxyType(
    {
        # django
        "django.views.i18n.set_language": ANYONE,
        "django.views.static.serve": ANYONE,
        "django.contrib.staticfiles.views.serve": ANYONE,
        # allauth: logging in and out, a forgotten password
        "account_login": ANYONE,
        "account_logout": ANYONE,
        "account_reset_password": ANYONE,
        "account_reset_password_done": ANYONE,
        "account_reset_password_from_key": ANYONE,
        "account_reset_password_from_key_done": ANYONE,
        "account_inactive": ANYONE,
        "mfa_authenticate": ANYONE,
        "mfa_login_webauthn": ANYONE,
        # allauth: the municipality's own log-in service
        "openid_connect_login": ANYONE,
        "openid_connect_callback": ANYONE,
        "socialaccount_login_error": ANYONE,
        "socialaccount_login_cancelled": ANYONE,
        # allauth: one's own password, second factor and sessions
        "account_reauthenticate": _OWN,
        "account_change_password": _OWN,
        "account_set_password": _OWN,
        "mfa_reauthenticate": _OWN,
        "mfa_reauthenticate_webauthn": _OWN,
        "mfa_index": _OWN,
        "mfa_activate_totp": _OWN,
        "mfa_deactivate_totp": _OWN,
        "mfa_view_recovery_codes": _OWN,
        "mfa_generate_recovery_codes": _OWN,
        "mfa_download_recovery_codes": _OWN,
        "mfa_list_webauthn": _OWN,
        "mfa_add_webauthn": _OWN,
        "mfa_edit_webauthn": _OWN,
        "mfa_remove_webauthn": _OWN,
        "usersessions_list": "access.end_session",
    }
)

# By name or route: known to be unmarked and meant to stay shut; every other unmarked door is reported by `raadhus check`.
SHUT_DOORS = frozenset(
    {
        "account_signup",
        "account_signup_by_passkey",
        "account_email",
        "account_email_verification_sent",
        "account_confirm_email",
        "account_confirm_login_code",
        "account_request_login_code",
        "account_complete_signup",
        "mfa_signup_webauthn",
        "mfa_trust",
        "socialaccount_signup",
        "socialaccount_connections",
        # the library's old addresses, which only lead on
        "konto/social/connections/",
        "konto/social/login/cancelled/",
        "konto/social/login/error/",
        "konto/social/signup/",
    }
)
