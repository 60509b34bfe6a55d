"""Cases in the one search."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from raadhus.core.access.public import may
from raadhus.core.cases.models import CaseRecord
from raadhus.core.cases.queries.visibility import closed_units
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.rooms import SearchEntry

NAME = "cases"


class CaseSource:
    """The search source. Labels: every open case, every closed one, the closed ones of a unit, the owner's."""

    name = NAME
    label = "Sager"

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return all cases, or those with the given keys."""
        rows = CaseRecord.objects.all()
        if keys is not None:
            rows = rows.filter(pk__in=[uuid.UUID(key) for key in keys])
        return [_entry(row) for row in rows.order_by("id")]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the same that queries/visibility.py decides, as labels."""
        labels: set[str] = set()
        if may(viewer, "cases.read", now=now):
            labels.add("open")
            labels |= {f"owner:{viewer.key}"} if viewer.kind is ActorKind.PERSON else set()
        units = closed_units(viewer, now)
        labels |= {"closed"} if units is None else {f"unit:{unit}" for unit in units}
        return frozenset(labels)


def _entry(row: CaseRecord) -> SearchEntry:
    seen_by = {"open"}
    if row.closed_to_public:
        seen_by = {"closed"} | ({f"unit:{row.unit_key}"} if row.unit_key else set())
    if row.owner_key:
        seen_by.add(f"owner:{row.owner_key}")
    return SearchEntry(
        key=str(row.pk),
        title=f"{row.case_number} {row.title}",
        body=" · ".join(part for part in (row.kle_number, row.owner_text) if part),
        url=reverse("cases:case", args=[row.pk]),
        date=row.opened_date,
        kind="case",
        allowed=frozenset(seen_by),
    )


SEARCH = CaseSource()
