"""From a decision's prose to an outcome for each recommendation.

Three ways a text decides: it names recommendations ("indstilling a og b", "Ad 1", "1.-4. Anbefales."), it decides several
things by what they ask for (a noting and an approval), or it decides all of them at once ("Godkendt.").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from raadhus.meetings.reader.clauses import Clause, clauses
from raadhus.meetings.reader.verdicts import (
    has_remarks,
    is_motion,
    is_proposal,
    verdict,
    verdict_of_text,
    without_aside,
)
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.prose import sentences
from raadhus.meetings.rules.reading import ReadRecommendation
from raadhus.meetings.rules.tally import common_outcome

_SPLIT_VERBS = re.compile(
    r"\s*,?\s+(?:og|samt|men)\s+(?=(?:godkender|godkendte|tager|tog|drøfter|drøftede|anbefaler|beslutter|besluttede|vedtager|vedtog|tiltræder|tiltrådte)\b)",
    re.IGNORECASE,
)
_OWN_DECISION = re.compile(
    r"\b(?:beslutter|besluttes|besluttedes?|besluttet|vedtog|vedtager|ønsker|ønskede)\b", re.IGNORECASE
)
_SETTLED = re.compile(
    r"\bat\s+(?:sagen|punktet|indstillingen|spørgsmålet|den|det|der)\s+(?P<what>(?:udsæt|udsky|genoptag|send|oversend|videresend|henvis|tilbagesend|hjemvis|udgå|tages\s+af|afvis)\w*\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = re.compile(
    r"\bøvrig|\brest|^\W*(?:\w+\W*){1,3}$|indstilling|^\W*(?:godkendt|tiltrådt|anbefal|udsat|taget|tages|drøftet)|\bbegge\b|\balle\b",
    re.IGNORECASE,
)
_AS_ASKED = re.compile(r"\b(?:godkend|tiltr|som indstillet|efterretning|anbefal|drøft|følge)", re.IGNORECASE)
_ASKS = (
    (Outcome.APPROVED, re.compile(r"^\W*(?:at\s+)?(?:\w+\s+){0,3}?(?:godkend|tiltræd|vedta|anbefal)", re.IGNORECASE)),
    (
        Outcome.NOTED,
        re.compile(r"\btil\s+(?:efterretning|orientering)\b|\borienteres\b|\btager\b.*\borientering", re.IGNORECASE),
    ),
    (Outcome.DISCUSSED, re.compile(r"^\W*(?:at\s+)?(?:\w+\s+){0,3}?drøft", re.IGNORECASE)),
)
_APPROVALS = frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_REMARKS, Outcome.RECOMMENDED, Outcome.REPLACED})
_RESTS = frozenset({Outcome.NOTED, Outcome.DISCUSSED})

Decided = tuple[Outcome, str | None]


def decide(recommendations: Sequence[ReadRecommendation], text: str) -> tuple[ReadRecommendation, ...]:
    """Return the recommendations with the outcome that the decision's text gave each."""
    if not recommendations or not text:
        return tuple(recommendations)
    places = _places(recommendations)
    parts = clauses(text, places, len(recommendations))
    named = _named(parts)
    others = _remaining(parts) if named else _unnamed(recommendations, text)
    below = {label: named[place] for label, place in places.items() if place in named}
    return tuple(
        _with(rec, _pick(position, rec, named, others), below, _label(rec, position))
        for position, rec in enumerate(recommendations)
    )


def overall(recommendations: Iterable[ReadRecommendation], text: str) -> Outcome | None:
    """Return the item's outcome: what most decided recommendations got (the first in a tie), else what the text says."""
    outcomes = [rec.outcome for rec in recommendations if rec.outcome]
    if outcomes:
        return common_outcome(outcomes)
    return (verdict_of_text(text) or Outcome.OTHER) if text else None


def _pick(
    position: int, rec: ReadRecommendation, named: dict[int, Decided], others: dict[Outcome | None, Decided]
) -> Decided | None:
    if position in named:
        return named[position]
    return others.get(_asks(rec)) or others.get(None)


def _with(
    rec: ReadRecommendation, decided: Decided | None, below: Mapping[str, Decided], label: str
) -> ReadRecommendation:
    """Return the recommendation with its outcome; one under it has the same unless the text names it on its own ("1a")."""
    children = tuple(
        _with(child, below.get(path, decided), below, path)
        for path, child in zip(_paths(rec, label), rec.children, strict=True)
    )
    if decided is None:
        return replace(rec, children=children)
    outcome, remark = decided
    return replace(rec, outcome=outcome, remark=remark, children=children)


def _label(rec: ReadRecommendation, position: int) -> str:
    return (rec.label or str(position + 1)).casefold()


def _paths(rec: ReadRecommendation, label: str) -> list[str]:
    return [f"{label}{(child.label or '').casefold()}" for child in rec.children]


def _asks(rec: ReadRecommendation) -> Outcome:
    return next((outcome for outcome, pattern in _ASKS if pattern.search(rec.text)), Outcome.APPROVED)


def _places(recommendations: Sequence[ReadRecommendation]) -> dict[str, int]:
    """Return where each label stands; unlabelled ones answer to both numbers and letters."""
    places = {_label(rec, position): position for position, rec in enumerate(recommendations)}
    for position, rec in enumerate(recommendations):
        _place_below(rec, _label(rec, position), places)
    if all(rec.label is None for rec in recommendations):
        places |= {chr(ord("a") + position): position for position in range(min(len(recommendations), 26))}
    return places


def _place_below(rec: ReadRecommendation, label: str, places: dict[str, int]) -> None:
    """Give what stands under a recommendation places of its own, after every place that is taken."""
    for path, child in zip(_paths(rec, label), rec.children, strict=True):
        places.setdefault(path, max(places.values()) + 1)
        _place_below(child, path, places)


def _named(parts: Sequence[Clause]) -> dict[int, Decided]:
    """Return what the text says of recommendations that it names by their label."""
    found: dict[int, Decided] = {}
    waiting: list[int] = []
    for part in parts:
        if part.aside or is_motion(part.text):
            continue
        labels = part.positions
        outcome = _verdict_on(part) if labels or waiting else None
        if labels and outcome is None:
            waiting = labels
            continue
        if outcome and not (part.names and not labels):
            for position in labels or waiting:
                found.setdefault(position, (outcome, _remark(outcome, part.text)))
        waiting = []
    return found


def _verdict_on(part: Clause) -> Outcome | None:
    """Return the verdict; a clause that decides something of its own replaces the recommendation it names."""
    outcome, text = part.outcome, part.text
    approving = outcome in (Outcome.APPROVED, Outcome.APPROVED_WITH_REMARKS, None)
    if approving and _OWN_DECISION.search(text) and not _AS_ASKED.search(_own_part(text)):
        settled = _SETTLED.search(text)
        return (verdict(settled["what"]) if settled else None) or Outcome.REPLACED
    return outcome


def _own_part(clause: str) -> str:
    """Return the clause up to its deciding verb and the few words that follow; what is decided comes later and may use any word."""
    match = _OWN_DECISION.search(clause)
    return clause if match is None else clause[: match.end()] + " ".join(clause[match.end() :].split()[:3])


def _remark(outcome: Outcome, clause: str) -> str | None:
    return clause if outcome in (Outcome.APPROVED_WITH_REMARKS, Outcome.REPLACED, Outcome.DEFERRED) else None


def _remaining(parts: Sequence[Clause]) -> dict[Outcome | None, Decided]:
    """Return what a text that names some recommendations says of the others: a clause that names none."""
    for part in parts:
        outcome = None if part.aside or part.positions or is_proposal(part.text) else part.outcome
        if outcome and _OTHERS.search(part.text):
            return {None: (outcome, _remark(outcome, part.text))}
    return {}


def _unnamed(recommendations: Sequence[ReadRecommendation], text: str) -> dict[Outcome | None, Decided]:
    """Return what the text says without naming: by what is asked for when it does several things, else one thing for all."""
    whole = verdict_of_text(text)
    if whole is None:
        return {}
    asked = {_asks(rec) for rec in recommendations}
    done = _deeds(text)
    if len(asked) > 1 and len(asked & set(done)) > 1:
        return {kind: done[kind] for kind in asked if kind in done}
    return {None: (whole, _remark(whole, text))}


def _deeds(text: str) -> dict[Outcome | None, Decided]:
    """Return the things a text does: at most one noting, one discussing, one approving."""
    done: dict[Outcome | None, Decided] = {}
    for sentence in sentences(text):
        for part in _SPLIT_VERBS.split(without_aside(sentence.text)):
            outcome = verdict(part)
            if outcome is Outcome.APPROVED and has_remarks(part):
                outcome = Outcome.APPROVED_WITH_REMARKS
            if outcome in _RESTS:
                done.setdefault(outcome, (outcome, None))
            elif outcome in _APPROVALS and outcome:
                done.setdefault(Outcome.APPROVED, (outcome, _remark(outcome, part)))
    return done
