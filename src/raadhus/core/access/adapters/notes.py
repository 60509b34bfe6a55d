"""Log-ins and changes to how one logs in, noted in the audit trail."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db import transaction
from django.utils import timezone

from raadhus.core.access.models import Account
from raadhus.core.access.queries.actors import actor_of_user
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.kernel.actors import PUBLIC, Actor


def connect() -> None:
    """Listen to the log-in library. Each receiver is named, so that listening twice is listening once."""
    user_logged_in.connect(_logged_in, dispatch_uid="access.logged_in")
    user_login_failed.connect(_login_refused, dispatch_uid="access.login_refused")
    for signal in (password_changed, password_reset, password_set):
        signal.connect(_password_changed, dispatch_uid="access.password_changed")
    authenticator_added.connect(_second_factor_added, dispatch_uid="access.second_factor_added")
    authenticator_removed.connect(_second_factor_removed, dispatch_uid="access.second_factor_removed")


def _logged_in(user: Account, **_more: Any) -> None:
    _note(actor_of_user(user), "access.logged_in", user)


def _login_refused(credentials: dict[str, Any], **_more: Any) -> None:
    """Note a refused log-in to an account that exists; what was typed for others is nobody's business."""
    typed = str(credentials.get("email") or credentials.get("username") or "")
    account = Account.objects.filter(email__iexact=typed).first() if typed else None
    if account is not None:
        _note(PUBLIC, "access.login_refused", account)


def _password_changed(user: Account, **_more: Any) -> None:
    _note(actor_of_user(user), "access.password_changed", user)


def _second_factor_added(user: Account, authenticator: Any, **_more: Any) -> None:
    _note(actor_of_user(user), "access.second_factor_added", user, type=str(authenticator.type))


def _second_factor_removed(user: Account, authenticator: Any, **_more: Any) -> None:
    _note(actor_of_user(user), "access.second_factor_removed", user, type=str(authenticator.type))


def _note(actor: Actor, event: str, account: Account, **data: JSON) -> None:
    subject = Subject("account", account.person_key, account.name)
    with transaction.atomic():
        record(actor=actor, event=event, subject=subject, data=data, now=timezone.now())
