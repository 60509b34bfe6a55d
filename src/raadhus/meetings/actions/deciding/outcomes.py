"""Outcomes are given, the decision is written in own words, and the last change is undone."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.obligations.public import parse_due
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.deciding.keeping import (
    OUTCOMES,
    TEXT,
    changed,
    keep_version,
    restore_version,
    reword,
    told,
)
from raadhus.meetings.models import GivenOutcome, Treatment, TreatmentVersion
from raadhus.meetings.queries.treatment_state import given_of, is_decided_elsewhere, nodes_of
from raadhus.meetings.queries.treatments import open_treatment
from raadhus.meetings.rules.deciding.choices import choices
from raadhus.meetings.rules.deciding.closing import normalised
from raadhus.meetings.rules.deciding.given import WHOLE, Given
from raadhus.meetings.rules.deciding.trees import every, reached
from raadhus.meetings.rules.drafts import CaseType

_LONGEST_BODY = 200


@transaction.atomic
def give_outcome(
    *,
    actor: Actor,
    treatment_id: str | UUID,
    recommendation_ids: Collection[str],
    given: Given | None,
    revision: int | None = None,
    now: datetime,
) -> int:
    """Give each of the named recommendations the outcome (None takes it away), and return the item's new revision.

    What stands under one follows it, unless it has been given something else.
    The id "" is the whole of an item without recommendations. Raises WrongInput, CannotTreat or TreatmentChanged.
    """
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    wanted = _checked_ids(treatment, recommendation_ids)
    kept = _checked(treatment, given)
    keep_version(treatment, actor, OUTCOMES, now)
    for one in wanted:
        _write(treatment, one, kept)
    if kept is not None:
        treatment.without_decision = False
    reword(treatment)
    told(actor, "outcome_given", treatment, now, count=len(wanted))
    return changed(treatment, now)


def _checked_ids(treatment: Treatment, wanted: Collection[str]) -> Collection[str]:
    nodes = nodes_of(treatment)
    known = {node.id for node in every(nodes)} or {WHOLE}
    if not wanted or not set(wanted) <= known:
        raise WrongInput(_("Indstillingen findes ikke på punktet. Hent siden igen."))
    return reached(nodes, wanted, given_of(treatment)) or wanted


def _checked(treatment: Treatment, given: Given | None) -> Given | None:
    if given is None:
        return None
    kept = normalised(given)
    if kept.outcome not in choices(decided_elsewhere=is_decided_elsewhere(treatment)):
        raise WrongInput(
            _("»%(outcome)s« kan ikke vælges: sagen afgøres i dette organ.") % {"outcome": _(kept.outcome.label)}
        )
    if kept.as_type and kept.as_type not in {one.value for one in CaseType}:
        raise WrongInput(_("Vælg, om sagen sendes videre som beslutningssag eller meddelelsessag."))
    if len(kept.to_body) > _LONGEST_BODY:
        raise WrongInput(
            _("Navnet på organet er for langt; det må højst fylde %(most)s tegn.") % {"most": _LONGEST_BODY}
        )
    return replace(kept, wanted=parse_due(kept.wanted).text) if kept.wanted else kept


def _write(treatment: Treatment, recommendation_id: str, given: Given | None) -> None:
    rows = GivenOutcome.objects.filter(treatment=treatment, recommendation_id=recommendation_id)
    if given is None:
        rows.delete()
        return
    values = {"remark": given.remark, "to_body": given.to_body, "as_type": given.as_type, "wanted": given.wanted}
    GivenOutcome.objects.update_or_create(
        treatment=treatment,
        recommendation_id=recommendation_id,
        defaults={"outcome": given.outcome.value, **values},
    )


@transaction.atomic
def write_decision(
    *,
    actor: Actor,
    treatment_id: str | UUID,
    text: str | None = None,
    public_decision: str | None = None,
    note: str | None = None,
    kept_reason: str | None = None,
    revision: int | None = None,
    now: datetime,
) -> int:
    """Write the decision in own words, and what stands around it; what is None stays as it is. Return the new revision.

    An empty text is the one that the outcomes give. `kept_reason` says why text and codes may differ. `note` is for the
    minute-takers alone and comes in no document.
    """
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    is_new = keep_version(treatment, actor, TEXT, now)
    if text is not None:
        treatment.is_own_words = bool(text.strip())
        treatment.decision_text = text.strip()
        reword(treatment)
    for name, value in (("public_decision", public_decision), ("note", note), ("kept_reason", kept_reason)):
        if value is not None:
            setattr(treatment, name, value.strip())
    if is_new:
        told(actor, "decision_written", treatment, now)
    return changed(treatment, now)


@transaction.atomic
def undo_last(*, actor: Actor, treatment_id: str | UUID, revision: int | None = None, now: datetime) -> int:
    """Undo the last change of the item's outcomes or texts, and return the new revision. Raises WrongInput when there is none."""
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    last = TreatmentVersion.objects.filter(treatment=treatment, undone_at=None).order_by("-revision").first()
    if last is None:
        raise WrongInput(_("Der er intet at fortryde på punktet."))
    restore_version(treatment, last, now)
    told(actor, "change_undone", treatment, now)
    return changed(treatment, now)
