"""A meeting as JSON: the form of `raadhus meetings parse` with ids, without spans (there is no document to point into)."""

import json
from typing import Any

from raadhus.core.documents.text import blocks_to_json, plain_text
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.record import Addition, DecisionRecord, RecommendationRecord, VoteRecord
from raadhus.meetings.writer.exported import Format, file_name
from raadhus.meetings.writer.printed import PrintedItem, printed


def write_json(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as UTF-8 JSON, keys in a fixed order."""
    return (json.dumps(meeting_json(meeting), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def meeting_json(meeting: DisclosedMeeting) -> dict[str, Any]:
    """Return the meeting as plain JSON values."""
    return {
        "file": file_name(meeting, Format.JSON),
        "id": meeting.id,
        "kind": meeting.kind.value,
        "municipality": meeting.municipality,
        "body": meeting.body,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "place": meeting.place,
        "participants": list(meeting.participants),
        "absent": list(meeting.absent),
        "language": meeting.language,
        "items": [_item(item) for item in printed(meeting).items],
        "additions": [_addition(one) for one in meeting.additions],
        "warnings": [],
    }


def _item(page: PrintedItem) -> dict[str, Any]:
    item = page.item
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "closed": item.closed,
        "withheld": item.withheld,
        "sections": [
            {
                "kind": section.kind.value,
                "heading": section.heading,
                "text": plain_text(section.blocks),
                "blocks": blocks_to_json(section.blocks),
            }
            for section in page.sections
        ],
        "recommendations": [_recommendation(each) for each in item.recommendations],
        "decision": _decision(item.decision) | {"outcome": item.decision.outcome} if item.decision else None,
        "votes": [_vote(vote) for vote in item.votes],
        "earlier_decisions": [_decision(earlier) for earlier in item.earlier_decisions],
        "absent": list(item.absent),
        "disqualified": list(item.disqualified),
        "dissents": [{"by": one.by, "text": one.text} for one in item.dissents],
        "late_reason": item.late_reason,
        "legal_ground": item.legal_ground,
        "additions": [_addition(one) for one in item.additions],
        "obligations": [],
    } | _attachments(item)


def _addition(one: Addition) -> dict[str, Any]:
    return {"date": one.added_date.isoformat(), "author": one.author, "text": one.text}


def _attachments(item: DisclosedItem) -> dict[str, Any]:
    files = [{"title": each.title, "sha256": each.sha256} for each in item.attachments if each.sha256]
    return {"attachments": [each.title for each in item.attachments], "files": files}


def _recommendation(each: RecommendationRecord) -> dict[str, Any]:
    return {
        "label": each.label,
        "text": each.text,
        "children": [_recommendation(child) for child in each.children],
        "outcome": each.outcome,
        "remark": each.remark,
    }


def _decision(decision: DecisionRecord) -> dict[str, Any]:
    day = decision.date.isoformat() if decision.date else None
    return {"body": decision.body, "date": day, "text": decision.text}


def _vote(vote: VoteRecord) -> dict[str, Any]:
    counts = {"for": vote.in_favour, "against": vote.against, "abstain": vote.abstain}
    sides = (("for", vote.in_favour_names), ("against", vote.against_names), ("abstain", vote.abstain_names))
    names = {"names": {side: list(who) for side, who in sides}} if any(who for _, who in sides) else {}
    return {"on": vote.on, **counts, "result": vote.result, **names}
