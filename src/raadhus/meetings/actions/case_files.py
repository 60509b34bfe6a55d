"""Open items bring their case files with them: what an agenda names by number can be followed as a case."""

from datetime import datetime

from raadhus.core.cases.public import NotACaseNumber, case_by_number, open_case
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaItem, Meeting


def open_case_files(*, actor: Actor, meeting: Meeting, now: datetime) -> int:
    """Open a case for each open item whose number has none yet, and return how many.

    Done when a meeting is published, because employees may read every case's title. A closed item opens nothing: its
    number would tell what it is about. A number in another municipality's form is left alone; the item still shows it.
    """
    items = AgendaItem.objects.filter(meeting=meeting, is_current=True, closed=False).exclude(case_number="")
    opened = 0
    for number, title in items.order_by("position").values_list("case_number", "title"):
        if case_by_number(number) is not None:
            continue
        try:
            open_case(actor=actor, case_number=number, title=title, opened_date=meeting.date, now=now)
        except NotACaseNumber:
            continue
        opened += 1
    return opened
