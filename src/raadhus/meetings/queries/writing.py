"""The page on which a case is written: its sections and recommendations with their revisions, for the page and the API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.documents.text import blocks_from_json, blocks_to_editor, render_html, render_markdown
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaVersion, CaseDraft, DraftSection, RemovedSection
from raadhus.meetings.queries.draft_findings import DraftFinding, DraftFindings, findings_of
from raadhus.meetings.queries.draft_reading import RECOMMENDATIONS
from raadhus.meetings.queries.draft_sight import leave_draft_trace, seen_draft, why_not_write
from raadhus.meetings.queries.section_rows import newest_recommendations
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.review_fields import SECTION_LABELS
from raadhus.meetings.rules.section_text import words
from raadhus.meetings.rules.submitted import Submitted, SubmittedSection
from raadhus.meetings.rules.written_recommendations import WrittenPoint


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """One section: `content` is the editor's JSON, `markdown` the same for a plain text field, `html` for reading."""

    id: UUID
    kind: str
    label: str
    heading: str
    content: Mapping[str, Any]
    markdown: str
    html: str
    words: int
    revision: int
    is_frozen: bool
    changed_at: datetime
    changed_by: str
    # Changed after the agenda was sent; readers have an older text.
    since_sent: bool
    findings: Sequence[DraftFinding] = ()


@dataclass(frozen=True, slots=True)
class WrittenRecommendations:
    """The recommendations as lines, with what leads in to them."""

    lead: str
    points: tuple[WrittenPoint, ...]
    revision: int
    changed_at: datetime
    changed_by: str
    since_sent: bool
    findings: Sequence[DraftFinding] = ()


@dataclass(frozen=True, slots=True)
class WritingPage:
    """A case as it is written. `refusal` says why the viewer may not write; empty when they may."""

    id: UUID
    title: str
    case_number: str
    body_key: str
    body_name: str
    state_label: str
    closed: bool
    sections: tuple[WrittenSection, ...]
    recommendations: WrittenRecommendations
    removed: Sequence[RemovedSection]
    refusal: str
    sent_at: datetime | None
    words: int
    findings: DraftFindings


def writing_page(
    *,
    viewer: Actor,
    draft_id: str | UUID,
    now: datetime,
    unsaved: Mapping[str, SubmittedSection | Submitted] = MappingProxyType({}),
) -> WritingPage:
    """Return the case with all its texts, those of `unsaved` as somebody typed them.

    Raises NotFound for a case that the viewer may not see; looking at a closed one leaves a trace.
    """
    draft = seen_draft(draft_id, viewer, now)
    leave_draft_trace(viewer, draft, now)
    sent, refusal = _sent_at(draft), why_not_write(viewer, draft, now)
    findings = findings_of(draft, may_write=refusal is None)
    rows = DraftSection.objects.filter(draft=draft).order_by("position", "pk")
    sections = tuple(_typed(_section(row, sent, findings), unsaved) for row in rows)
    recommendations, typed = _recommendations(draft, sent, findings), unsaved.get("recommendations")
    if isinstance(typed, Submitted):
        recommendations = replace(recommendations, lead=typed.lead, points=typed.written_points())
    return WritingPage(
        id=draft.pk,
        title=draft.title,
        case_number=draft.case_number,
        body_key=draft.body_id,
        body_name=draft.body.name,
        state_label=_(DraftState(draft.state).label),
        closed=draft.closed,
        sections=sections,
        recommendations=recommendations,
        removed=tuple(RemovedSection.objects.filter(draft=draft).order_by("-removed_at")),
        refusal=str(refusal) if refusal else "",
        sent_at=sent,
        words=sum(one.words for one in sections),
        findings=findings,
    )


def _typed(section: WrittenSection, unsaved: Mapping[str, SubmittedSection | Submitted]) -> WrittenSection:
    typed = unsaved.get(str(section.id))
    return (
        replace(section, heading=typed.heading, markdown=typed.text) if isinstance(typed, SubmittedSection) else section
    )


def _sent_at(draft: CaseDraft) -> datetime | None:
    if draft.sitting_id is None:
        return None
    sent = AgendaVersion.objects.filter(sitting=draft.sitting_id).order_by("-number").values_list("sent_at", flat=True)
    return sent.first()


def _section(row: DraftSection, sent: datetime | None, findings: DraftFindings) -> WrittenSection:
    blocks = blocks_from_json(row.blocks)
    return WrittenSection(
        id=row.pk,
        kind=row.kind,
        label=_(SECTION_LABELS[SectionKind(row.kind)]),
        heading=row.heading,
        content=blocks_to_editor(blocks),
        markdown=render_markdown(blocks, heading_level=1),
        html=render_html(blocks, heading_level=3),
        words=words(blocks),
        revision=row.revision,
        is_frozen=row.is_frozen,
        changed_at=row.changed_at,
        changed_by=row.changed_by_name,
        since_sent=bool(sent and row.revision and row.changed_at > sent),
        findings=findings.by_place.get(str(row.pk), ()),
    )


def _recommendations(draft: CaseDraft, sent: datetime | None, findings: DraftFindings) -> WrittenRecommendations:
    newest = newest_recommendations(draft)
    return WrittenRecommendations(
        lead=draft.recommendation_lead,
        points=tuple(one for one in newest.parts if isinstance(one, WrittenPoint)),
        revision=newest.revision,
        changed_at=newest.at,
        changed_by=newest.by_name,
        since_sent=bool(sent and newest.revision and newest.at > sent),
        findings=findings.by_place.get(RECOMMENDATIONS, ()),
    )
