"""A reading as the JSON that the database keeps: every value with its span, and nothing lost on the way back.

The public form (`parse --json`, DESIGN section 8) leaves out what a caller cannot use; this one is complete, because
a correction starts from it and two versions are compared by it.
"""

from collections.abc import Mapping
from typing import Any

from raadhus.core.documents.text import blocks_from_json
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    EarlierDecision,
    Kind,
    ReadDecision,
    Reading,
    ReadItem,
    ReadObligation,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    ReadWarning,
    SectionKind,
    Span,
)
from raadhus.meetings.rules.reading_parts import (
    Json,
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
from raadhus.meetings.rules.written_parts import (
    attachment_from_json,
    attachment_to_json,
    names_from_json,
    names_to_json,
    written_from_json,
    written_to_json,
)


def span_from_json(data: Mapping[str, Any] | None) -> Span | None:
    """Return the span of a dictionary, or None."""
    return None if data is None else Span(data["start"], data["end"], data.get("page"))


def _span(data: Mapping[str, Any] | None) -> Span:
    return span_from_json(data) or Span(0, 0)


def _outcome(value: str | None) -> Outcome | None:
    return Outcome(value) if value else None


def _section_from_json(data: Mapping[str, Any]) -> ReadSection:
    return ReadSection(
        kind=SectionKind(data["kind"]),
        heading=data["heading"],
        text=data["text"],
        blocks=blocks_from_json(data["blocks"]),
        source=_span(data["source"]),
    )


def _recommendation_from_json(data: Mapping[str, Any]) -> ReadRecommendation:
    return ReadRecommendation(
        label=data["label"],
        text=data["text"],
        children=tuple(_recommendation_from_json(child) for child in data["children"]),
        outcome=_outcome(data["outcome"]),
        remark=data["remark"],
        source=span_from_json(data["source"]),
    )


def _decision_from_json(data: Mapping[str, Any] | None) -> ReadDecision | None:
    if data is None:
        return None
    return ReadDecision(data["body"], data["date"], data["text"], _outcome(data["outcome"]), _span(data["source"]))


def _vote_from_json(data: Mapping[str, Any]) -> ReadVote:
    return ReadVote(
        on=data["on"],
        in_favour=data["for"],
        against=data["against"],
        abstain=data["abstain"],
        result=_outcome(data["result"]),
        source=span_from_json(data["source"]),
        **names_from_json(data),
    )


def _obligation_from_json(data: Mapping[str, Any]) -> ReadObligation:
    return ReadObligation(
        text=data["text"],
        owner=data["owner"],
        to_body=data["to_body"],
        due=data["due"],
        due_text=data["due_text"],
        due_inferred=data["due_inferred"],
        source=_span(data["source"]),
    )


def _item_to_json(item: ReadItem) -> Json:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "closed": item.closed,
        "source": span_to_json(item.source),
        "sections": [section_to_json(section) for section in item.sections],
        "recommendations": [recommendation_to_json(recommendation) for recommendation in item.recommendations],
        "decision": decision_to_json(item.decision),
        "votes": [vote_to_json(vote) | names_to_json(vote) for vote in item.votes],
        "earlier_decisions": [earlier_to_json(one) for one in item.earlier_decisions],
        "attachments": [attachment_to_json(one) for one in item.attachments],
        "obligations": [obligation_to_json(obligation) for obligation in item.obligations],
        "written": written_to_json(item),
    }


def _item_from_json(data: Mapping[str, Any]) -> ReadItem:
    return ReadItem(
        number=data["number"],
        title=data["title"],
        case_number=data["case_number"],
        closed=data["closed"],
        source=_span(data["source"]),
        sections=tuple(_section_from_json(section) for section in data["sections"]),
        recommendations=tuple(_recommendation_from_json(one) for one in data["recommendations"]),
        decision=_decision_from_json(data["decision"]),
        votes=tuple(_vote_from_json(vote) for vote in data["votes"]),
        earlier_decisions=tuple(
            EarlierDecision(one["body"], one["date"], one["text"], _span(one["source"]))
            for one in data["earlier_decisions"]
        ),
        attachments=tuple(attachment_from_json(one, _span(one["source"])) for one in data["attachments"]),
        obligations=tuple(_obligation_from_json(one) for one in data["obligations"]),
        **written_from_json(data.get("written", {})),
    )


def to_stored(reading: Reading) -> Json:
    """Return the reading as plain JSON values; `from_stored` gives the same reading back."""
    return {
        **facts_to_json(reading),
        "items": [_item_to_json(item) for item in reading.items],
        "warnings": [warning_to_json(one) for one in reading.warnings],
        "header_sources": [[name, span_to_json(span)] for name, span in reading.header_sources],
        "set_aside": [span_to_json(span) for span in reading.set_aside],
    }


def from_stored(data: Mapping[str, Any]) -> Reading:
    """Return the reading that `to_stored` wrote. Raises KeyError or ValueError when it is not one."""
    return Reading(
        file=data["file"],
        kind=Kind(data["kind"]),
        municipality=data["municipality"],
        body=data["body"],
        date=data["date"],
        start_time=data["start_time"],
        end_time=data["end_time"],
        place=data["place"],
        participants=tuple(data["participants"]),
        absent=tuple(data["absent"]),
        items=tuple(_item_from_json(item) for item in data["items"]),
        warnings=tuple(ReadWarning(one["code"], one["message"], _span(one["source"])) for one in data["warnings"]),
        header_sources=tuple((name, _span(span)) for name, span in data["header_sources"]),
        # Readings stored before it was kept have none.
        set_aside=tuple(_span(span) for span in data.get("set_aside", ())),
    )
