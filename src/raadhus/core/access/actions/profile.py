"""One's own account: the language, and logging out elsewhere."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account
from raadhus.core.access.queries.requirement import require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput


class UnknownLanguage(WrongInput):
    """The house does not speak it."""


def choose_language(*, actor: Actor, language: str, now: datetime) -> None:
    """Keep the language of one's own pages and e-mails. Raises UnknownLanguage."""
    require(actor, "access.read_own_account", now=now)
    if language not in dict(settings.LANGUAGES):
        raise UnknownLanguage(_("Vælg dansk eller engelsk."))
    Account.objects.filter(person_key=actor.key).update(language=language)


@transaction.atomic
def end_other_sessions(*, actor: Actor, keep: str | None, now: datetime) -> int:
    """Log oneself out everywhere but in the session `keep` (None: everywhere). Returns how many sessions ended."""
    require(actor, "access.end_session", now=now)
    sessions = list(UserSession.objects.filter(user__person_key=actor.key).exclude(session_key=keep or ""))
    for session in sessions:
        session.end()
    if sessions:
        subject = Subject("account", actor.key, actor.name)
        record(actor=actor, event="access.sessions_ended", subject=subject, data={"count": len(sessions)}, now=now)
    return len(sessions)
