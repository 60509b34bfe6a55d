"""The parts of a reading as plain JSON values: one form for what `parse --json` prints and for what the database keeps."""

from typing import Any

from raadhus.core.documents.text import blocks_to_json
from raadhus.meetings.rules.reading import (
    EarlierDecision,
    ReadDecision,
    Reading,
    ReadObligation,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    ReadWarning,
    Span,
)

Json = dict[str, Any]


def facts_to_json(reading: Reading) -> Json:
    """Return what a reading says about the meeting itself: kind, body, day, place and people."""
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
    }


def span_to_json(span: Span | None) -> Json | None:
    """Return a span as a plain dictionary, or None."""
    return None if span is None else {"page": span.page, "start": span.start, "end": span.end}


def section_to_json(section: ReadSection) -> Json:
    """Return a section with its blocks."""
    return {
        "kind": section.kind.value,
        "heading": section.heading,
        "text": section.text,
        "blocks": blocks_to_json(section.blocks),
        "source": span_to_json(section.source),
    }


def recommendation_to_json(recommendation: ReadRecommendation) -> Json:
    """Return a recommendation with those nested in it."""
    return {
        "label": recommendation.label,
        "text": recommendation.text,
        "children": [recommendation_to_json(child) for child in recommendation.children],
        "outcome": recommendation.outcome.value if recommendation.outcome else None,
        "remark": recommendation.remark,
        "source": span_to_json(recommendation.source),
    }


def decision_to_json(decision: ReadDecision | None) -> Json | None:
    """Return a decision, or None."""
    if decision is None:
        return None
    return {
        "body": decision.body,
        "date": decision.date,
        "text": decision.text,
        "outcome": decision.outcome.value if decision.outcome else None,
        "source": span_to_json(decision.source),
    }


def vote_to_json(vote: ReadVote) -> Json:
    """Return a vote; its counts are under "for", "against" and "abstain"."""
    return {
        "on": vote.on,
        "for": vote.in_favour,
        "against": vote.against,
        "abstain": vote.abstain,
        "result": vote.result.value if vote.result else None,
        "source": span_to_json(vote.source),
    }


def earlier_to_json(decision: EarlierDecision) -> Json:
    """Return what another body decided, or this one another day."""
    return {
        "body": decision.body,
        "date": decision.date,
        "text": decision.text,
        "source": span_to_json(decision.source),
    }


def obligation_to_json(obligation: ReadObligation) -> Json:
    """Return a suggested obligation."""
    return {
        "text": obligation.text,
        "owner": obligation.owner,
        "to_body": obligation.to_body,
        "due": obligation.due,
        "due_text": obligation.due_text,
        "due_inferred": obligation.due_inferred,
        "source": span_to_json(obligation.source),
    }


def warning_to_json(warning: ReadWarning) -> Json:
    """Return a warning with the span it is about."""
    return {"code": warning.code, "message": warning.message, "source": span_to_json(warning.source)}
