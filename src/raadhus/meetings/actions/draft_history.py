"""An earlier version of a section becomes its newest."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.documents.text import blocks_from_json, blocks_to_editor
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.actions.writing import Saved, save_section
from raadhus.meetings.queries.draft_sight import writable_draft
from raadhus.meetings.queries.section_rows import writable_section
from raadhus.meetings.rules.saving import Save


@transaction.atomic
def restore_section_version(
    *, actor: Actor, draft_id: str | UUID, section_id: str | UUID, revision: int, base: int, now: datetime
) -> Saved:
    """Make an earlier version the newest one, as a new revision. `base` is the newest that the person saw."""
    require(actor, "meetings.write_draft", now=now)
    section = writable_section(writable_draft(draft_id, actor, now), section_id)
    version = section.versions.filter(revision=revision).first()
    if version is None:
        raise NotFound(_("Versionen findes ikke."))
    content = blocks_to_editor(blocks_from_json(version.blocks))
    return save_section(
        actor=actor,
        draft_id=draft_id,
        section_id=section_id,
        save=Save(base),
        heading=version.heading,
        content=content,
        now=now,
    )
