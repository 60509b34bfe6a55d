"""The meeting is opened, closed when every item is done with, and opened again before its minutes are put up."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError
from raadhus.meetings.models import Sitting, Treatment, invite_members
from raadhus.meetings.queries.locked_sittings import locked_sitting, sitting_subject, touch_sitting
from raadhus.meetings.queries.treatments import clock_time
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.sittings import SittingState, SittingStep, stepped


class NotFinished(DomainError):
    """The meeting cannot be closed: items are not done with. `numbers` says which."""

    def __init__(self, numbers: Sequence[str]) -> None:
        """Take the numbers of the items that are open."""
        super().__init__(
            _("Mødet kan ikke afsluttes: punkt %(numbers)s er ikke afsluttet.") % {"numbers": ", ".join(numbers)}
        )
        self.numbers = tuple(numbers)


@transaction.atomic
def open_sitting(*, actor: Actor, sitting_id: str | UUID, revision: int | None = None, now: datetime) -> None:
    """Open the meeting: those who belong to the body are present until somebody says otherwise. Raises CannotStepSitting."""
    require(actor, "meetings.open_sitting", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    _step(sitting, SittingStep.OPEN)
    sitting.opened_at = now
    invite_members(sitting)
    touch_sitting(sitting, now, "state", "opened_at")
    record(actor=actor, event="meetings.sitting_opened", subject=sitting_subject(sitting), now=now)


def _step(sitting: Sitting, step: SittingStep) -> None:
    with said_aloud():
        sitting.state = stepped(SittingState(sitting.state), step).value


@transaction.atomic
def close_sitting(*, actor: Actor, sitting_id: str | UUID, revision: int | None = None, now: datetime) -> None:
    """Close the meeting. Raises NotFinished while an item is neither decided nor marked as without decision."""
    require(actor, "meetings.close_sitting", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    _step(sitting, SittingStep.CLOSE)
    undone = Treatment.objects.filter(sitting=sitting, decided_at=None).order_by("draft__position")
    numbers = [number or "–" for number in undone.values_list("number", flat=True)]
    if numbers:
        raise NotFinished(numbers)
    sitting.closed_at = now
    if localdate(now) == sitting.date:
        sitting.end_time = clock_time(now)
    touch_sitting(sitting, now, "state", "closed_at", "end_time")
    record(actor=actor, event="meetings.sitting_closed", subject=sitting_subject(sitting), now=now)


@transaction.atomic
def reopen_sitting(*, actor: Actor, sitting_id: str | UUID, revision: int | None = None, now: datetime) -> None:
    """Open a held meeting again, while its minutes are not put up for approval. What was decided stays decided."""
    require(actor, "meetings.close_sitting", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    _step(sitting, SittingStep.REOPEN)
    sitting.closed_at = None
    touch_sitting(sitting, now, "state", "closed_at")
    record(actor=actor, event="meetings.sitting_reopened", subject=sitting_subject(sitting), now=now)
