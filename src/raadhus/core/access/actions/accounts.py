"""Accounts: create, close, reopen."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account
from raadhus.core.access.queries.decisions import forget
from raadhus.core.access.queries.requirement import require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError, NotFound, WrongInput


class CannotCreateAccount(WrongInput):
    """The person already has an account, or something about the new one is not usable."""


class CannotCloseAccount(DomainError):
    """Nobody closes their own account: someone must be left to open it again."""


@transaction.atomic
def create_account(
    *,
    actor: Actor,
    person_key: str,
    name: str,
    email: str,
    password: str | None,
    now: datetime,
) -> Account:
    """Make a login for a person. Without a password the person logs in through OIDC, or sets one by e-mail.

    Raises CannotCreateAccount with the reason: taken, not an e-mail address, too weak a password.
    """
    require(actor, "access.create_account", now=now)
    account = Account(person_key=person_key, name=name.strip(), email=email.strip().lower(), created_at=now)
    _check(account, password)
    account.set_password(password)
    account.save()
    EmailAddress.objects.create(user=account, email=account.email, primary=True, verified=True)
    forget()
    record(
        actor=actor,
        event="access.account_created",
        subject=_subject(account),
        personal={"name": account.name, "email": account.email},
        now=now,
    )
    return account


@transaction.atomic
def close_account(*, actor: Actor, person_key: str, now: datetime) -> None:
    """Shut a login; roles stay as history and count for nothing meanwhile. Sessions and tokens stop at once."""
    require(actor, "access.close_account", now=now)
    if actor.key == person_key:
        raise CannotCloseAccount(_("Du kan ikke lukke din egen konto. Bed en anden administrator om det."))
    account = _account(person_key)
    if not account.is_active:
        return
    _set_open(account, is_open=False)
    record(actor=actor, event="access.account_closed", subject=_subject(account), now=now)


@transaction.atomic
def reopen_account(*, actor: Actor, person_key: str, now: datetime) -> None:
    """Open a closed login again."""
    require(actor, "access.close_account", now=now)
    account = _account(person_key)
    if account.is_active:
        return
    _set_open(account, is_open=True)
    record(actor=actor, event="access.account_reopened", subject=_subject(account), now=now)


def _subject(account: Account) -> Subject:
    """Return how the audit trail names an account."""
    return Subject("account", account.person_key, account.name)


def _set_open(account: Account, *, is_open: bool) -> None:
    account.is_active = is_open
    account.save(update_fields=["is_active"])
    forget()


def _account(person_key: str) -> Account:
    account = Account.objects.select_for_update().filter(person_key=person_key).first()
    if account is None:
        raise NotFound(_("Der findes ingen konto for %(person)s.") % {"person": person_key})
    return account


def _check(account: Account, password: str | None) -> None:
    try:
        validate_slug(account.person_key)
        validate_email(account.email)
        if password is not None:
            validate_password(password, account)
    except ValidationError as error:
        raise CannotCreateAccount(" ".join(error.messages)) from error
    if not account.name:
        raise CannotCreateAccount(_("Kontoen mangler et navn."))
    if Account.objects.filter(person_key=account.person_key).exists():
        raise CannotCreateAccount(_("%(person)s har allerede en konto.") % {"person": account.person_key})
    if Account.objects.filter(email__iexact=account.email).exists():
        raise CannotCreateAccount(_("E-mailadressen %(email)s hører til en anden konto.") % {"email": account.email})
