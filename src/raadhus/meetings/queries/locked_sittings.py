"""A sitting for an action to write on: found and locked, and its revision checked."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.audit.public import Subject
from raadhus.kernel.errors import Conflict, NotFound
from raadhus.meetings.models import Sitting
from raadhus.meetings.queries.locked import uuid_of


class SittingChanged(Conflict):
    """Somebody changed the sitting after the page was opened."""


def locked_sitting(sitting_id: str | UUID, *, revision: int | None = None) -> Sitting:
    """Return the sitting, locked until the transaction ends. Raises NotFound.

    `revision` is the one that the page was opened at; raises SittingChanged when it is no longer that.
    """
    sitting = Sitting.objects.select_for_update().filter(pk=uuid_of(sitting_id)).first()
    if sitting is None:
        raise NotFound(_("Mødet findes ikke."))
    if revision is not None and sitting.revision != revision:
        raise SittingChanged(
            _("Mødet er ændret af en anden, siden du åbnede siden. Se det, som det er nu, og prøv igen.")
        )
    return sitting


def touch_sitting(sitting: Sitting, now: datetime, *fields: str) -> None:
    """Save the named fields of a locked sitting, with its next revision."""
    sitting.revision += 1
    sitting.changed_at = now
    sitting.save(update_fields=[*fields, "revision", "changed_at"])


def sitting_subject(sitting: Sitting) -> Subject:
    """Return how the audit trail names a sitting."""
    return Subject("sitting", str(sitting.pk), f"{sitting.body.name} {sitting.date:%d-%m-%Y}")
