"""Save what is written in a draft: one section, the recommendations, or all that a page without scripts sends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.core.documents.text import blocks_to_json
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.errors import Conflict
from raadhus.meetings.models import CaseDraft, DraftSection, RecommendationVersion, SectionVersion
from raadhus.meetings.queries.draft_sight import draft_subject, writable_draft
from raadhus.meetings.queries.section_rows import (
    LeadOrPoint,
    newest_recommendations,
    newest_section,
    recommendation_stamps,
    recommendations_at,
    section_at,
    section_stamps,
    writable_section,
)
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.saving import Save, Verdict, judged, superfluous
from raadhus.meetings.rules.section_text import Part, edited_parts, heading_of, plain, text_of
from raadhus.meetings.rules.stale_text import StaleText, stale
from raadhus.meetings.rules.written_recommendations import WrittenPoint, checked, plain_points, tree_of

# So long every revision is there, for a page that was away to be merged with; of older ones the first of each minute stays.
_KEPT_WHOLE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that was written: its revision, and when. `newest` is greater when somebody wrote after it."""

    revision: int
    newest: int
    at: datetime


class TextChanged(Conflict):
    """Somebody else saved the same text after the revision that this one began from; `stale` is what to show."""

    def __init__(self, found: StaleText[Any]) -> None:
        """Make the sentence of who changed it."""
        super().__init__(
            _("%(name)s har ændret den samme tekst imens. Din tekst er ikke gået tabt: vælg, hvad der skal stå.")
            % {"name": found.by_name or _("En anden")}
        )
        self.stale = found


@transaction.atomic
def save_section(
    *,
    actor: Actor,
    draft_id: str | UUID,
    section_id: str | UUID,
    save: Save,
    heading: str,
    content: object,
    now: datetime,
) -> Saved:
    """Save one section as the editor's JSON says it.

    Raises TextChanged when it is based on an older revision and others wrote since, NotBlocks or SectionTooLarge for what
    is no text, SectionFrozen, CannotWrite, NotAllowed or NotFound.
    """
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    section = writable_section(draft, section_id)
    with said_aloud():
        mine = edited_parts(heading, content)
    newest = newest_section(section)
    found = judged(save, section.revision, section_stamps(section, save))
    if found.verdict is Verdict.REPEATED or mine == newest.parts:
        revision = found.revision if found.verdict is Verdict.REPEATED else section.revision
        return Saved(revision, section.revision, section.changed_at)
    if found.verdict is Verdict.STALE:
        raise TextChanged(stale(section_at(section, save.base), mine, newest, plain))
    return _write_section(actor, draft, section, parts=mine, save=save, now=now)


def _write_section(
    actor: Actor, draft: CaseDraft, section: DraftSection, *, parts: Sequence[Part], save: Save, now: datetime
) -> Saved:
    """Write the next revision and keep it; the text from before the first save is kept as revision 0."""
    if not section.versions.exists():
        _keep_section(section, section.changed_by_key, Save(0))
    section.heading, section.blocks = heading_of(parts), blocks_to_json(text_of(parts))
    section.revision += 1
    section.changed_at, section.changed_by_key, section.changed_by_name = now, actor.key, actor.name[:200]
    section.save()
    _keep_section(section, actor.key, save)
    _settle(actor, draft, SectionVersion.objects.filter(section=section), "meetings.section_written", now)
    return Saved(section.revision, section.revision, now)


def _keep_section(section: DraftSection, by_key: str, save: Save) -> None:
    SectionVersion.objects.create(
        section=section,
        revision=section.revision,
        heading=section.heading,
        blocks=section.blocks,
        saved_at=section.changed_at,
        saved_by_key=by_key,
        saved_by_name=section.changed_by_name,
        client_key=save.client_key,
        sequence=save.sequence,
    )


def _settle(actor: Actor, draft: CaseDraft, versions: QuerySet[Any], event: str, now: datetime) -> None:
    """Record the first of a page's saves that follow each other; thin out old revisions once a minute."""
    newest, *before = versions.order_by("-revision")[:2]
    follows = bool(before) and newest.client_key == before[0].client_key != ""
    if not follows or before[0].saved_at.minute != now.minute:
        old = versions.filter(saved_at__lt=now - _KEPT_WHOLE).order_by("revision")
        versions.filter(pk__in=superfluous(old.values_list("pk", "client_key", "saved_at"))).delete()
    CaseDraft.objects.filter(pk=draft.pk).update(changed_at=now)
    if not follows:
        record(actor=actor, event=event, subject=draft_subject(draft), now=now)


@transaction.atomic
def save_recommendations(
    *, actor: Actor, draft_id: str | UUID, save: Save, lead: str, points: Sequence[WrittenPoint], now: datetime
) -> Saved:
    """Save the recommendations with what leads in to them; lines without text are left out. Raises as save_section."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    with said_aloud():
        mine: tuple[LeadOrPoint, ...] = (" ".join(lead.split()), *checked(points))
    newest = newest_recommendations(draft)
    found = judged(save, newest.revision, recommendation_stamps(draft, save))
    if found.verdict is Verdict.REPEATED or mine == newest.parts:
        revision = found.revision if found.verdict is Verdict.REPEATED else newest.revision
        return Saved(revision, newest.revision, newest.at)
    if found.verdict is Verdict.STALE:
        raise TextChanged(stale(recommendations_at(draft, save.base), mine, newest, plain_points))
    if newest.revision == 0:
        author = Actor(ActorKind.PERSON, draft.author_key, draft.author_name)
        _keep_recommendations(draft, 0, author, Save(0), draft.created_at)
    draft.recommendation_lead = str(mine[0])
    draft.recommendations = tree_of(one for one in mine if isinstance(one, WrittenPoint))
    draft.save(update_fields=["recommendation_lead", "recommendations"])
    _keep_recommendations(draft, newest.revision + 1, actor, save, now)
    versions = RecommendationVersion.objects.filter(draft=draft)
    _settle(actor, draft, versions, "meetings.recommendations_written", now)
    return Saved(newest.revision + 1, newest.revision + 1, now)


def _keep_recommendations(draft: CaseDraft, revision: int, by: Actor, save: Save, now: datetime) -> None:
    RecommendationVersion.objects.create(
        draft=draft,
        revision=revision,
        lead=draft.recommendation_lead,
        recommendations=draft.recommendations,
        saved_at=now,
        saved_by_key=by.key,
        saved_by_name=by.name[:200],
        client_key=save.client_key,
        sequence=save.sequence,
    )
