"""Everything published as a tree of OParl files, with the permanent addresses of pages and files."""

from collections.abc import Iterator
from functools import partial

from django.conf import settings

from raadhus.meetings.models import PermanentAddress
from raadhus.meetings.queries.addresses import whole_address
from raadhus.meetings.queries.naming import MARK
from raadhus.meetings.queries.published import published_meetings
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.record import AttachmentRecord
from raadhus.meetings.writer.oparl_tree import Site, oparl_tree


def public_tree(*, base: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of the tree that will lie at `base`."""
    rows = PermanentAddress.objects.filter(is_current=True).values_list("meeting_id", "item_id", "path")
    paths = {str(item or meeting): path for meeting, item, path in rows}
    site = Site(
        base=base,
        municipality=settings.MUNICIPALITY,
        website=f"{settings.ADDRESS}/",
        page=partial(_page, paths),
        file=partial(_file, paths),
    )
    return oparl_tree(tuple(published_meetings()), site)


def _page(paths: dict[str, str], meeting: DisclosedMeeting) -> str:
    return whole_address(paths[meeting.id])


def _file(paths: dict[str, str], _meeting: DisclosedMeeting, item: DisclosedItem, each: AttachmentRecord) -> str | None:
    if not each.sha256 or item.id not in paths:
        return None
    return f"{whole_address(paths[item.id])}bilag/{each.sha256[:MARK]}/"
