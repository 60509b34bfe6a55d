"""A reading as plain JSON values (docs/formats/meetings-parse)."""

from collections.abc import Sequence
from typing import Any

from raadhus.core.documents.text import blocks_to_json
from raadhus.meetings.rules.reading import (
    EarlierDecision,
    ReadDecision,
    Reading,
    ReadItem,
    ReadObligation,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    Span,
)


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """Return the reading in the format of `raadhus meetings parse --json`, one object for each file."""
    return {
        "file": reading.file,
        "kind": reading.kind.value,
        "municipality": reading.municipality,
        "body": reading.body,
        "date": reading.date,
        "start_time": reading.start_time,
        "end_time": reading.end_time,
        "place": reading.place,
        "participants": list(reading.participants),
        "absent": list(reading.absent),
        "items": [_item(item) for item in reading.items],
        "warnings": [{"code": w.code, "message": w.message, "source": _span(w.source)} for w in reading.warnings],
        "set_aside": [_span(span) for span in reading.set_aside],
        "header_sources": {name: _span(span) for name, span in reading.header_sources},
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"page": span.page, "start": span.start, "end": span.end}


def _item(item: ReadItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "closed": item.closed,
        "sections": [_section(section) for section in item.sections],
        "recommendations": _recommendations(item.recommendations),
        "decision": _decision(item.decision),
        "votes": [_vote(vote) for vote in item.votes],
        "earlier_decisions": [_earlier(decision) for decision in item.earlier_decisions],
        "attachments": [attachment.title for attachment in item.attachments],
        "attachment_sources": [_span(attachment.source) for attachment in item.attachments],
        "obligations": [_obligation(obligation) for obligation in item.obligations],
        "source": _span(item.source),
    }


def _section(section: ReadSection) -> dict[str, Any]:
    return {
        "kind": section.kind.value,
        "heading": section.heading,
        "text": section.text,
        "blocks": blocks_to_json(section.blocks),
        "source": _span(section.source),
    }


def _recommendations(recommendations: Sequence[ReadRecommendation]) -> list[dict[str, Any]]:
    return [
        {
            "label": rec.label,
            "text": rec.text,
            "children": _recommendations(rec.children),
            "outcome": rec.outcome.value if rec.outcome else None,
            "remark": rec.remark,
            "source": _span(rec.source),
        }
        for rec in recommendations
    ]


def _decision(decision: ReadDecision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "body": decision.body,
        "date": decision.date,
        "text": decision.text,
        "outcome": decision.outcome.value if decision.outcome else None,
        "source": _span(decision.source),
    }


def _vote(vote: ReadVote) -> dict[str, Any]:
    return {
        "on": vote.on,
        "for": vote.in_favour,
        "against": vote.against,
        "abstain": vote.abstain,
        "result": vote.result.value if vote.result else None,
        "source": _span(vote.source),
    }


def _earlier(decision: EarlierDecision) -> dict[str, Any]:
    return {"body": decision.body, "date": decision.date, "text": decision.text, "source": _span(decision.source)}


def _obligation(obligation: ReadObligation) -> dict[str, Any]:
    return {
        "text": obligation.text,
        "owner": obligation.owner,
        "to_body": obligation.to_body,
        "due": obligation.due,
        "due_text": obligation.due_text,
        "due_inferred": obligation.due_inferred,
        "source": _span(obligation.source),
    }
