"""Letting a call to the API, or a command, in: whose it is, and whether its verb is theirs."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext as _

from raadhus.core.access.actions.tokens import note_use
from raadhus.core.access.queries.actors import command_actor
from raadhus.core.access.queries.decisions import explain
from raadhus.core.access.queries.requests import actor_of, set_actor
from raadhus.core.access.queries.requirement import refusal
from raadhus.core.access.queries.second_factor import lacks_second_factor
from raadhus.core.access.queries.tokens import bearer_of
from raadhus.kernel.errors import DomainError, NotAllowed


class NotLoggedIn(DomainError):
    """The caller is nobody we know: no session, no usable key."""


class ApiCaller(StrEnum):
    """How the caller showed who it is."""

    SESSION = "session"
    KEY = "key"


def admit_api_call(request: HttpRequest, verb: str | None, *, now: datetime) -> ApiCaller:
    """Put the caller on the request and return how it was known. `verb` None is an unmarked operation: always shut.

    Raises NotLoggedIn when logging in would help, NotAllowed when not.
    """
    caller = _identify(request, now)
    if verb is None:
        raise NotAllowed(_("Døren her er lukket."))
    actor = actor_of(request)
    verdict = explain(actor, verb, now=now)
    if verdict.allowed:
        if caller is ApiCaller.SESSION and lacks_second_factor(request, now=now):
            raise NotAllowed(_("Din rolle kræver login i to trin. Sæt det op på din profil."))
        return caller
    if actor.is_public:
        raise NotLoggedIn(_("Log ind, eller send en API-nøgle."))
    raise NotAllowed(refusal(verdict.verb))


def _identify(request: HttpRequest, now: datetime) -> ApiCaller:
    scheme, _space, key = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return ApiCaller.SESSION
    bearer = bearer_of(key.strip(), now=now)
    if bearer is None:
        raise NotLoggedIn(_("API-nøglen er ukendt, udløbet eller tilbagekaldt."))
    set_actor(request, bearer.actor)
    note_use(actor=bearer.actor, token_id=bearer.token_id, now=now)
    return ApiCaller.KEY


def admit_command(verb: str | None, *, environ: Mapping[str, str], now: datetime) -> None:
    """Do nothing when whoever starts a command (RAADHUS_ACTOR, or the command line itself) may its verb.

    Raises NotAllowed; `verb` None is an unmarked command, which nobody may.
    """
    if verb is None:
        raise NotAllowed(_("Kommandoen siger ikke, hvad den kræver, og er derfor lukket."))
    verdict = explain(command_actor(environ), verb, now=now)
    if not verdict.allowed:
        raise NotAllowed(refusal(verdict.verb))
