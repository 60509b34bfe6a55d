"""A case is treated again: by the same body later, by its author first, or by another body. The new draft points at the one before."""

from datetime import datetime

from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.ids import new_id
from raadhus.meetings.models import Body, CaseDraft, DraftAttachment, DraftSection, Referral, Treatment
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.draft_sight import draft_subject
from raadhus.meetings.queries.treatment_state import given_of, nodes_of
from raadhus.meetings.rules.deciding.given import WHOLE
from raadhus.meetings.rules.deciding.onward import Onward, is_undecided, kept_tree, onward, wanted_day
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.states import BodyState

_COPIED = (
    "title",
    "case_number",
    "closed",
    "legal_ground",
    "public_title",
    "recommendation_lead",
    "author_key",
    "author_name",
    "unit_key",
    "estimated_minutes",
    "presenter",
    "template_key",
)


def treat_anew(treatment: Treatment, actor: Actor, now: datetime) -> None:
    """Make the new treatments that the item's outcomes ask for, and write down where the case went."""
    draft = treatment.draft
    given = given_of(treatment)
    decided_in = draft.decided_in.name if draft.decided_in else ""
    for one in onward(nodes_of(treatment), given, decided_in=decided_in):
        body = _body_called(one.to_body) if one.to_body else treatment.sitting.body
        made = _copy(draft, one, body, now) if body else None
        if made is not None and is_undecided(given):
            # Nobody has decided what was proposed: the new treatment is the proposal's.
            made.proposal_key, made.standing_key = draft.proposal_key, draft.standing_key
            made.save(update_fields=["proposal_key", "standing_key"])
        Referral.objects.create(
            treatment=treatment,
            outcome=one.outcome.value,
            to_body=body,
            to_name=one.to_body or treatment.sitting.body.name,
            as_type=one.as_type,
            wanted=one.wanted,
            draft=made,
        )
        if made is not None:
            record(actor=actor, event="meetings.draft_created", subject=draft_subject(made), now=now)


def _body_called(name: str) -> Body | None:
    """Return the body of ours with this name that meets, or None: a case may go to a body that is not kept here."""
    wanted = name.strip().casefold()
    every = Body.objects.filter(municipality="", state=BodyState.ACTIVE.value).order_by("key")
    return next((one for one in every if wanted in {one.name.casefold(), one.key}), None)


def _copy(draft: CaseDraft, one: Onward, body: Body, now: datetime) -> CaseDraft:
    """Return the new draft, with the texts and attachments as they were decided upon."""
    same = body.pk == draft.body_id
    copied = {name: getattr(draft, name) for name in _COPIED}
    whole = one.ids == {WHOLE}
    made = CaseDraft.objects.create(
        **copied,
        body=body,
        case_type=_type(draft, one, body),
        recommendations=draft.recommendations if whole else kept_tree(draft.recommendations, one.ids),
        state=_state(one, same=same).value,
        return_reason=(one.reason or "–") if one.outcome is Outcome.RETURNED else "",
        wanted_date=wanted_day(one.wanted),
        previous=draft,
        decided_in_id=draft.decided_in_id if draft.decided_in_id != body.pk else None,
        created_at=now,
        changed_at=now,
    )
    _copy_texts(draft, made, now)
    return made


def _state(one: Onward, *, same: bool) -> DraftState:
    """Return where the new draft stands: approved in the body that has approved it before, proposed in another, back with its author."""
    if one.outcome is Outcome.RETURNED:
        return DraftState.RETURNED
    return DraftState.APPROVED if same else DraftState.PROPOSED


def _type(draft: CaseDraft, one: Onward, body: Body) -> str:
    known = [kind.value for kind in body_rules(body).case_types]
    return next((kind for kind in (one.as_type, draft.case_type) if kind in known), known[0])


def _copy_texts(draft: CaseDraft, made: CaseDraft, now: datetime) -> None:
    sections = DraftSection.objects.filter(draft=draft).order_by("position")
    for section in sections:
        section.pk, section.draft, section.revision, section.changed_at = new_id(), made, 0, now
    DraftSection.objects.bulk_create(sections)
    files = DraftAttachment.objects.filter(draft=draft, replaced_at=None, removed_at=None).order_by("position")
    for file in files:
        file.pk, file.draft, file.series, file.version = new_id(), made, new_id(), 1
    DraftAttachment.objects.bulk_create(files)
