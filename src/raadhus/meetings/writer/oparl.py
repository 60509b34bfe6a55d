"""A meeting as OParl 1.1 JSON: one Meeting with its agenda items.

OParl knows one result for an item and none for a recommendation, so recommendations stand in keys of our own (with a
colon, which OParl keeps free for that). In a file of its own ids are URNs, because a file does not know at which address
it will be published; a tree of files (oparl_tree) gives each thing the address of its file.
"""

import json
from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.printed import PrintedMeeting, printed

TYPE = "https://schema.oparl.org/1.1/"
_ZONE = ZoneInfo("Europe/Copenhagen")

# From the kind of thing ("meetings", "agendaitems", "organizations") and its own key to its id.
Naming = Callable[[str, str], str]


def write_oparl(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as OParl JSON in UTF-8; what is not known is left out, as OParl wants it."""
    return as_bytes(oparl_meeting(meeting, _urn))


def as_bytes(value: Any) -> bytes:
    """Return plain JSON values as a file: UTF-8, keys in the order they were given."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _urn(kind: str, key: str) -> str:
    return f"urn:raadhus:{_ONE[kind]}:{_unspaced(key)}"


_ONE = {"meetings": "meeting", "agendaitems": "item", "organizations": "body"}


def _unspaced(key: str) -> str:
    return "".join(character if character.isprintable() and not character.isspace() else "-" for character in key)


def item_key(meeting: DisclosedMeeting, item: DisclosedItem) -> str:
    """Return the key of an item among all items; a withheld one has its meeting and its place, and nothing of its own."""
    return f"{meeting.id}-{item.id}" if item.withheld else item.id


def oparl_meeting(meeting: DisclosedMeeting, named: Naming) -> dict[str, Any]:
    """Return the meeting as an OParl Meeting; `named` gives each thing its id."""
    page = printed(meeting)
    values = {
        "id": named("meetings", meeting.id),
        "type": f"{TYPE}Meeting",
        "name": page.title,
        # OParl's own words: eingeladen is invited to, durchgeführt is held.
        "meetingState": "durchgeführt" if meeting.kind is Kind.MINUTES else "eingeladen",
        "start": _moment(meeting, meeting.start_time),
        "end": _moment(meeting, meeting.end_time),
        "organization": [named("organizations", meeting.body_slug)],
        **_own(meeting, page),
        "agendaItem": [oparl_item(meeting, place, named) for place in range(len(meeting.items))],
    }
    return known(values)


def _own(meeting: DisclosedMeeting, page: PrintedMeeting) -> dict[str, Any]:
    return {
        "raadhus:municipality": page.municipality,
        "raadhus:body": meeting.body,
        "raadhus:place": meeting.place,
        "raadhus:participants": list(meeting.participants),
        "raadhus:absent": list(meeting.absent),
    }


def _moment(meeting: DisclosedMeeting, clock: str | None) -> str | None:
    if meeting.date is None or clock is None:
        return None
    return datetime.combine(meeting.date, time.fromisoformat(clock), tzinfo=_ZONE).isoformat()


def oparl_item(meeting: DisclosedMeeting, place: int, named: Naming) -> dict[str, Any]:
    """Return the item at this place (from 0) as an OParl AgendaItem."""
    item = meeting.items[place]
    decision = item.decision
    return known(
        {
            "id": named("agendaitems", item_key(meeting, item)),
            "type": f"{TYPE}AgendaItem",
            "order": place,
            "number": item.number,
            "name": item.title,
            "public": not item.closed,
            "result": decision.outcome.label if decision and decision.outcome else None,
            "resolutionText": decision.text if decision else None,
            "raadhus:caseNumber": item.case_number,
            "raadhus:recommendations": [_recommendation(each) for each in item.recommendations],
            "raadhus:attachments": [each.title for each in item.attachments],
        }
    )


def _recommendation(each: RecommendationRecord) -> dict[str, Any]:
    return known(
        {
            "label": each.label,
            "text": each.text,
            "outcome": each.outcome,
            "remark": each.remark,
            "children": [_recommendation(child) for child in each.children],
        }
    )


def known(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}
