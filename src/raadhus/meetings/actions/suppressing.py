"""A rule of the linter is set aside for one case, with the reason, and put into force again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.meetings.models import CaseDraft, LintSuppression, Meeting, Treatment
from raadhus.meetings.queries.draft_sight import draft_subject, seen_draft, writable_draft
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.rules.lint import BY_CODE


@transaction.atomic
def suppress_finding(*, actor: Actor, draft_id: str | UUID, code: str, reason: str, now: datetime) -> None:
    """Set a rule aside for a case. Raises WrongInput without a reason, NotFound for a rule that is not there."""
    require(actor, "meetings.write_draft", now=now)
    _suppress(actor, writable_draft(draft_id, actor, now), code, reason, now)


@transaction.atomic
def let_be_at_the_gate(
    *, actor: Actor, meeting_id: str | UUID, item_number: str, code: str, reason: str, now: datetime
) -> None:
    """Set a rule aside for an item of a document written here: also after the meeting, for it changes no word of the case.

    Raises NotFound for an item that has no case here, WrongInput without a reason.
    """
    require(actor, "meetings.publish_meeting", now=now)
    meeting = Meeting.objects.filter(pk=uuid_of(meeting_id)).exclude(sitting=None).first()
    treatment = Treatment.objects.filter(sitting__documents=meeting, number=item_number).first() if meeting else None
    if treatment is None:
        raise NotFound(_("Punktet findes ikke."))
    _suppress(actor, seen_draft(treatment.draft_id, actor, now, lock=True), code, reason, now)


def _suppress(actor: Actor, draft: CaseDraft, code: str, reason: str, now: datetime) -> None:
    if code not in BY_CODE:
        raise NotFound(_("Reglen »%(code)s« findes ikke.") % {"code": code})
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor reglen ikke skal gælde her."))
    said = {"reason": reason.strip()[:2000], "suppressed_at": now, "suppressed_by_name": actor.name[:200]}
    LintSuppression.objects.update_or_create(draft=draft, code=code, defaults=said)
    event = "meetings.finding_suppressed"
    record(actor=actor, event=event, subject=draft_subject(draft), data={"code": code}, now=now)


@transaction.atomic
def unsuppress_finding(*, actor: Actor, draft_id: str | UUID, code: str, now: datetime) -> None:
    """Put a rule into force again for a case."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    gone, _rows = LintSuppression.objects.filter(draft=draft, code=code).delete()
    if gone:
        event = "meetings.finding_unsuppressed"
        record(actor=actor, event=event, subject=draft_subject(draft), data={"code": code}, now=now)
