"""The versions of a section: who saved them when, and what they changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from raadhus.core.documents.text import blocks_from_json
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import SectionVersion
from raadhus.meetings.queries.draft_sight import leave_draft_trace, may_write, seen_draft
from raadhus.meetings.queries.section_rows import section_of
from raadhus.meetings.rules.differences import Stretch, differences
from raadhus.meetings.rules.section_text import parts_of, plain

_SHOWN = 100
_READ = 3000


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version, with what it changed in the one before it."""

    revision: int
    saved_at: datetime
    saved_by: str
    changes: tuple[Stretch, ...]
    is_newest: bool


@dataclass(frozen=True, slots=True)
class SectionHistory:
    """A section's versions, newest first. `more` says that there are older ones than those shown."""

    draft_id: UUID
    draft_title: str
    section_id: UUID
    heading: str
    revision: int
    versions: tuple[VersionRow, ...]
    more: bool
    may_write: bool


def section_history(*, viewer: Actor, draft_id: str | UUID, section_id: str | UUID, now: datetime) -> SectionHistory:
    """Return the versions of a section. Raises NotFound."""
    draft = seen_draft(draft_id, viewer, now)
    leave_draft_trace(viewer, draft, now)
    section = section_of(draft, section_id)
    rows = _runs(section.versions.order_by("-revision")[:_READ])
    texts = [_plain(row) for row in rows] + [""]
    return SectionHistory(
        draft_id=draft.pk,
        draft_title=draft.title,
        section_id=section.pk,
        heading=section.heading,
        revision=section.revision,
        versions=tuple(
            VersionRow(
                revision=row.revision,
                saved_at=row.saved_at,
                saved_by=row.saved_by_name,
                changes=differences(texts[place + 1], texts[place]),
                is_newest=place == 0,
            )
            for place, row in enumerate(rows[:_SHOWN])
        ),
        more=len(rows) > _SHOWN,
        may_write=may_write(viewer, draft, now) and not section.is_frozen,
    )


def _plain(row: SectionVersion) -> str:
    return plain(parts_of(row.heading, blocks_from_json(row.blocks)))


def _runs(rows: Iterable[SectionVersion]) -> list[SectionVersion]:
    """Return the newest of each page's revisions in a minute: what a person looks for, not each pause in the typing."""
    runs = groupby(rows, key=lambda row: (row.client_key or row.pk, row.saved_at.replace(second=0, microsecond=0)))
    return [next(run) for _key, run in runs]
