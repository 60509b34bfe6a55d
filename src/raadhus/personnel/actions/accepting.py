"""HR says of something that stops the figures that it is right, and why; and takes that back, until a release has rested on it."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.core.organisation.public import people
from raadhus.core.workforce.public import payroll_known_to
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.personnel.models import FindingAcceptance
from raadhus.personnel.queries.findings import ACCEPT, finding_to_accept
from raadhus.personnel.rules.annotations import check_annotation
from raadhus.personnel.rules.checks.findings import Check

_LONGEST = 500


def accept_finding(*, actor: Actor, state: str, reason: str, now: datetime) -> FindingAcceptance:
    """Accept a finding as payroll tells it now. Raises NotFound, WrongInput without a reason or for what is never right, Conflict."""
    require(actor, ACCEPT, unit=WHOLE_HOUSE, now=now)
    found = finding_to_accept(actor, state, now=now)
    if not found.may_accept:
        raise WrongInput(_("Det fund kan ikke godtages. Ret det i lønsystemet eller i organisationen."))
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor det er rigtigt, så det kan forstås senere."))
    told = check_annotation(reason, [one.name for one in people(localdate(now))], longest=_LONGEST)
    try:
        with transaction.atomic():
            row = FindingAcceptance.objects.create(
                state=state,
                check_name=found.check,
                where=found.where,
                day_date=found.day,
                known_to_date=payroll_known_to() or found.day,
                reason=told,
                accepted_by=actor.name[:100],
                accepted_at=now,
            )
            _told(actor, row, "finding_accepted", now)
    except IntegrityError as error:
        raise Conflict(_("Fundet er allerede godtaget.")) from error
    return row


def refuse_finding_again(*, actor: Actor, state: str, now: datetime) -> None:
    """Let the finding stop the figures again. Raises NotFound, and Conflict when a release has rested on the acceptance."""
    require(actor, ACCEPT, unit=WHOLE_HOUSE, now=now)
    with transaction.atomic():
        row = FindingAcceptance.objects.select_for_update().filter(state=state, undone_at=None).first()
        if row is None:
            raise NotFound(_("Fundet er ikke godtaget."))
        if row.release_id is not None:
            raise Conflict(_("En udgivelse bygger på, at fundet er godtaget. Det kan ikke fortrydes længere."))
        row.undone_at = now
        row.save(update_fields=["undone_at"])
        _told(actor, row, "finding_refused_again", now)


def _told(actor: Actor, row: FindingAcceptance, event: str, now: datetime) -> None:
    """Record the kind and the month alone: whom or which unit it is about stands in the row, for HR."""
    subject = Subject("personnel_finding", str(row.pk), f"{Check(row.check_name).label}, {row.day_date:%m.%Y}")
    record(actor=actor, event=f"personnel.{event}", subject=subject, data={}, now=now)
