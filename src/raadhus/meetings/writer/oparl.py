"""A meeting as OParl 1.1 JSON: one Meeting with its agenda items.

OParl knows one result for an item and none for a recommendation, so recommendations stand in keys of our own (with a
colon, which OParl keeps free for that). Ids are URNs, because a file does not know at which address it will be published.
"""

import json
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.printed import printed

_TYPE = "https://schema.oparl.org/1.1/"
_ZONE = ZoneInfo("Europe/Copenhagen")


def write_oparl(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as OParl JSON in UTF-8; what is not known is left out, as OParl wants it."""
    page = printed(meeting)
    values = {
        "id": f"urn:raadhus:meeting:{meeting.id}",
        "type": f"{_TYPE}Meeting",
        "name": page.title,
        # OParl's own words: eingeladen is invited to, durchgeführt is held.
        "meetingState": "durchgeführt" if meeting.kind is Kind.MINUTES else "eingeladen",
        "start": _moment(meeting, meeting.start_time),
        "end": _moment(meeting, meeting.end_time),
        "organization": [f"urn:raadhus:body:{meeting.body_slug}"],
        "raadhus:municipality": page.municipality,
        "raadhus:body": meeting.body,
        "raadhus:place": meeting.place,
        "raadhus:participants": list(meeting.participants),
        "raadhus:absent": list(meeting.absent),
        "agendaItem": [_item(item, order) for order, item in enumerate(meeting.items)],
    }
    return (json.dumps(_known(values), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _moment(meeting: DisclosedMeeting, clock: str | None) -> str | None:
    if meeting.date is None or clock is None:
        return None
    return datetime.combine(meeting.date, time.fromisoformat(clock), tzinfo=_ZONE).isoformat()


def _item(item: DisclosedItem, order: int) -> dict[str, Any]:
    decision = item.decision
    return _known(
        {
            "id": f"urn:raadhus:item:{item.id}",
            "type": f"{_TYPE}AgendaItem",
            "order": order,
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
    return _known(
        {
            "label": each.label,
            "text": each.text,
            "outcome": each.outcome,
            "remark": each.remark,
            "children": [_recommendation(child) for child in each.children],
        }
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}
