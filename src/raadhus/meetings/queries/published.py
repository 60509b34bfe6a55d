"""What the public is given as a whole: every published meeting of a body that citizens may follow, disclosed for them."""

from collections.abc import Iterator

from raadhus.meetings.models import Meeting
from raadhus.meetings.queries.records import records
from raadhus.meetings.queries.sight import Sight, visible_to
from raadhus.meetings.rules.disclosure import DisclosedMeeting, Level, disclose

PUBLIC_SIGHT = Sight(closed=False, unpublished=False, internal=False)
_STEP = 50


def published_meetings() -> Iterator[DisclosedMeeting]:
    """Yield every meeting that the public may see, oldest first, some at a time."""
    found = Meeting.objects.filter(visible_to(PUBLIC_SIGHT)).order_by("date", "start_time", "pk")
    ids = list(found.values_list("pk", flat=True))
    for start in range(0, len(ids), _STEP):
        some = Meeting.objects.filter(visible_to(PUBLIC_SIGHT), pk__in=ids[start : start + _STEP])
        for record in records(some.order_by("date", "start_time", "pk")):
            yield disclose(record, Level.PUBLIC)
