"""What stands in the head of a public page for machines: its permanent address and the meeting as linked data."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from raadhus.meetings.queries.addresses import item_paths, meeting_paths, whole_address
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting, Level
from raadhus.meetings.writer.linked_data import linked_data

# A data block is text to a browser, but its end must not be found inside it.
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True)
class PublicHead:
    """`canonical` is the page's own permanent address, `linked_data` a JSON-LD document that is safe inside a script element."""

    canonical: str
    linked_data: SafeString | None = None
    linked_data_url: str = ""


def public_head(meeting: DisclosedMeeting, published_at: datetime | None) -> PublicHead | None:
    """Return the head of a meeting's page as the public is given it; None for what has no permanent address."""
    path = meeting_paths([meeting.id]).get(meeting.id)
    if path is None or meeting.level is not Level.PUBLIC:
        return None
    paths, own = item_paths(meeting.id), whole_address(path)

    def named(item: DisclosedItem | None) -> str:
        if item is None:
            return own
        return whole_address(paths[item.id]) if item.id in paths and not item.withheld else f"{own}#{item.id}"

    data = linked_data(meeting, named, localdate(published_at) if published_at else None)
    # It is JSON with every sign escaped that could end the element it stands in.
    text = SafeString(json.dumps(data, ensure_ascii=False).translate(_ESCAPED))
    return PublicHead(own, text, f"{own}hent/jsonld/")


def item_head(meeting_id: UUID, item_id: str) -> PublicHead | None:
    """Return the head of an item's page; None for one that has no permanent address."""
    path = item_paths(meeting_id).get(item_id)
    return PublicHead(whole_address(path)) if path else None
