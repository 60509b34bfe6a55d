"""The API of a case's texts: what the writing page saves through, and everyone else who writes (docs/rules/editor.md)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.draft_history import restore_section_version
from raadhus.meetings.actions.draft_structure import (
    add_section,
    change_section_kind,
    move_section,
    remove_section,
    restore_section,
)
from raadhus.meetings.actions.open_editors import mark_open_editor
from raadhus.meetings.actions.writing import Saved, TextChanged, save_recommendations, save_section
from raadhus.meetings.api.stale_texts import StaleOut, stale_points, stale_section
from raadhus.meetings.queries.section_history import SectionHistory, section_history
from raadhus.meetings.queries.writing import WritingPage, writing_page
from raadhus.meetings.rules.saving import Save
from raadhus.meetings.rules.written_recommendations import points_of

router = Router()


class SaveIn(Schema):
    """The revision that the text began from, the open page's key and its running number."""

    base_revision: int = Field(ge=0, le=2**31 - 1)
    client_id: str = Field("", max_length=64)
    sequence: int = Field(0, ge=0, le=2**62)

    def save(self) -> Save:
        """Return it as the rules have it."""
        return Save(self.base_revision, self.client_id, self.sequence)


class SectionTextIn(SaveIn):
    """A section's heading and text; `blocks` is the editor's JSON, a node "doc" with content."""

    heading: str = Field("", max_length=2000)
    blocks: dict[str, Any]


class RecommendationsIn(SaveIn):
    """The recommendations as a tree: [{"id", "text", "children": [{"id", "text"}]}]; ids are UUIDs and last."""

    lead: str = Field("", max_length=2000)
    recommendations: list[dict[str, Any]]


class SavedOut(Schema):
    """The revision that the save made, the newest there is, and when it was saved."""

    revision: int
    newest: int
    at: datetime


class NewSectionIn(Schema):
    """What a new section is about: background, statement, assessment, economy, process or other."""

    kind: str
    heading: str = ""


class SectionMadeOut(Schema):
    """The id of the section that was made."""

    id: UUID


class SectionKindIn(Schema):
    """What a section is about."""

    kind: str


class MoveIn(Schema):
    """How far a section is moved: -1 is one up."""

    steps: int = Field(ge=-100, le=100)


class PresenceIn(Schema):
    """The open page and the section it stands in: an id, "recommendations", or empty."""

    client_id: str = Field(max_length=64)
    place: str = Field("", max_length=36)


class VersionIn(Schema):
    """The version to make the newest, and the newest that was seen."""

    revision: int
    base_revision: int


_CHANGED = {200: SavedOut, 409: StaleOut}


@router.get("drafts/{uuid:draft_id}/text")
@door("meetings.read_own_drafts")
def draft_text(request: HttpRequest, draft_id: UUID) -> dict[str, Any]:
    """Return a case's sections and recommendations with their revisions."""
    return _page_json(writing_page(viewer=actor_of(request), draft_id=draft_id, now=timezone.now()))


@router.put("drafts/{uuid:draft_id}/sections/{uuid:section_id}", response=_CHANGED)
@door("meetings.write_draft")
def save_section_text(request: HttpRequest, draft_id: UUID, section_id: UUID, said: SectionTextIn) -> Status[Any]:
    """Save a section. 409 gives the other's text, and both brought together where that loses nothing."""
    try:
        saved = save_section(
            actor=actor_of(request),
            draft_id=draft_id,
            section_id=section_id,
            save=said.save(),
            heading=said.heading,
            content=said.blocks,
            now=timezone.now(),
        )
    except TextChanged as error:
        return Status(409, stale_section(error))
    return Status(200, saved)


@router.put("drafts/{uuid:draft_id}/recommendations", response=_CHANGED)
@door("meetings.write_draft")
def save_draft_recommendations(request: HttpRequest, draft_id: UUID, said: RecommendationsIn) -> Status[Any]:
    """Save the recommendations, all of them. 409 as for a section."""
    try:
        saved = save_recommendations(
            actor=actor_of(request),
            draft_id=draft_id,
            save=said.save(),
            lead=said.lead,
            points=points_of(said.recommendations),
            now=timezone.now(),
        )
    except TextChanged as error:
        return Status(409, stale_points(error))
    return Status(200, saved)


@router.post("drafts/{uuid:draft_id}/presence")
@door("meetings.write_draft")
def presence(request: HttpRequest, draft_id: UUID, said: PresenceIn) -> dict[str, Any]:
    """Say that a page is open, and get who else writes and the newest revisions."""
    here = mark_open_editor(
        actor=actor_of(request), draft_id=draft_id, client_key=said.client_id, place=said.place, now=timezone.now()
    )
    return {
        "writers": [{"name": one.name, "place": one.place} for one in here.writers],
        "sections": [{"id": key, "revision": revision} for key, revision in here.sections],
        "recommendations": here.recommendations,
    }


@router.post("drafts/{uuid:draft_id}/sections", response=SectionMadeOut)
@door("meetings.write_draft")
def add_draft_section(request: HttpRequest, draft_id: UUID, said: NewSectionIn) -> dict[str, str]:
    """Add a section at the end."""
    made = add_section(
        actor=actor_of(request), draft_id=draft_id, kind=said.kind, heading=said.heading, now=timezone.now()
    )
    return {"id": made}


@router.post("drafts/{uuid:draft_id}/sections/{uuid:section_id}/move", response={204: None})
@door("meetings.write_draft")
def move_draft_section(request: HttpRequest, draft_id: UUID, section_id: UUID, said: MoveIn) -> Status[None]:
    """Move a section up or down."""
    move_section(
        actor=actor_of(request), draft_id=draft_id, section_id=section_id, steps=said.steps, now=timezone.now()
    )
    return Status(204, None)


@router.put("drafts/{uuid:draft_id}/sections/{uuid:section_id}/kind", response={204: None})
@door("meetings.write_draft")
def change_draft_section_kind(
    request: HttpRequest, draft_id: UUID, section_id: UUID, said: SectionKindIn
) -> Status[None]:
    """Say what a section is about."""
    change_section_kind(
        actor=actor_of(request), draft_id=draft_id, section_id=section_id, kind=said.kind, now=timezone.now()
    )
    return Status(204, None)


@router.delete("drafts/{uuid:draft_id}/sections/{uuid:section_id}", response={204: None})
@door("meetings.write_draft")
def remove_draft_section(request: HttpRequest, draft_id: UUID, section_id: UUID, base_revision: int) -> Status[None]:
    """Take a section away; it can be put back."""
    remove_section(
        actor=actor_of(request), draft_id=draft_id, section_id=section_id, base=base_revision, now=timezone.now()
    )
    return Status(204, None)


@router.post("drafts/{uuid:draft_id}/removed-sections/{uuid:removed_id}/restore", response=SectionMadeOut)
@door("meetings.write_draft")
def restore_draft_section(request: HttpRequest, draft_id: UUID, removed_id: UUID) -> dict[str, str]:
    """Put a section that was taken away back."""
    return {
        "id": restore_section(actor=actor_of(request), draft_id=draft_id, removed_id=removed_id, now=timezone.now())
    }


@router.get("drafts/{uuid:draft_id}/sections/{uuid:section_id}/versions")
@door("meetings.read_own_drafts")
def section_versions(request: HttpRequest, draft_id: UUID, section_id: UUID) -> list[dict[str, Any]]:
    """Return a section's versions, newest first."""
    found = section_history(viewer=actor_of(request), draft_id=draft_id, section_id=section_id, now=timezone.now())
    return _versions_json(found)


@router.post("drafts/{uuid:draft_id}/sections/{uuid:section_id}/versions/restore", response=SavedOut)
@door("meetings.write_draft")
def restore_version(request: HttpRequest, draft_id: UUID, section_id: UUID, said: VersionIn) -> Saved:
    """Make an earlier version the newest."""
    return restore_section_version(
        actor=actor_of(request),
        draft_id=draft_id,
        section_id=section_id,
        revision=said.revision,
        base=said.base_revision,
        now=timezone.now(),
    )


def _versions_json(found: SectionHistory) -> list[dict[str, Any]]:
    return [{"revision": one.revision, "saved_at": one.saved_at, "saved_by": one.saved_by} for one in found.versions]


def _page_json(page: WritingPage) -> dict[str, Any]:
    fields = ("id", "kind", "heading", "content", "words", "revision", "is_frozen", "changed_at", "changed_by")
    said = page.recommendations
    return {
        "id": page.id,
        "title": page.title,
        "may_write": not page.refusal,
        "refusal": page.refusal,
        "sections": [{name: getattr(one, name) for name in fields} for one in page.sections],
        "recommendations": {
            "lead": said.lead,
            "points": [{"id": one.key, "text": one.text, "level": one.level} for one in said.points],
            "revision": said.revision,
            "changed_at": said.changed_at,
            "changed_by": said.changed_by,
        },
    }
