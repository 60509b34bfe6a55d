"""One case as a page: its facts, texts and attachments as they stand, what may be done with it, and what happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, may
from raadhus.core.audit.public import TrailEntry, trail
from raadhus.core.documents.public import open_file
from raadhus.core.documents.text import blocks_from_json, render_html
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import CaseDraft, DraftAttachment, DraftSection
from raadhus.meetings.queries.draft_sight import leave_draft_trace, may_withdraw, may_write, seen_draft
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.trails import Trail, trail_of_draft
from raadhus.meetings.rules.drafts import CaseType, DraftState, DraftStep, possible_steps


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section as HTML. `is_frozen`: as a room proposed it; it is never changed."""

    heading: str
    html: SafeString
    is_frozen: bool


@dataclass(frozen=True, slots=True)
class AttachmentShown:
    """An attachment with its earlier versions, the newest of them first."""

    id: str
    title: str
    name: str
    size: int
    version: int
    publish: bool
    added_at: datetime
    added_by: str
    url: str
    earlier: tuple["AttachmentShown", ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Everything the page of a case shows: `trail` is what was done with it here, `way` its treatments by all bodies."""

    draft: CaseDraft
    state: DraftState
    case_type: CaseType
    sections: Sequence[SectionShown]
    attachments: Sequence[AttachmentShown]
    removed: Sequence[AttachmentShown]
    trail: Sequence[TrailEntry]
    way: Trail
    steps: frozenset[str]
    may_write: bool
    earlier_url: str = ""
    proposal_url: str = ""

    @property
    def recommendations(self) -> Sequence[dict[str, object]]:
        """The recommendations as a tree."""
        found: Sequence[dict[str, object]] = self.draft.recommendations
        return found


def draft_page(*, viewer: Actor, draft_id: str | UUID, now: datetime) -> DraftPage:
    """Return one case; looking at a closed one that is not one's own leaves a trace. Raises NotFound."""
    draft = seen_draft(draft_id, viewer, now)
    leave_draft_trace(viewer, draft, now)
    rows = list(DraftAttachment.objects.filter(draft=draft).order_by("position", "-version"))
    return DraftPage(
        draft=draft,
        state=DraftState(draft.state),
        case_type=CaseType(draft.case_type),
        sections=[_section(one) for one in DraftSection.objects.filter(draft=draft).order_by("position")],
        attachments=[_attachment(one, rows) for one in rows if not one.replaced_at and not one.removed_at],
        removed=[_attachment(one, ()) for one in rows if one.removed_at and not one.replaced_at],
        trail=trail("draft", str(draft.pk)),
        way=trail_of_draft(viewer=viewer, draft=draft, now=now),
        steps=_steps(viewer, draft, now),
        may_write=may_write(viewer, draft, now),
        earlier_url=_seen_url(draft.previous_id, viewer, now),
        proposal_url=reverse("cases:proposal", args=[draft.proposal_key]) if draft.proposal_key else "",
    )


def _section(row: DraftSection) -> SectionShown:
    # The renderer of documents escapes every text; it is the one place that makes HTML of blocks.
    html = mark_safe(render_html(blocks_from_json(row.blocks)))  # noqa: S308 - made by the renderer just named
    return SectionShown(row.heading, html, row.is_frozen)


def _attachment(row: DraftAttachment, every: Sequence[DraftAttachment]) -> AttachmentShown:
    return AttachmentShown(
        id=str(row.pk),
        title=row.title,
        name=row.name,
        size=row.size,
        version=row.version,
        publish=row.publish,
        added_at=row.added_at,
        added_by=row.added_by_name,
        url=reverse("meetings:draft_attachment", args=[row.draft_id, row.pk]),
        earlier=tuple(_attachment(one, ()) for one in every if one.series == row.series and one.replaced_at),
    )


def _seen_url(draft_id: UUID | None, viewer: Actor, now: datetime) -> str:
    if draft_id is None:
        return ""
    try:
        return reverse("meetings:draft", args=[seen_draft(draft_id, viewer, now).pk])
    except NotFound:
        return ""


def _steps(viewer: Actor, draft: CaseDraft, now: datetime) -> frozenset[str]:
    """Return what the viewer may do with the case as it stands; "again" begins its next treatment."""
    unit = draft.unit_key or WHOLE_HOUSE
    allowed = {
        DraftStep.PROPOSE: may_write(viewer, draft, now),
        DraftStep.RETURN: may(viewer, "meetings.return_draft", unit=unit, now=now),
        DraftStep.APPROVE: may(viewer, "meetings.approve_draft", unit=unit, now=now),
        DraftStep.PLAN: may(viewer, "meetings.plan_draft", now=now),
        DraftStep.UNPLAN: may(viewer, "meetings.plan_draft", now=now),
        DraftStep.WITHDRAW: may_withdraw(viewer, draft, now),
        DraftStep.RESUME: may_withdraw(viewer, draft, now),
    }
    found = {step.value for step in possible_steps(DraftState(draft.state)) if allowed.get(step)}
    return frozenset(found | {"again"} if draft.state == DraftState.TREATED and allowed[DraftStep.RESUME] else found)


def draft_attachment(
    *, viewer: Actor, draft_id: str | UUID, attachment_id: str | UUID, now: datetime
) -> tuple[DraftAttachment, BinaryIO]:
    """Return an attachment of a case that the viewer may see, any version, with its open file. Raises NotFound."""
    draft = seen_draft(draft_id, viewer, now)
    leave_draft_trace(viewer, draft, now)
    row = DraftAttachment.objects.filter(pk=uuid_of(attachment_id), draft=draft).first()
    if row is None:
        raise NotFound(_("Bilaget findes ikke."))
    return row, open_file(row.sha256)
