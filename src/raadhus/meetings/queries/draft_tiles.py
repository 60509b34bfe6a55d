"""The tile that tells an author what was returned, and those who approve what waits for them."""

from datetime import datetime

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.rooms import TileContent
from raadhus.meetings.queries.drafts import WAITING, DraftsAsked, draft_list, returned_to

_SHOWN = 5


def own_drafts(viewer: Actor, now: datetime) -> TileContent | None:
    """Return what was returned to the viewer and what waits for the viewer's approval; None when there is neither."""
    returned = returned_to(viewer, now) if viewer.kind is ActorKind.PERSON else []
    waiting = 0
    if may(viewer, "meetings.approve_draft", now=now):
        waiting = len(draft_list(viewer=viewer, asked=DraftsAsked(which=WAITING), now=now))
    if not returned and not waiting:
        return None
    return TileContent("meetings/tiles/own_drafts.html", {"returned": returned[:_SHOWN], "waiting": waiting})
