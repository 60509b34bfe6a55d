"""Cases that come from elsewhere: a template, a room's frozen proposal, an earlier treatment."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.cases.public import Proposal, State, case, proposal
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.meetings.actions.drafts import create_draft
from raadhus.meetings.models import CaseDraft, DraftAttachment, DraftSection
from raadhus.meetings.queries.draft_sight import seen_draft
from raadhus.meetings.queries.templates import start_from_template, template_row
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.draft_start import DraftStart, NewSection
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.intake import frozen_start, frozen_table
from raadhus.meetings.rules.reading import SectionKind


class AlreadyTaken(Conflict):
    """The proposal or the earlier case is on its way to a body already."""


def create_draft_from_template(
    *, actor: Actor, body_key: str, template_key: str, title: str = "", now: datetime
) -> str:
    """Begin a case from a template and return its id."""
    content = template_row(template_key).content
    facts = DraftFacts(
        title=title or content.title or _("Ny sag"),
        case_type=content.case_type,
        estimated_minutes=content.minutes,
    )
    start = start_from_template(template_key)
    return create_draft(actor=actor, body_key=body_key, facts=facts, start=start, now=now)


@transaction.atomic
def create_draft_from_proposal(*, actor: Actor, proposal_key: str, body_key: str, now: datetime) -> str:
    """Begin a case from what a room proposed; the frozen content becomes sections that nobody changes.

    Raises AlreadyTaken, NoSuchProposal, or Conflict when the content is no longer what was frozen.
    """
    require(actor, "meetings.write_draft", now=now)
    found = proposal(actor, proposal_key, now=now).proposal
    taken = CaseDraft.objects.filter(proposal_key=proposal_key).exclude(state=DraftState.WITHDRAWN.value)
    if found.state is not State.PROPOSED or taken.exists():
        raise AlreadyTaken(_("Sagsforslaget er allerede på vej til et organ."))
    if not found.is_intact:
        raise Conflict(_("Sagsforslaget er ikke længere det, der blev frosset, og kan ikke bruges."))
    number = case(actor, found.case_key, now=now).case.case_number if found.case_key else ""
    facts = DraftFacts(title=found.title, case_number=number, closed=found.closed_to_public, unit_key=found.unit_key)
    return create_draft(actor=actor, body_key=body_key, facts=facts, start=_frozen(found), now=now)


def _frozen(found: Proposal) -> DraftStart:
    content = found.content
    return frozen_start(
        proposal_key=found.key,
        blocks=content.blocks,
        charts=[{"title": one.title, "alt": one.alt, "spec": dict(one.spec)} for one in content.charts],
        tables=[
            frozen_table(one.name, one.columns, one.rows, (one.unit, one.period, one.source)) for one in content.data
        ],
    )


@transaction.atomic
def create_draft_from_earlier(*, actor: Actor, draft_id: str | UUID, body_key: str = "", now: datetime) -> str:
    """Begin the next treatment of a case, in the same body or another, with the texts and attachments of the one before.

    Raises AlreadyTaken while another one that follows the same is on its way.
    """
    earlier = seen_draft(draft_id, actor, now)
    on_its_way = earlier.later.exclude(state__in=[DraftState.WITHDRAWN.value, DraftState.TREATED.value])
    if on_its_way.exists():
        raise AlreadyTaken(_("Sagen er allerede på vej til endnu en behandling."))
    sections = DraftSection.objects.filter(draft=earlier).order_by("position")
    start = DraftStart(
        sections=tuple(
            NewSection(SectionKind(one.kind), one.heading, one.blocks, is_frozen=one.is_frozen) for one in sections
        ),
        recommendation_lead=earlier.recommendation_lead,
        recommendations=earlier.recommendations,
        template_key=earlier.template_key,
        previous_id=str(earlier.pk),
    )
    made = create_draft(
        actor=actor, body_key=body_key or earlier.body_id, facts=_facts_of(earlier), start=start, now=now
    )
    _copy_attachments(earlier, made, now)
    return made


def _facts_of(earlier: CaseDraft) -> DraftFacts:
    return DraftFacts(
        title=earlier.title,
        case_number=earlier.case_number,
        case_type=earlier.case_type,
        closed=earlier.closed,
        legal_ground=earlier.legal_ground,
        public_title=earlier.public_title,
        estimated_minutes=earlier.estimated_minutes,
        presenter=earlier.presenter,
        decided_in=earlier.decided_in_id or "",
        unit_key=earlier.unit_key,
    )


def _copy_attachments(earlier: CaseDraft, made: str, now: datetime) -> None:
    rows = DraftAttachment.objects.filter(draft=earlier, replaced_at=None, removed_at=None).order_by("position")
    DraftAttachment.objects.bulk_create(
        DraftAttachment(
            draft_id=made,
            position=one.position,
            title=one.title,
            sha256=one.sha256,
            name=one.name,
            media_type=one.media_type,
            size=one.size,
            publish=one.publish,
            added_at=now,
            added_by_name=one.added_by_name,
        )
        for one in rows
    )
