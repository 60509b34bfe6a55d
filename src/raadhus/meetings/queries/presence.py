"""Who else writes in a draft just now, and which revisions are the newest."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from raadhus.meetings.models import CaseDraft, DraftSection, OpenEditor
from raadhus.meetings.queries.section_rows import recommendation_revision

_HERE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class OtherWriter:
    """Somebody's open page, and the section it stands in: an id, "recommendations", or empty."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class OthersHere:
    """Who else is here, and the newest revision of each section in their order, and of the recommendations."""

    writers: tuple[OtherWriter, ...]
    sections: tuple[tuple[str, int], ...]
    recommendations: int


def others_here(draft: CaseDraft, client_key: str, now: datetime) -> OthersHere:
    """Return who else writes in the draft than the page itself, seen within half a minute."""
    rows = OpenEditor.objects.filter(draft=draft, seen_at__gt=now - _HERE).exclude(client_key=client_key)
    sections = DraftSection.objects.filter(draft=draft).order_by("position", "pk").values_list("pk", "revision")
    return OthersHere(
        writers=tuple(OtherWriter(one.name, one.place) for one in rows.order_by("name", "pk")),
        sections=tuple((str(key), revision) for key, revision in sections),
        recommendations=recommendation_revision(draft),
    )
