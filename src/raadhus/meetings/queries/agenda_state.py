"""An agenda as it stands: what it would say if it were sent now, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.meetings.models import Meeting, Sitting
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.composition import gathered
from raadhus.meetings.rules.agenda_checks import AgendaFinding, agenda_findings
from raadhus.meetings.rules.reading import Kind, Reading


@dataclass(frozen=True, slots=True)
class AgendaState:
    """What would be sent, and the findings."""

    reading: Reading
    findings: Sequence[AgendaFinding]


def agenda_state(sitting: Sitting) -> AgendaState:
    """Return the agenda as it stands. It holds closed items in full: show it through a sight."""
    reading = gathered(sitting, Kind.AGENDA)
    return AgendaState(reading, tuple(agenda_findings(reading, body_rules(sitting.body))))


def has_other_agenda(sitting: Sitting) -> bool:
    """Return whether another document is the agenda of that body, day and time: imported, or of a cancelled sitting."""
    same = Meeting.objects.filter(body_id=sitting.body_id, date=sitting.date, start_time=sitting.start_time)
    return same.filter(kind=Kind.AGENDA.value).exclude(sitting=sitting).exists()
