"""A reading as plain JSON values (docs/formats/meetings-parse)."""

from typing import Any

from raadhus.meetings.rules.reading import Reading, ReadItem
from raadhus.meetings.rules.reading_parts import (
    decision_to_json,
    earlier_to_json,
    facts_to_json,
    obligation_to_json,
    recommendation_to_json,
    section_to_json,
    span_to_json,
    vote_to_json,
    warning_to_json,
)


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """Return the reading in the format of `raadhus meetings parse --json`, one object for each file."""
    return {
        **facts_to_json(reading),
        "items": [_item(item) for item in reading.items],
        "warnings": [warning_to_json(warning) for warning in reading.warnings],
        "set_aside": [span_to_json(span) for span in reading.set_aside],
        "header_sources": {name: span_to_json(span) for name, span in reading.header_sources},
    }


def _item(item: ReadItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "closed": item.closed,
        "sections": [section_to_json(section) for section in item.sections],
        "recommendations": [recommendation_to_json(one) for one in item.recommendations],
        "decision": decision_to_json(item.decision),
        "votes": [vote_to_json(vote) for vote in item.votes],
        "earlier_decisions": [earlier_to_json(one) for one in item.earlier_decisions],
        "attachments": [attachment.title for attachment in item.attachments],
        "attachment_sources": [span_to_json(attachment.source) for attachment in item.attachments],
        "obligations": [obligation_to_json(obligation) for obligation in item.obligations],
        "source": span_to_json(item.source),
    }
