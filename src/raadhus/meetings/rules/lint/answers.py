"""Rules about recommendations and their answers, in minutes: each is answered, and nothing is answered that nobody asked."""

import re
from collections.abc import Iterator

from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.paper import Paper, Part, clipped, leaves
from raadhus.meetings.rules.lint.rule import CASE_GUIDES, LOCAL_GOVERNMENT_ACT, MINUTES, NOTICES, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import ReadDecision, ReadItem, ReadRecommendation, SectionKind, Span
from raadhus.meetings.rules.sentences import Sentence


def recommendation_unanswered(paper: Paper) -> Iterator[Hit]:
    """Yield each recommendation that the minutes' own decision says nothing about."""
    for place, item in paper.open_items():
        for one in _unanswered(item.recommendations):
            span = one.source or _first_section(paper, place) or item.source
            yield Hit(_no_answer(one), span.start, span.end, severity=_certainty(paper, item))
        if item.decision and not _ANY_APPROVAL.search(item.decision.text):
            yield from _only_noted(item)


def _certainty(paper: Paper, item: ReadItem) -> Severity | None:
    """Where none of the item's recommendations, or no item at all, has an answer, it may be the reading that missed it."""
    if item.decision:
        answered = any(one.outcome for one in leaves(item.recommendations))
    else:
        answered = any(other.decision and other.recommendations for other in paper.reading.items)
    return None if answered else Severity.WARNING


# What settles a recommendation to approve something, in whatever words.
_ANY_APPROVAL = re.compile(r"godkend|tiltr|vedt[ao]g|indstil|anbefal|beslut|følge[rs]|imødekom", re.IGNORECASE)
_ASKS_APPROVAL = re.compile(r"(?:at\s+)?(?:\w+\s+)?godkend", re.IGNORECASE)


def _only_noted(item: ReadItem) -> Iterator[Hit]:
    """Yield recommendations that ask for approval where the decision only takes note: a person must look."""
    for one in leaves(item.recommendations):
        if one.outcome is Outcome.NOTED and one.source and _ASKS_APPROVAL.match(one.text):
            message = Sentence("Indstillingen beder om en godkendelse, men beslutningen tager kun til efterretning.")
            yield Hit(message, one.source.start, one.source.end, severity=Severity.WARNING)


def _unanswered(recommendations: tuple[ReadRecommendation, ...]) -> Iterator[ReadRecommendation]:
    """Yield the outermost recommendations without an outcome; one is answered through its children too."""
    for one in recommendations:
        if one.outcome is not None:
            continue
        if one.children and any(child.outcome for child in leaves(one.children)):
            yield from _unanswered(one.children)
        else:
            yield one


def _no_answer(one: ReadRecommendation) -> Sentence:
    if one.label:
        return Sentence("Indstilling %(label)s har intet svar i beslutningen.", label=one.label)
    return Sentence("Indstillingen »%(text)s« har intet svar i beslutningen.", text=clipped(one.text))


def _first_section(paper: Paper, place: int) -> Span | None:
    part = next(paper.parts_of(place, SectionKind.RECOMMENDATION), None)
    return Span(part.start, part.end) if part else None


_ANSWERED = re.compile(
    r"\b(?:indstilling(?:en|ens|erne|ernes)?|indstillingspunkt\w*|beslutningspunkt\w*)\s+(?:nr\.?\s*|punkt\w*\s*)?"
    r"(?P<labels>(?:\d{1,2}|[a-zæøå])(?:(?:\s*,\s*|\s+og\s+|\s*-\s*|\s+samt\s+)(?:\d{1,2}|[a-zæøå]))*)(?![\w%]|\s*(?:pct|mio|kr)\b)",
)
_LABEL = re.compile(r"\b(?:\d{1,2}|[a-zæøå])\b")
_RECOMMENDED = re.compile(r"indstil|beslutningspunkt|foreslå|forslag|anbefal", re.IGNORECASE)
_APPROVES = re.compile(
    r"\b(?:godkend\w*|tiltråd\w*|tiltræd\w*|vedtag\w*|vedtog)\s+(?:\w+\s+){0,2}?indstilling|\bindstilling(?:en|erne|er)?\s+(?:\w+\s+){0,3}?"
    r"(?:godkend|tiltr|vedtag|følges|følge)",
    re.IGNORECASE,
)
# Items that every meeting has are decided without anybody recommending it.
_STANDING = re.compile(
    r"dagsorden|referat|protokol|underskrift|spørgetid",
    re.IGNORECASE,
)
_SETTLES = re.compile(r"\b(?:godkender|godkendte|tiltræder|tiltrådte|vedtager|vedtog)\b", re.IGNORECASE)
_CASE_SECTIONS = (SectionKind.BACKGROUND, SectionKind.STATEMENT, SectionKind.ASSESSMENT)
_DECIDED = frozenset([Outcome.APPROVED, Outcome.APPROVED_WITH_REMARKS, Outcome.REPLACED, Outcome.REJECTED])


def answer_without_recommendation(paper: Paper) -> Iterator[Hit]:
    """Yield answers to a recommendation that the item does not have: by its label, or because the item has none."""
    for place, item in paper.open_items():
        if item.decision is None:
            continue
        if item.recommendations:
            yield from _unknown_labels(paper, item, item.decision)
        elif _answers_nothing(paper, place, item, item.decision):
            message = Sentence("Beslutningen svarer på en indstilling, men punktet har ingen indstilling.")
            yield Hit(message, item.decision.source.start, item.decision.source.end)


def _unknown_labels(paper: Paper, item: ReadItem, decision: ReadDecision) -> Iterator[Hit]:
    known = {one.label.casefold() for one in leaves(item.recommendations) if one.label}
    if not known:
        return
    for match in paper.find(_ANSWERED, decision.source):
        for label in _LABEL.finditer(match["labels"]):
            start = match.start("labels") + label.start()
            if _is_missing(label[0], known):
                message = Sentence("Beslutningen svarer på indstilling %(label)s, som ikke findes.", label=label[0])
                yield Hit(message, match.start(), start + len(label[0]))


def _is_missing(label: str, known: set[str]) -> bool:
    """Tell whether a label of the same sort as the printed ones is none of them; "i" is a word more often than a label."""
    same_sort = any(one.isdigit() == label.isdigit() for one in known)
    return same_sort and label not in known and label != "i"


def _answers_nothing(paper: Paper, place: int, item: ReadItem, decision: ReadDecision) -> bool:
    if decision.outcome not in _DECIDED and not _APPROVES.search(decision.text) and not _SETTLES.search(decision.text):
        return False
    sections = [part for part in paper.parts_of(place) if part.read.kind is not SectionKind.DECISION]
    if any(_holds_recommendation(part) for part in sections):
        return False
    if _RECOMMENDED.search(item.title) or _STANDING.search(item.title):
        return False
    return bool(_APPROVES.search(decision.text)) or any(part.read.kind in _CASE_SECTIONS for part in sections)


def _holds_recommendation(part: Part) -> bool:
    """Tell whether a section can hold a recommendation that the reader did not see; a background speaks of others' too."""
    text = f"{part.read.heading or ''} {part.read.text}"
    if part.read.kind in (SectionKind.RECOMMENDATION, SectionKind.OTHER, SectionKind.PROCESS):
        return bool(_RECOMMENDED.search(text))
    return bool(_RECOMMENDS.search(text))


_RECOMMENDS = re.compile(r"\b(?:indstille[rs]|anbefale[rs]|foreslår|foreslås)\b[^.]{0,80}\bat\b", re.IGNORECASE)
_NOTED_ONLY = re.compile(r"efterretning|orientering", re.IGNORECASE)
# To approve that something is noted settles nothing, and neither does putting a case off.
_DECIDES = re.compile(
    r"\b(?:beslutte(?:r|de|t)|pålægger|pålagde|bestil(?:ler|te)|bevilger|bevilgede|vedtager|vedtog|afsætter|udpeger|udpegede)\b|"
    r"\bgodkender\b(?!\s+(?:\w+\s+)?(?:indstilling\w*|sagen|orientering\w*|redegørelse\w*|rapport\w*|status\w*|det\s+indstillede)\b|\s*\.)",
    re.IGNORECASE,
)
_SETTLES_NOTHING = re.compile(
    r"\b(?:beslutte|vedt|godkend)\w*,?\s+(?:at\s+)?(?:\w+\s+){0,6}?(?:efterretning|orientering|indstilling|udsætte|udskyde|genoptage)",
    re.IGNORECASE,
)


def noted_with_decision(paper: Paper) -> Iterator[Hit]:
    """Yield decisions on a case that was put forward for information only."""
    for _, item in paper.open_items():
        decision = item.decision
        asked = [one.text for one in leaves(item.recommendations) if not one.children]
        if decision is None or not asked or not all(_NOTED_ONLY.search(text) for text in asked):
            continue
        if any(
            _DECIDES.search(text) or re.match(r"(?:at\s+)?(?:\w+\s+)?godkend", text, re.IGNORECASE) for text in asked
        ):
            continue
        for stretch in paper.sentences(decision.source):
            if _DECIDES.search(stretch.text) and not _SETTLES_NOTHING.search(stretch.text):
                message = Sentence("Sagen er kun til efterretning, men beslutningen afgør noget.")
                yield Hit(message, stretch.start, stretch.end)
                break


RULES = (
    Rule(
        "recommendation-unanswered",
        Severity.ERROR,
        Sentence("Indstilling uden svar"),
        recommendation_unanswered,
        sources=(LOCAL_GOVERNMENT_ACT, OUR_OWN),
        kinds=MINUTES,
    ),
    Rule(
        "answer-without-recommendation",
        Severity.WARNING,
        Sentence("Svar uden indstilling"),
        answer_without_recommendation,
        sources=(CASE_GUIDES, OUR_OWN),
        kinds=MINUTES,
    ),
    Rule(
        "noted-with-decision",
        Severity.WARNING,
        Sentence("Efterretningssag med en beslutning"),
        noted_with_decision,
        sources=(NOTICES,),
        kinds=MINUTES,
    ),
)
