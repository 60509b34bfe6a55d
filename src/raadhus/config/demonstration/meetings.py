"""The demonstration's meetings: its papers go through the public import, are confirmed and published. Safe to repeat."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files

from raadhus.config.demonstration.paper import document, file_name
from raadhus.config.demonstration.promises import confirm_promises
from raadhus.config.demonstration.year import BODIES, planned_year
from raadhus.kernel.actors import Actor
from raadhus.meetings.public import (
    BodyExists,
    ImportStatus,
    Profile,
    confirm_reading,
    create_body,
    import_document,
    publish_meeting,
)

PROFILES = {
    "Direktionen": Profile.EXECUTIVE_BOARD,
    "Chefforum": Profile.MANAGEMENT_FORUM,
    "Hovedudvalget": Profile.WORKS_COUNCIL,
    "Økonomiudvalget": Profile.FINANCE_COMMITTEE,
}
SAMPLES = {
    "referat-direktionen-2025-06-02.txt": date(2025, 6, 2),
    "dagsorden-direktionen-2025-09-16.txt": date(2025, 9, 16),
}

# The newest minutes wait for the secretary, so that there is something to confirm on the first day.
_NEWEST = timedelta(days=14)

# The minutes of a meeting were out three days after it, so that the demonstration's trail reads like a year of work.
_PUBLISHED_AFTER = timedelta(days=3)
_MORNING = time(10)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to import, the day its meeting is held, and whether it is confirmed and published afterwards."""

    name: str
    text: str
    day: date
    confirmed: bool
    published: bool


def load_bodies(*, actor: Actor, now: datetime) -> None:
    """Make the four bodies that are not there yet."""
    for plan in BODIES:
        try:
            create_body(actor=actor, name=plan.name, profile=PROFILES[plan.name], now=now)
        except BodyExists:
            continue


def papers(today: date) -> Iterator[Paper]:
    """Yield every document of the demonstration, oldest first: the two samples, then the year around `today`."""
    for name, day in SAMPLES.items():
        text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
        yield Paper(name, text, day, confirmed=True, published=True)
    for meeting in planned_year(today):
        if meeting.body is BODIES[0] and meeting.day in SAMPLES.values():
            continue
        held = meeting.day < today
        confirmed = not held or meeting.day < today - _NEWEST
        text = document(meeting, minutes=held)
        yield Paper(
            file_name(meeting, minutes=held), text, meeting.day, confirmed=confirmed, published=held and confirmed
        )


def load_meetings(*, actor: Actor, today: date, now: datetime) -> Iterator[str]:
    """Import every paper through the public import; yield the name of each file as it is done."""
    promised = 0
    for paper in papers(today):
        moment = min(now, datetime.combine(paper.day + _PUBLISHED_AFTER, _MORNING, now.tzinfo))
        result = import_document(actor=actor, name=paper.name, data=paper.text.encode(), now=moment)
        is_new = result.status is ImportStatus.NEW
        if is_new and paper.confirmed:
            confirm_reading(actor=actor, meeting_id=result.meeting_id, number=1, now=moment)
        if is_new and paper.published:
            publish_meeting(actor=actor, meeting_id=result.meeting_id, accept_warnings=True, now=moment)
            promised += confirm_promises(
                actor=actor, meeting_id=result.meeting_id, now=now, moment=moment, start=promised
            )
        yield paper.name
