"""Sections and recommendations of a draft for actions to write on, with their earlier revisions."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from raadhus.core.documents.text import blocks_from_json
from raadhus.kernel.errors import Conflict, NotFound
from raadhus.meetings.models import CaseDraft, DraftSection, RecommendationVersion, RemovedSection, SectionVersion
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.rules.saving import Save, Stamp
from raadhus.meetings.rules.section_text import Part, parts_of
from raadhus.meetings.rules.stale_text import Newest
from raadhus.meetings.rules.written_recommendations import WrittenPoint, points_of

LeadOrPoint = str | WrittenPoint


class SectionFrozen(Conflict):
    """A section that a room computed and froze is not written in."""


def section_of(draft: CaseDraft, section_id: str | UUID) -> DraftSection:
    """Return a section of the draft. Raises NotFound, and says so when somebody took it away."""
    section = DraftSection.objects.filter(draft=draft, pk=uuid_of(section_id)).first()
    if section is None:
        raise NotFound(_("Afsnittet findes ikke længere. En anden kan have fjernet det."))
    return section


def writable_section(draft: CaseDraft, section_id: str | UUID) -> DraftSection:
    """Return a section to write in. Raises NotFound or SectionFrozen."""
    section = section_of(draft, section_id)
    if section.is_frozen:
        raise SectionFrozen(
            _("Afsnittet er beregnet og frosset af det, der foreslog sagen. Skriv i et afsnit ved siden af.")
        )
    return section


def removed_section_of(draft: CaseDraft, removed_id: str | UUID) -> RemovedSection:
    """Return a section that was taken away. Raises NotFound."""
    removed = RemovedSection.objects.filter(draft=draft, pk=uuid_of(removed_id)).first()
    if removed is None:
        raise NotFound(_("Det fjernede afsnit findes ikke, eller det er lagt tilbage."))
    return removed


def section_stamps(section: DraftSection, save: Save) -> tuple[Stamp, ...]:
    """Return the stamps that a save of the section is judged by."""
    return _stamps(SectionVersion.objects.filter(section=section).filter(_concerning(save)))


def recommendation_stamps(draft: CaseDraft, save: Save) -> tuple[Stamp, ...]:
    """Return the stamps that a save of the recommendations is judged by."""
    return _stamps(RecommendationVersion.objects.filter(draft=draft).filter(_concerning(save)))


def _concerning(save: Save) -> Q:
    later = Q(revision__gt=save.base)
    return later | Q(client_key=save.client_key) if save.client_key else later


def _stamps(rows: Iterable[SectionVersion | RecommendationVersion]) -> tuple[Stamp, ...]:
    return tuple(Stamp(one.revision, one.client_key, one.sequence) for one in rows)


def newest_section(section: DraftSection) -> Newest[Part]:
    """Return what the section says now."""
    parts = parts_of(section.heading, blocks_from_json(section.blocks))
    return Newest(section.revision, parts, section.changed_by_name, section.changed_at)


def section_at(section: DraftSection, revision: int) -> tuple[Part, ...] | None:
    """Return what the section said at a revision, or at the nearest one before it that is kept; None when none is."""
    row = section.versions.filter(revision__lte=revision).order_by("-revision").first()
    return parts_of(row.heading, blocks_from_json(row.blocks)) if row else None


def recommendation_revision(draft: CaseDraft) -> int:
    """Return the revision of the draft's recommendations."""
    newest = RecommendationVersion.objects.filter(draft=draft).aggregate(newest=Max("revision"))["newest"]
    return int(newest or 0)


def newest_recommendations(draft: CaseDraft) -> Newest[LeadOrPoint]:
    """Return what the recommendations say now."""
    row = RecommendationVersion.objects.filter(draft=draft).order_by("-revision").first()
    parts: tuple[LeadOrPoint, ...] = (draft.recommendation_lead, *points_of(draft.recommendations))
    if row is None:
        return Newest(0, parts, draft.author_name, draft.created_at)
    return Newest(row.revision, parts, row.saved_by_name, row.saved_at)


def recommendations_at(draft: CaseDraft, revision: int) -> tuple[LeadOrPoint, ...] | None:
    """Return what the recommendations said at a revision, or at the nearest before it; None when none is kept."""
    rows = RecommendationVersion.objects.filter(draft=draft, revision__lte=revision)
    row = rows.order_by("-revision").first()
    return (row.lead, *points_of(row.recommendations)) if row else None
