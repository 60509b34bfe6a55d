"""The minutes of a sitting on their way to being signed: put up, withdrawn, completed; the sitting moves with them."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.meetings.actions.minutes_steps import composed_minutes, step_along
from raadhus.meetings.actions.putting_up import put_up_document
from raadhus.meetings.models import Meeting, MinutesVersion, add_statement
from raadhus.meetings.models.sealing import Said
from raadhus.meetings.queries.minutes_versions import SignatoryRow, completeness_of, locked_version, signatories_of
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.rules.signing.statements import Act
from raadhus.meetings.rules.sittings import SittingStep


class CannotComplete(Conflict):
    """The signatures that the rule asks for are not there; the sentence says whose."""


@transaction.atomic
def put_up_minutes(*, actor: Actor, sitting_id: str | UUID, deadline: date | None = None, now: datetime) -> Meeting:
    """Make the minutes of a held sitting a document, put it up for approval and return it. Raises CannotPutUp, CannotSign."""
    require(actor, "meetings.put_up_minutes", now=now)
    meeting, roster = composed_minutes(actor=actor, sitting_id=sitting_id, now=now)
    put_up_document(actor=actor, meeting_id=meeting.pk, signatories=roster, deadline=deadline, now=now)
    step_along(actor=actor, meeting=meeting, step=SittingStep.PUT_UP, now=now)
    return meeting


@transaction.atomic
def withdraw_minutes(*, actor: Actor, meeting_id: str | UUID, reason: str, now: datetime) -> None:
    """Take minutes back before anybody has signed; they are then corrected and put up as a new version. Raises Conflict."""
    require(actor, "meetings.withdraw_minutes", now=now)
    version = locked_version(meeting_id)
    if version.completed_at is not None or version.statements.exists():
        raise Conflict(_("Nogen har allerede underskrevet. Referatet kan ikke trækkes tilbage; skriv en tilføjelse."))
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor referatet trækkes tilbage."))
    version.withdrawn_at, version.withdrawal_reason = now, reason.strip()
    version.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    step_along(actor=actor, meeting=version.meeting, step=SittingStep.TAKE_DOWN, now=now)
    data: dict[str, JSON] = {"version": version.number, "reason": reason.strip()}
    record(actor=actor, event="meetings.minutes_withdrawn", subject=subject_of(version.meeting), data=data, now=now)


@transaction.atomic
def complete_minutes(*, actor: Actor, meeting_id: str | UUID, now: datetime) -> None:
    """Complete minutes whose deadline has passed without those who are missing, or that need no signature.

    Raises CannotComplete when the rule is not fulfilled; docs/rules/signing.md says when it is.
    """
    require(actor, "meetings.complete_minutes", now=now)
    version = locked_version(meeting_id)
    if version.completed_at is not None:
        return
    rows = signatories_of(version)
    found = completeness_of(version, rows, localdate(now))
    if any(one.has_open_objection for one in rows):
        raise CannotComplete(_("Der er en indsigelse, som ikke er besvaret."))
    if not found.may_be_completed:
        names = ", ".join(found.missing)
        raise CannotComplete(_("Der mangler underskrift fra: %(names)s.") % {"names": names})
    _complete(version, rows, found.missing, actor=actor, now=now)


def completed_by_all(*, actor: Actor, version: MinutesVersion, now: datetime) -> bool:
    """Complete the minutes when all who must have answered, inside the caller's transaction; return whether they are."""
    rows = signatories_of(version)
    found = completeness_of(version, rows, localdate(now))
    if found.is_complete:
        _complete(version, rows, (), actor=actor, now=now)
    return found.is_complete


def _complete(
    version: MinutesVersion, rows: Sequence[SignatoryRow], missing: tuple[str, ...], *, actor: Actor, now: datetime
) -> None:
    signed = {Act.SIGNED, Act.SIGNED_WITH_RESERVATION}
    names = tuple(one.row.name for one in rows if one.signer.answer in signed)
    said = Said(Act.COMPLETED, version.meeting.body.name, "body", signed_by=names, missing=missing)
    add_statement(version, said, author=actor, at=now)
    version.completed_at = now
    version.save(update_fields=["completed_at"])
    step_along(actor=actor, meeting=version.meeting, step=SittingStep.SIGN_OFF, now=now)
    data: dict[str, JSON] = {"version": version.number, "root": version.root, "missing": list(missing)}
    record(actor=actor, event="meetings.minutes_completed", subject=subject_of(version.meeting), data=data, now=now)
