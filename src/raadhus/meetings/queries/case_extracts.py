"""An extract of a case across all meetings: for the public what is published, for those who may, what they may see."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.queries.addresses import item_paths, meeting_paths, whole_address, with_host
from raadhus.meetings.queries.disclosing import disclose_row
from raadhus.meetings.queries.naming import item_address, label_of, meeting_address
from raadhus.meetings.queries.published import PUBLIC_SIGHT
from raadhus.meetings.queries.records import records
from raadhus.meetings.queries.sight import Sight, sight_of, visible_meetings
from raadhus.meetings.rules.disclosure import DisclosedMeeting, Level, disclose
from raadhus.meetings.writer.case_extract import CaseExtract, Step, case_extract, items_of


def case_extract_for(*, viewer: Actor, case_number: str, internal: bool, now: datetime) -> CaseExtract:
    """Return the extract of the case with this number.

    The public one is the same for everybody who asks. The internal one is what the viewer may see, unpublished meetings and
    closed items too; that it was made leaves a trace. Raises NotAllowed, or NotFound when there is nothing to be seen.
    """
    number = case_number.strip()
    if internal:
        require(viewer, "meetings.extract_case_internal", now=now, subject=_subject(number))
    # Without a number it would be of every item that has none.
    steps = _steps(viewer, number, internal=internal, now=now) if number else []
    if not steps:
        raise NotFound(_("Der er ingen punkter med sagsnummer %(number)s, som du kan se.") % {"number": number})
    return case_extract(number, steps, made_on=localdate(now), is_internal=internal)


def _steps(viewer: Actor, number: str, *, internal: bool, now: datetime) -> list[Step]:
    return _internal_steps(viewer, number, now) if internal else _public_steps(number)


def _subject(number: str) -> Subject | None:
    """Return how the trail names the case; a number that only closed items have is not written there."""
    is_open = AgendaItem.objects.filter(case_number=number, is_current=True, closed=False).exists()
    return Subject("case", number, f"sag {number}") if is_open else None


def _public_steps(number: str) -> list[Step]:
    found = _meetings(number, PUBLIC_SIGHT).filter(
        items__closed=False, items__case_number=number, items__is_current=True
    )
    whole = records(Meeting.objects.filter(pk__in=found.values("pk")).order_by("date", "start_time", "kind", "pk"))
    disclosed = [disclose(record, Level.PUBLIC) for record in whole]
    paths = meeting_paths(meeting.id for meeting in disclosed)
    steps: list[Step] = []
    for meeting in disclosed:
        items = item_paths(meeting.id)
        for place in items_of(meeting, number):
            path = items.get(meeting.items[place].id) or paths.get(meeting.id, "")
            steps.append((meeting, place, _label(meeting), whole_address(path)))
    return steps


def _internal_steps(viewer: Actor, number: str, now: datetime) -> list[Step]:
    sight = sight_of(viewer, now)
    steps: list[Step] = []
    for row in _meetings(number, sight).order_by("date", "start_time", "kind", "pk"):
        meeting = disclose_row(viewer, row, sight, now, preview=False)
        for place in items_of(meeting, number):
            address = item_address(meeting.id, meeting.items[place].id)
            steps.append((meeting, place, _label(meeting), with_host(address)))
    return steps


def _meetings(number: str, sight: Sight) -> QuerySet[Meeting]:
    holding = AgendaItem.objects.filter(case_number=number, is_current=True).values("meeting")
    return visible_meetings(sight).filter(pk__in=holding)


def _label(meeting: DisclosedMeeting) -> str:
    if meeting.date is None:
        return meeting.body or meeting_address(meeting.id)
    return label_of(meeting.body or "", meeting.date, meeting.kind)
