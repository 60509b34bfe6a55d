"""What the gate looks at: one meeting as it is, as the public would be given it, and where it came from."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.queries.records import record_of, whole_items
from raadhus.meetings.rules.disclosure import DisclosedMeeting, Level, disclose
from raadhus.meetings.rules.record import MeetingRecord
from raadhus.meetings.rules.states import Origin


@dataclass
class GateSubject:
    """The meeting that stands at the gate, with what is worked out of it once. It holds closed content: it stays in this package."""

    meeting: Meeting

    @cached_property
    def record(self) -> MeetingRecord:
        """The whole meeting."""
        return record_of(self.meeting, whole_items(AgendaItem.objects.filter(meeting=self.meeting)))

    @cached_property
    def public(self) -> DisclosedMeeting:
        """The meeting as the public would be given it."""
        return disclose(self.record, Level.PUBLIC, preview=True)

    @cached_property
    def digest(self) -> str:
        """A digest of everything the meeting holds."""
        return hashlib.sha256(repr(self.record).encode(errors="replace")).hexdigest()

    @property
    def is_ours(self) -> bool:
        """True when the document was written here: what is wrong with it can be put right. An imported one says what it says."""
        reading = self.meeting.confirmed_reading or self.meeting.newest_reading
        return reading is not None and reading.origin == Origin.AUTHORED
