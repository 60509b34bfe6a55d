"""The sections of a draft: added, moved, named another kind, taken away and put back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.meetings.models import CaseDraft, DraftSection, RemovedSection
from raadhus.meetings.queries.draft_sight import draft_subject, writable_draft
from raadhus.meetings.queries.section_rows import removed_section_of, section_of, writable_section
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.section_text import LONGEST_HEADING, WRITTEN_KINDS

MOST_SECTIONS = 60


class SectionWritten(Conflict):
    """Somebody wrote in a section after the page that takes it away was opened."""


@transaction.atomic
def add_section(*, actor: Actor, draft_id: str | UUID, kind: str, heading: str = "", now: datetime) -> str:
    """Add an empty section at the end and return its id. Raises WrongInput for a kind that authors do not write."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    chosen = _kind(kind)
    if DraftSection.objects.filter(draft=draft).count() >= MOST_SECTIONS:
        raise WrongInput(_("Sagen har %(most)s afsnit; der kan ikke være flere.") % {"most": MOST_SECTIONS})
    title = " ".join(heading.split())[:LONGEST_HEADING] or _(WRITTEN_KINDS[chosen])
    event = "meetings.section_added"
    return _appended(actor, draft, event, kind=chosen.value, heading=title, blocks=[], now=now)


def _kind(kind: str) -> SectionKind:
    for one in WRITTEN_KINDS:
        if one.value == kind:
            return one
    raise WrongInput(_("Der er ingen afsnit af arten »%(kind)s«.") % {"kind": kind})


def _appended(
    actor: Actor, draft: CaseDraft, event: str, *, kind: str, heading: str, blocks: object, now: datetime
) -> str:
    last = DraftSection.objects.filter(draft=draft).aggregate(last=Max("position"))["last"]
    section = DraftSection.objects.create(
        draft=draft,
        position=0 if last is None else last + 1,
        kind=kind,
        heading=heading,
        blocks=blocks,
        changed_at=now,
        changed_by_key=actor.key,
        changed_by_name=actor.name[:200],
    )
    record(actor=actor, event=event, subject=draft_subject(draft), now=now)
    return str(section.pk)


@transaction.atomic
def change_section_kind(
    *, actor: Actor, draft_id: str | UUID, section_id: str | UUID, kind: str, now: datetime
) -> None:
    """Say what a section is about. Its text and heading stay."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    section = section_of(draft, section_id)
    section.kind = _kind(kind).value
    section.save(update_fields=["kind"])
    record(actor=actor, event="meetings.section_moved", subject=draft_subject(draft), now=now)


@transaction.atomic
def move_section(*, actor: Actor, draft_id: str | UUID, section_id: str | UUID, steps: int, now: datetime) -> None:
    """Move a section up (negative) or down among the draft's sections; beyond the ends it stays at the end."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    moved = section_of(draft, section_id)
    others = list(DraftSection.objects.filter(draft=draft).order_by("position", "pk"))
    at = others.index(moved)
    others.insert(min(max(at + steps, 0), len(others) - 1), others.pop(at))
    for position, one in enumerate(others):
        one.position = position
    DraftSection.objects.bulk_update(others, ["position"])
    record(actor=actor, event="meetings.section_moved", subject=draft_subject(draft), now=now)


@transaction.atomic
def remove_section(*, actor: Actor, draft_id: str | UUID, section_id: str | UUID, base: int, now: datetime) -> None:
    """Take a section away; it is kept whole and can be put back. Raises SectionWritten when it is newer than `base`."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    section = writable_section(draft, section_id)
    if section.revision != base:
        raise SectionWritten(
            _("%(name)s har skrevet i afsnittet imens, så det er ikke fjernet. Se det, og prøv igen.")
            % {"name": section.changed_by_name}
        )
    RemovedSection.objects.create(
        draft=draft,
        position=section.position,
        kind=section.kind,
        heading=section.heading,
        blocks=section.blocks,
        removed_at=now,
        removed_by_name=actor.name[:200],
    )
    section.delete()
    record(actor=actor, event="meetings.section_removed", subject=draft_subject(draft), now=now)


@transaction.atomic
def restore_section(*, actor: Actor, draft_id: str | UUID, removed_id: str | UUID, now: datetime) -> str:
    """Put a section that was taken away back, at the end, and return its new id."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    removed = removed_section_of(draft, removed_id)
    event = "meetings.section_restored"
    kept = {"kind": removed.kind, "heading": removed.heading, "blocks": removed.blocks}
    made = _appended(actor, draft, event, **kept, now=now)
    removed.delete()
    return made
