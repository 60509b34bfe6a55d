"""From a decision's prose to an outcome for each recommendation.

Three ways a text decides: it names recommendations ("indstilling a og b", "Ad 1", "1.-4. Anbefales."), it decides several
things by what they ask for (a noting and an approval), or it decides all of them at once ("Godkendt.").
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from raadhus.meetings.reader.sentences import sentences
from raadhus.meetings.reader.verdicts import has_remarks, is_aside, verdict, verdict_of_text
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import ReadRecommendation

_LABEL = r"(?:\d{1,2}|[a-zæøå])"
_LABELS = rf"{_LABEL}\b[.)]?(?:\s*(?:,\s*|og\s+|samt\s+|&\s*|[-–]\s*|til\s+){_LABEL}\b[.)]?)*"
_REFERENCE = re.compile(
    r"(?:\b(?:indstilling(?:en|ens|erne|ernes|s)?|anbefaling(?:en|ens|erne|s)?|beslutnings?|indstillings)?[\s-]*(?:at-)?(?:punkt(?:erne|er|et|ernes)?|pkt|dot)\.?\s*|"
    r"\bindstilling(?:en|erne|ens|ernes)?\s+(?:nr\.?\s*)?|\banbefaling(?:en|erne)?\s+|\bad\.?\s*|\blitra\s+|\bat\)?\s*(?=\d))"
    rf"(?P<labels>{_LABELS})(?![\w])",
    re.IGNORECASE,
)
_AT_LINE_START = re.compile(
    rf"^\s*(?:at\s*)?(?P<labels>{_LABELS})\s*[:.)–-]*\s*(?=[A-ZÆØÅ])|^\s*(?P<labels2>\d{{1,2}}[.)]?(?:\s*[-–]\s*\d{{1,2}}[.)]?)?)\s*[:–-]\s*",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?P<first>{_LABEL})[.)]?\s*(?:[-–]|til)\s*(?P<last>{_LABEL})\b", re.IGNORECASE)
_SPLIT_VERBS = re.compile(
    r"\s*,?\s+(?:og|samt|men)\s+(?=(?:godkender|godkendte|tager|tog|drøfter|drøftede|anbefaler|beslutter|besluttede|vedtager|vedtog|tiltræder|tiltrådte)\b)",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\s*,?\s+(?:mens|medens|men|idet|dog)\s+|,\s+(?=\d{1,2}[.)]\s)|\s+og\s+(?=\d{1,2}[.)]\s)|"
    r"\s*,?\s+og\s+(?=(?:udsæt|udsky|godkend|anbefal|drøft|tager|tog|afvis|tiltræ|sende|oversend)\w*\s)",
    re.IGNORECASE,
)
_OWN_DECISION = re.compile(r"\b(?:beslutter|besluttede|besluttet|vedtog|vedtager|ønsker|ønskede)\b", re.IGNORECASE)
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
    named = _named(recommendations, text)
    others = _unnamed(recommendations, text) if not named else _remaining(text)
    return tuple(_with(rec, _pick(position, rec, named, others)) for position, rec in enumerate(recommendations))


def overall(recommendations: Iterable[ReadRecommendation], text: str) -> Outcome | None:
    """Return the item's outcome: what most decided recommendations got (the first in a tie), else what the text says."""
    outcomes = [rec.outcome for rec in recommendations if rec.outcome]
    if outcomes:
        return Counter(outcomes).most_common(1)[0][0]
    return (verdict_of_text(text) or Outcome.OTHER) if text else None


def _pick(
    position: int, rec: ReadRecommendation, named: dict[int, Decided], others: dict[Outcome | None, Decided]
) -> Decided | None:
    if position in named:
        return named[position]
    return others.get(_asks(rec)) or others.get(None)


def _with(rec: ReadRecommendation, decided: Decided | None) -> ReadRecommendation:
    if decided is None:
        return rec
    outcome, remark = decided
    children = tuple(_with(child, decided) for child in rec.children)
    return replace(rec, outcome=outcome, remark=remark, children=children)


def _asks(rec: ReadRecommendation) -> Outcome:
    return next((outcome for outcome, pattern in _ASKS if pattern.search(rec.text)), Outcome.APPROVED)


def _named(recommendations: Sequence[ReadRecommendation], text: str) -> dict[int, Decided]:
    """Return what the text says of recommendations that it names by their label."""
    places = {(rec.label or str(position + 1)).casefold(): position for position, rec in enumerate(recommendations)}
    if all(rec.label is None for rec in recommendations):
        places |= {chr(ord("a") + position): position for position in range(min(len(recommendations), 26))}
    found: dict[int, Decided] = {}
    waiting: list[int] = []
    for clause in _clauses(text):
        labels = _labels_in(clause, places)
        if is_aside(clause):
            continue
        outcome = _verdict_on(clause) if labels else (verdict(clause) if waiting else None)
        if labels and outcome is None:
            waiting = labels
            continue
        if outcome:
            for position in labels or waiting:
                found.setdefault(position, (outcome, _remark(outcome, clause)))
        waiting = []
    return found


def _clauses(text: str) -> list[str]:
    """Return the sentences, parted where one sentence decides differently about different recommendations."""
    clauses: list[str] = []
    for sentence in sentences(text):
        parts = [part for part in _PARTED.split(sentence.text) if part.strip()]
        names = [bool(_REFERENCE.search(part) or _AT_LINE_START.match(part)) for part in parts]
        apart = len(parts) > 1 and any(names[1:]) and all(verdict(part) for part in parts)
        clauses.extend(parts if apart else [sentence.text])
    return clauses


def _labels_in(clause: str, places: dict[str, int]) -> list[int]:
    labels: list[str] = []
    begins = _AT_LINE_START.match(clause)
    if begins:
        labels += _expand(begins["labels"] or begins["labels2"])
    for match in _REFERENCE.finditer(clause):
        labels += _expand(match["labels"])
    return [places[label] for label in dict.fromkeys(labels) if label in places]


def _expand(labels: str) -> list[str]:
    """Return "1.-3. og 5" as 1, 2, 3, 5."""
    result: list[str] = []
    for match in _RANGE.finditer(labels):
        first, last = match["first"].casefold(), match["last"].casefold()
        if first.isdigit() and last.isdigit():
            result += [str(number) for number in range(int(first), int(last) + 1)]
        elif first.isalpha() and last.isalpha():
            result += [chr(code) for code in range(ord(first), ord(last) + 1)]
    return result + [label.casefold() for label in re.findall(rf"\b{_LABEL}\b", labels)]


def _verdict_on(clause: str) -> Outcome | None:
    """Return the verdict; a clause that decides something of its own replaces the recommendation it names."""
    outcome = verdict(clause)
    approving = outcome in (Outcome.APPROVED, Outcome.APPROVED_WITH_REMARKS, None)
    if approving and _OWN_DECISION.search(clause) and not _AS_ASKED.search(_own_part(clause)):
        return Outcome.REPLACED
    return outcome


def _own_part(clause: str) -> str:
    """Return the clause up to its deciding verb and the few words that follow; what is decided comes later and may use any word."""
    match = _OWN_DECISION.search(clause)
    return clause if match is None else clause[: match.end()] + " ".join(clause[match.end() :].split()[:3])


def _remark(outcome: Outcome, clause: str) -> str | None:
    return clause if outcome in (Outcome.APPROVED_WITH_REMARKS, Outcome.REPLACED, Outcome.DEFERRED) else None


def _remaining(text: str) -> dict[Outcome | None, Decided]:
    """Return what a text that names some recommendations says of the others: a sentence that names none."""
    for clause in _clauses(text):
        outcome = (
            None if is_aside(clause) or _REFERENCE.search(clause) or _AT_LINE_START.match(clause) else verdict(clause)
        )
        if outcome in _APPROVALS and re.search(
            r"\bøvrig|\brest|^\W*\w*\W*$|indstilling|^\W*(?:godkendt|tiltrådt|anbefal)", clause, re.IGNORECASE
        ):
            return {None: (outcome, None)} if outcome else {}
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
    for clause in _clauses(text):
        if is_aside(clause):
            continue
        for part in _SPLIT_VERBS.split(clause):
            outcome = verdict(part)
            if outcome is Outcome.APPROVED and has_remarks(part):
                outcome = Outcome.APPROVED_WITH_REMARKS
            if outcome in _RESTS:
                done.setdefault(outcome, (outcome, None))
            elif outcome in _APPROVALS and outcome:
                done.setdefault(Outcome.APPROVED, (outcome, _remark(outcome, part)))
    return done
