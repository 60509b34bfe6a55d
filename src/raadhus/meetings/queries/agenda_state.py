"""An agenda as it stands: what it would say if it were sent now, and what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raadhus.meetings.models import Meeting, Sitting, Treatment, fixed_templates
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.composition import gathered, item_key
from raadhus.meetings.queries.lint_settings import reading_settings
from raadhus.meetings.queries.wording import said
from raadhus.meetings.rules.agenda_checks import AgendaFinding, agenda_findings
from raadhus.meetings.rules.composing import composed
from raadhus.meetings.rules.lint import Severity, active, lint
from raadhus.meetings.rules.reading import Kind, Reading
from raadhus.meetings.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class AgendaState:
    """What would be sent, and the findings."""

    reading: Reading
    findings: Sequence[AgendaFinding]


def agenda_state(sitting: Sitting) -> AgendaState:
    """Return the agenda as it stands. It holds closed items in full: show it through a sight."""
    reading = gathered(sitting, Kind.AGENDA)
    wrong = agenda_findings(reading, body_rules(sitting.body), _fixed_points(sitting))
    return AgendaState(reading, (*wrong, *_language(sitting, reading)))


def _fixed_points(sitting: Sitting) -> frozenset[str | None]:
    """Return the keys of the items that stand on every agenda: the approval of the agenda, other business."""
    rows = Treatment.objects.filter(sitting=sitting, draft__template_key__in=fixed_templates())
    return frozenset(str(item_key(one, Kind.AGENDA)) for one in rows.values_list("pk", flat=True))


def _language(sitting: Sitting, reading: Reading) -> Iterator[AgendaFinding]:
    """Yield what the linter calls errors and nobody has let be: one may send all the same, but not publish."""
    page = composed(reading)
    settings = reading_settings(sitting.body, sitting.pk, page.reading)
    for one in active(lint(page.reading, page.text, settings=settings)):
        if one.severity is Severity.ERROR and one.item is not None:
            number = page.reading.items[one.item].number or str(one.item + 1)
            text = Sentence("Punkt %(number)s: %(found)s", number=number, found=said(one.message))
            yield AgendaFinding(one.item, text, blocks=False)


def has_other_agenda(sitting: Sitting) -> bool:
    """Return whether another document is the agenda of that body, day and time: imported, or of a cancelled sitting."""
    same = Meeting.objects.filter(body_id=sitting.body_id, date=sitting.date, start_time=sitting.start_time)
    return same.filter(kind=Kind.AGENDA.value).exclude(sitting=sitting).exists()
