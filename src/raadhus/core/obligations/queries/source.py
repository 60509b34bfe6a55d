"""Obligations in the one search."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Prefetch
from django.urls import reverse

from raadhus.core.obligations.models import Evidence, ObligationRecord
from raadhus.core.obligations.queries.visibility import sees_closed, units_seen
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.rooms import SearchEntry

NAME = "obligations"


class ObligationSource:
    """The search source. Labels: the owner, the unit, everything that is not closed, everything that is."""

    name = NAME
    label = "Forpligtelser"

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return all obligations, or those with the given keys."""
        rows = ObligationRecord.objects.prefetch_related(
            Prefetch("evidence", queryset=Evidence.objects.order_by("recorded_at", "id"))
        )
        if keys is not None:
            rows = rows.filter(pk__in=[uuid.UUID(key) for key in keys])
        return [_entry(row) for row in rows.order_by("id")]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the same that queries/visibility.py decides, as labels."""
        labels = {f"owner:{viewer.key}"} if viewer.kind is ActorKind.PERSON else set()
        units = units_seen(viewer, now)
        labels |= {"open"} if units is None else {f"unit:{unit}" for unit in units}
        if sees_closed(viewer, now):
            labels.add("closed")
        return frozenset(labels)


def _entry(row: ObligationRecord) -> SearchEntry:
    seen_by = {"closed"} if row.closed else {"open"} | ({f"unit:{row.unit_key}"} if row.unit_key else set())
    if row.owner_key:
        seen_by.add(f"owner:{row.owner_key}")
    evidence = " ".join(f"{one.text} {one.file_name}" for one in row.evidence.all())
    return SearchEntry(
        key=str(row.pk),
        title=row.text,
        body=" · ".join(
            part for part in (row.owner_text, row.to_body, row.origin_label, row.remark, evidence) if part.strip()
        ),
        url=reverse("obligations:obligation", args=[row.pk]),
        date=row.due_date,
        kind="obligation",
        allowed=frozenset(seen_by),
        facets={"body": row.to_body} if row.to_body else {},
    )


SEARCH = ObligationSource()
