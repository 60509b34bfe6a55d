"""Saying that the missing step is on its way, and taking it back."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.refunds.queries.visibility import subject_of
from raadhus.refunds.queries.watching import one_visible
from raadhus.refunds.rules.acting import can_act, is_quiet
from raadhus.refunds.rules.watch import Next

_VERB = "refunds.act"


class CannotAct(Conflict):
    """There is nothing to say, or somebody has said it already."""


def act(*, actor: Actor, key: str, now: datetime) -> None:
    """Note that somebody has seen to the case's next step: reminders are quiet until its deadline passes. Raises CannotAct."""
    with transaction.atomic():
        require(actor, _VERB, now=now)
        row = one_visible(actor, key, now, verb=_VERB)
        acted_on = localdate(row.acted_at) if row.acted_at else None
        step, today = Next(row.next_step), localdate(now)
        if is_quiet(acted_on, step, row.deadline_date, today):
            raise CannotAct(_("Der er allerede meldt, at der er handlet."))
        if not can_act(acted_on, step, row.deadline_date, today):
            raise CannotAct(_("Der er ikke noget at handle på endnu: næste frist ligger længere fremme."))
        row.acted_at, row.acted_by = now, actor.key
        row.save(update_fields=["acted_at", "acted_by"])
        record(actor=actor, event="refunds.acted", subject=subject_of(row), now=now)


def undo_act(*, actor: Actor, key: str, now: datetime) -> None:
    """Take back that somebody has seen to it: reminders go on. Raises CannotAct."""
    with transaction.atomic():
        require(actor, _VERB, now=now)
        row = one_visible(actor, key, now, verb=_VERB)
        if row.acted_at is None:
            raise CannotAct(_("Der er ikke meldt noget, som kan fortrydes."))
        row.acted_at, row.acted_by = None, ""
        row.save(update_fields=["acted_at", "acted_by"])
        record(actor=actor, event="refunds.act_undone", subject=subject_of(row), now=now)
