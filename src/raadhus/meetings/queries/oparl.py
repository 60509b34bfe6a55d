"""Everything published as a tree of OParl files."""

from collections.abc import Iterator

from django.conf import settings

from raadhus.meetings.queries.naming import meeting_address
from raadhus.meetings.queries.published import published_meetings
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.record import AttachmentRecord
from raadhus.meetings.writer.oparl_tree import Site, oparl_tree


def public_tree(*, base: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of the tree that will lie at `base`."""
    site = Site(
        base=base,
        municipality=settings.MUNICIPALITY,
        website=f"{settings.ADDRESS}/",
        page=_page,
        file=_file,
    )
    return oparl_tree(tuple(published_meetings()), site)


def _page(meeting: DisclosedMeeting) -> str:
    return f"{settings.ADDRESS}{meeting_address(meeting.id)}"


def _file(_meeting: DisclosedMeeting, _item: DisclosedItem, _each: AttachmentRecord) -> str | None:
    return None
