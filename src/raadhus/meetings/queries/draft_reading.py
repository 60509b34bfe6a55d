"""One case gathered into a reading of its own, for the linter: as the item it would be on an agenda."""

from collections.abc import Iterable
from dataclasses import dataclass

from raadhus.core.documents.text import blocks_from_json, plain_text
from raadhus.meetings.models import CaseDraft, DraftAttachment, DraftSection
from raadhus.meetings.queries.composition import (
    read_asked,
    read_attachment,
    read_recommendations,
    read_sections,
)
from raadhus.meetings.rules.reading import Kind, Reading, ReadItem, SectionKind, Span

RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class GatheredDraft:
    """The reading, and for each of its sections as composed where it is written: a section's id or RECOMMENDATIONS."""

    reading: Reading
    places: tuple[str, ...]


def gathered_draft(draft: CaseDraft) -> GatheredDraft:
    """Return what the case says now. `draft.body` and `draft.sitting` are loaded or will be."""
    day = draft.sitting.date if draft.sitting else draft.wanted_date
    attachments = DraftAttachment.objects.filter(draft=draft, replaced_at=None, removed_at=None).order_by("position")
    sections = list(DraftSection.objects.filter(draft=draft).order_by("position", "pk"))
    item = ReadItem(
        number=None,
        title=draft.title,
        case_number=draft.case_number or None,
        closed=draft.closed,
        source=Span(0, 0),
        sections=(*read_sections(sections), *read_asked(draft)),
        recommendations=read_recommendations(draft.recommendations, {}),
        attachments=tuple(map(read_attachment, attachments)),
        public_title=(draft.public_title or None) if draft.closed else None,
        legal_ground=(draft.legal_ground or None) if draft.closed else None,
        late_reason=draft.late_reason or None,
    )
    body = draft.body
    reading = Reading(
        file="sag.txt",
        kind=Kind.AGENDA,
        municipality=body.municipality or None,
        body=body.name,
        date=day.isoformat() if day else None,
        start_time=None,
        end_time=None,
        place=None,
        participants=(),
        absent=(),
        items=(item,),
        warnings=(),
    )
    return GatheredDraft(reading, _places(draft, sections))


def _places(draft: CaseDraft, sections: Iterable[DraftSection]) -> tuple[str, ...]:
    """Return the places in the order in which `composed` sets the sections: background, recommendations, the rest."""
    said = [row for row in sections if _says(row)]
    first = [str(row.pk) for row in said if row.kind == SectionKind.BACKGROUND]
    rest = [str(row.pk) for row in said if row.kind != SectionKind.BACKGROUND]
    return (*first, *([RECOMMENDATIONS] if draft.recommendations else ()), *rest)


def _says(row: DraftSection) -> bool:
    return bool(plain_text(blocks_from_json(row.blocks)).strip())
