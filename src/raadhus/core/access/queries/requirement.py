"""`require`: the line every action begins with. It reads; a sensitive look-up leaves its trace as it does."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.queries.decisions import explain
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.rooms import Verb


def require(actor: Actor, verb: str, *, unit: str | None = None, now: datetime, subject: Subject | None = None) -> None:
    """Do nothing when the actor may; raise NotAllowed when not.

    A sensitive verb leaves a trace in the audit trail: who looked at `subject` (or, without one, used the verb).
    """
    verdict = explain(actor, verb, unit=unit, now=now)
    if not verdict.allowed:
        raise NotAllowed(refusal(verdict.verb))
    if verdict.verb.sensitive:
        _leave_trace(actor, verdict.verb, unit, subject, now)


def refusal(verb: Verb) -> str:
    """Return the Danish sentence of a refusal; it names the verb and nothing of the thing."""
    return _("Du har ikke adgang til at: %(label)s.") % {"label": _(verb.label)}


def _leave_trace(actor: Actor, verb: Verb, unit: str | None, subject: Subject | None, now: datetime) -> None:
    looked_at = subject or Subject("verb", verb.name, verb.label)
    with transaction.atomic():
        record(
            actor=actor,
            event="access.looked_up",
            subject=looked_at,
            data={"verb": verb.name, "label": verb.label, "unit": unit},
            now=now,
        )
