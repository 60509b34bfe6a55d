"""What every write of a standing decision ends with: saved, in the trail, announced."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.obligations.models import StandingDecision
from raadhus.core.obligations.queries.standing_shapes import Standing, shown_standing
from raadhus.core.obligations.rules.digest import outward_name
from raadhus.kernel import changes
from raadhus.kernel.actors import Actor

SOURCE = "standing"


def told(*, row: StandingDecision, actor: Actor, event: str, now: datetime, reason: str = "") -> Standing:
    """Save, record and announce, and return what is shown of it."""
    row.changed_at = now
    row.save()
    noted(row=row, actor=actor, event=event, now=now, reason=reason)
    changes.announce(SOURCE, [str(row.pk)])
    return shown_standing(row, localdate(now), None)


def noted(
    *,
    row: StandingDecision,
    actor: Actor,
    event: str,
    now: datetime,
    reason: str = "",
    data: dict[str, JSON] | None = None,
) -> None:
    """Record what was done. Of a closed one the trail's chain holds the public label and no reason."""
    name = outward_name(text=row.title, closed=row.closed, public_label=row.public_label)
    personal: dict[str, JSON] | None = {"reason": reason} if row.closed and reason else None
    said: dict[str, JSON] = {**(data or {}), "reason": _("(lukket)") if row.closed else reason}
    record(
        actor=actor,
        event=event,
        subject=Subject("standing_decision", str(row.pk), name),
        data=said,
        personal=personal,
        now=now,
    )
