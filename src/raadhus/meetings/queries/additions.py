"""What was added to signed minutes, for the record of a meeting. Undisclosed: `disclose` says who sees which."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.timezone import localdate

from raadhus.meetings.models import MinutesStatement
from raadhus.meetings.rules.record import Addition
from raadhus.meetings.rules.signing.statements import Act


def additions_to(meetings: Iterable[UUID]) -> Mapping[UUID, tuple[MinutesStatement, ...]]:
    """Return the additions of each meeting, oldest first, in one query."""
    rows = MinutesStatement.objects.filter(version__meeting__in=list(meetings), act=Act.ADDED)
    found: dict[UUID, tuple[MinutesStatement, ...]] = {}
    for row in rows.select_related("version").order_by("version", "sequence"):
        key = row.version.meeting_id
        found[key] = (*found.get(key, ()), row)
    return found


def additions_of(rows: Iterable[MinutesStatement], item_ids: list[str]) -> tuple[Addition, ...]:
    """Return the additions as the record has them; `item_ids` are the meeting's items in order."""
    return tuple(
        Addition(
            item_id=item_ids[row.remark_item - 1] if row.remark_item is not None else None,
            added_date=localdate(row.made_at),
            author=row.author_name,
            text=row.remark_text,
            is_public=row.remark_is_public,
        )
        for row in rows
        if row.remark_item is None or row.remark_item <= len(item_ids)
    )
