"""An item at a sitting for actions to write on: found and locked, or the sentence that says why it may not be written on."""

from datetime import datetime
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from raadhus.core.audit.public import Subject
from raadhus.kernel.errors import Conflict, DomainError, NotFound
from raadhus.meetings.models import Sitting, Treatment, TreatmentVersion
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.locked_sittings import locked_sitting
from raadhus.meetings.rules.sittings import SittingState


class TreatmentChanged(Conflict):
    """Somebody changed the item after the page was opened."""


class CannotTreat(DomainError):
    """The item cannot be changed as the meeting or the item stands."""


def locked_treatment(treatment_id: str | UUID, *, revision: int | None = None) -> Treatment:
    """Return the item with its sitting locked until the transaction ends. Raises NotFound.

    `revision` is the one that the page was opened at; raises TreatmentChanged when it is no longer that.
    """
    row = Treatment.objects.filter(pk=uuid_of(treatment_id)).values_list("sitting_id").first()
    if row is None:
        raise NotFound(_("Punktet findes ikke."))
    sitting = locked_sitting(row[0])
    # What lay before the lock may have changed while we waited for it.
    treatment = Treatment.objects.get(pk=uuid_of(treatment_id))
    treatment.sitting = sitting
    if revision is not None and treatment.revision != revision:
        raise TreatmentChanged(
            _("%(name)s har ændret punktet, siden du så det. Det, du skrev, står her endnu; se det andet først.")
            % {"name": _last_writer(treatment)}
        )
    return treatment


def open_treatment(treatment_id: str | UUID, *, revision: int | None = None) -> Treatment:
    """Return the item, locked, when it may be written on: the meeting is in session and the item is not decided. Raises CannotTreat."""
    treatment = locked_treatment(treatment_id, revision=revision)
    stop_unless_in_session(treatment.sitting)
    if treatment.decided_at is not None:
        raise CannotTreat(_("Punkt %(number)s er afsluttet. Genåbn det først.") % {"number": treatment.number})
    return treatment


def stop_unless_in_session(sitting: Sitting) -> None:
    """Raise CannotTreat unless the meeting is in session."""
    state = SittingState(sitting.state)
    if state is not SittingState.IN_SESSION:
        raise CannotTreat(
            _("Mødet står som »%(state)s«; der skrives referat, mens mødet er i gang.") % {"state": _(state.label)}
        )


def _last_writer(treatment: Treatment) -> str:
    last = TreatmentVersion.objects.filter(treatment=treatment).order_by("-revision").first()
    return last.saved_by_name if last else _("En anden")


def clock_time(moment: datetime | None) -> str:
    """Return the time of the day of a moment as "HH:MM", "" for none."""
    return localtime(moment).strftime("%H:%M") if moment else ""


def item_subject(treatment: Treatment) -> Subject:
    """Return how the audit trail names an item: by meeting and number, never by its title."""
    sitting = treatment.sitting
    label = f"{sitting.body.name} {sitting.date:%d-%m-%Y}, punkt {treatment.number}"
    return Subject("treatment", str(treatment.pk), label)
