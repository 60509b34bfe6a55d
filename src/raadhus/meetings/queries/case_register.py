"""What meetings hold under a case number, for the case's own page (the port CaseRegister).

It is made of the search's entries: those are disclosed, and a withheld item has no case number, so that nobody learns from a case
which closed item was about it.
"""

from collections.abc import Sequence
from datetime import datetime

from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import CaseEntry
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.queries.searching import search_source


class MeetingRegister:
    """The agenda items with a case number, each under the labels of those who may find it."""

    def entries(self, case_number: str) -> Sequence[CaseEntry]:
        """Return an entry per agenda item that is shown with the number."""
        items = AgendaItem.objects.filter(case_number=case_number, is_current=True).values_list("pk", flat=True)
        keys = [key for item in items for key in (str(item), f"{item}:closed")]
        found = search_source.entries(keys) if keys else ()
        return [
            CaseEntry(entry.date, entry.kind, f"{entry.facets['body']}: {entry.title}", entry.url, entry.allowed)
            for entry in found
            if entry.facets.get("case_number") == case_number
        ]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the same labels as in the search."""
        return search_source.viewer_labels(viewer, now)


case_register = MeetingRegister()
