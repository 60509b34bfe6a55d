"""Every permanent address that leads somewhere now, with the moment of publication: nothing that closed content could move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from raadhus.meetings.models import PermanentAddress
from raadhus.meetings.queries.naming import page_at
from raadhus.meetings.queries.published import PUBLIC_SIGHT
from raadhus.meetings.queries.sight import visible_meetings

# What one sitemap may hold (sitemaps.org).
MOST = 50_000


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One page of the public site."""

    url: str
    published_at: datetime | None


def sitemap_entries() -> Sequence[SitemapEntry]:
    """Return the newest pages, meetings and open items, newest first."""
    rows = PermanentAddress.objects.filter(is_current=True, meeting__in=visible_meetings(PUBLIC_SIGHT))
    rows = rows.exclude(item__is_current=False).exclude(item__closed=True)
    found = rows.order_by("-meeting__published_at", "path").values_list("path", "meeting__published_at")
    return [SitemapEntry(page_at(path), moment) for path, moment in found[:MOST]]
