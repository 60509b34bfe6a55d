"""Open items bring their case files with them: what an agenda names by number can be followed as a case."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from raadhus.core.cases.public import NotACaseNumber, case_by_number, open_case, set_closed_to_public
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.rules.matching import folded


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


def close_case_files(*, actor: Actor, items: Collection[UUID], now: datetime) -> int:
    """Close the cases that were opened for items which employees may no longer read, and return how many.

    A case stays open when another published item still says the same, and when somebody has taken it over: it then has
    an owner or a unit, who answer for its title. It is opened again by hand.
    """
    numbers = AgendaItem.objects.filter(pk__in=items).exclude(case_number="").values_list("case_number", flat=True)
    closed = 0
    for number in numbers.distinct():
        found = case_by_number(number)
        if found is None or found.closed_to_public or found.owner_key or found.unit_key:
            continue
        if folded(found.title) not in _titles_shown(number):
            set_closed_to_public(actor=actor, key=found.key, closed=True, now=now)
            closed += 1
    return closed


def _titles_shown(number: str) -> frozenset[str]:
    shown = AgendaItem.objects.filter(
        case_number=number, is_current=True, closed=False, meeting__published_at__isnull=False
    )
    return frozenset(folded(title) for title in shown.values_list("title", flat=True))
