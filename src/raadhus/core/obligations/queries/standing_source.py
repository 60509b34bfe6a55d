"""Standing decisions in the one search."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from raadhus.core.access.public import may
from raadhus.core.obligations.models import StandingDecision
from raadhus.core.obligations.queries.visibility import sees_closed
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.rooms import SearchEntry


class StandingSource:
    """The search source. Labels: the owner, everything that is not closed, everything that is."""

    name = "standing"
    label = "Stående beslutninger"

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return all standing decisions, or those with the given keys."""
        rows = StandingDecision.objects.all()
        if keys is not None:
            rows = rows.filter(pk__in=[uuid.UUID(key) for key in keys])
        return [_entry(row) for row in rows.order_by("id")]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the same that queries/standing_visibility.py decides, as labels."""
        labels = {f"owner:{viewer.key}"} if viewer.kind is ActorKind.PERSON else set()
        if may(viewer, "obligations.read_standing", now=now):
            labels.add("open")
        if sees_closed(viewer, now):
            labels.add("closed")
        return frozenset(labels)


def _entry(row: StandingDecision) -> SearchEntry:
    seen_by = {"closed" if row.closed else "open"} | ({f"owner:{row.owner_key}"} if row.owner_key else set())
    return SearchEntry(
        key=str(row.pk),
        title=row.title,
        body=" · ".join(
            part for part in (row.text, row.owner_text, row.body, row.origin_label, row.remark) if part.strip()
        ),
        url=reverse("obligations:standing", args=[row.pk]),
        date=row.starts_date,
        kind="standing_decision",
        allowed=frozenset(seen_by),
        facets={"body": row.body},
    )


SEARCH = StandingSource()
