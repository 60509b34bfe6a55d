"""Who is in the room for an item: those who came, less those who came late, left, went out or are disqualified."""

from collections.abc import Iterable
from dataclasses import dataclass

from raadhus.kernel.sources import rule
from raadhus.meetings.rules.deciding.law import DISQUALIFICATION
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole


@dataclass(frozen=True, slots=True)
class Attendee:
    """One who belongs to the meeting; times are "HH:MM", empty for the whole meeting. `stands_in_for` is another's key."""

    key: str
    name: str
    role: MemberRole
    status: AttendanceStatus
    stands_in_for: str = ""
    arrived_time: str = ""
    left_time: str = ""

    @property
    def decides(self) -> bool:
        """True for a member, and for a substitute who stands in for one."""
        return self.role.takes_part or (self.role is MemberRole.SUBSTITUTE and bool(self.stands_in_for))


def away_for(people: Iterable[Attendee], *, started: str, ended: str) -> tuple[str, ...]:
    """Return the keys of those who came to the meeting but were not there for an item between two times of the day.

    Who leaves or comes while it is treated was there. An unknown time ("") is taken as if the person was there.
    """
    return tuple(
        one.key
        for one in people
        if one.status is AttendanceStatus.PRESENT
        and (
            (one.left_time and started and one.left_time <= started)
            or (one.arrived_time and ended and one.arrived_time >= ended)
        )
    )


@rule(DISQUALIFICATION)
def entitled(people: Iterable[Attendee], *, absent: Iterable[str], disqualified: Iterable[str]) -> tuple[Attendee, ...]:
    """Return those who take part in deciding an item.

    A disqualified member leaves the room while the item is deliberated and voted on; bodies without law borrow the rule.
    """
    out = {*absent, *disqualified}
    return tuple(one for one in people if one.decides and one.status is AttendanceStatus.PRESENT and one.key not in out)
