"""Rules about how recommendations are led in: "at" stands once, in the lead-in or in the entry, never in both."""

import re
from collections.abc import Iterator

from raadhus.meetings.rules.lint.findings import Fix, Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import OUR_OWN, Hit, Rule
from raadhus.meetings.rules.reading import ReadRecommendation
from raadhus.meetings.rules.sentences import Sentence

# The lead-in ends in "at", or in "at" and the few words that name who decides.
_LEADS = re.compile(r"\bat(?P<who>(?:\s+(?!\d|\w\s*[).])[\wæøåÆØÅ-]+){0,6})\s*[:,]?\s*$", re.IGNORECASE)
_VERB = re.compile(r"\b(?:godkend|beslut|tag|drøft|anbefal|tiltræd|vedtag|orienter)\w*\b", re.IGNORECASE)
_MARKER = re.compile(r"\s*(?:[-–•*·]\s*)?(?:\(?(?:\d{1,2}|[a-zæøå])[.):]\s*)?", re.IGNORECASE)
_MARKER_LAST = re.compile(r"\n[ \t]*(?:[-–•*·][ \t]*)?(?:\(?(?:\d{1,2}|[a-zæøå])[.):][ \t]*)?$", re.IGNORECASE)
_AT = re.compile(r"at\s+(?=\w)", re.IGNORECASE)
# What a body is asked to do, in the infinitive: below "at direktionen" it becomes "godkender".
_INFINITIVE = re.compile(
    r"(?:afsætte|afvise|anbefale|beslutte|drøfte|fastsætte|frigive|godkende|igangsætte|indstille|nedsætte|orientere|oversende|tage|"
    r"tiltræde|udsætte|vedtage)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(?P<word>at)\s+at\b", re.IGNORECASE)


def doubled_lead_in(paper: Paper) -> Iterator[Hit]:
    """Yield entries that begin with "at" under a lead-in that already ends with it, and "at at" anywhere."""
    for place, item in enumerate(paper.reading.items):
        for one, before in _entries(item.recommendations, _lead_in(paper, place, item.recommendations)):
            found = _LEADS.search(before)
            if found and not _VERB.search(found[0]):
                yield from _doubled(paper, one, found["who"] or "")
    for twice in _TWICE.finditer(paper.prose):
        fix = Fix(twice.start(), twice.end(), twice["word"])
        yield Hit(Sentence("»at« står to gange efter hinanden."), twice.start(), twice.end(), fix)


def _entries(recommendations: tuple[ReadRecommendation, ...], before: str) -> Iterator[tuple[ReadRecommendation, str]]:
    """Yield each recommendation with the words that lead it in."""
    for one in recommendations:
        yield one, before
        yield from _entries(one.children, one.text)


def _lead_in(paper: Paper, place: int, recommendations: tuple[ReadRecommendation, ...]) -> str:
    """Return what stands in the section before its first entry."""
    first = recommendations[0].source if recommendations else None
    part = next((part for part in paper.parts_of(place) if first and part.start <= first.start < part.end), None)
    return _MARKER_LAST.sub("", paper.prose[part.start : first.start]) if part and first else ""


def _doubled(paper: Paper, one: ReadRecommendation, who: str) -> Iterator[Hit]:
    if one.source is None:
        return
    marker = _MARKER.match(paper.text, one.source.start, one.source.end)
    start = marker.end() if marker else one.source.start
    at = _AT.match(paper.text, start, one.source.end)
    if at:
        message = Sentence("»at« står både i indledningen og i den enkelte indstilling.")
        yield Hit(message, start, _first_words(paper, start, one.source.end), _fix(paper, start, at.end(), who))


def _fix(paper: Paper, start: int, end: int, who: str) -> Fix:
    """Return the correction: the entry goes on where the lead-in ended, which has already said "at" and who decides."""
    named = re.compile(r"\s+".join(map(re.escape, who.split())) + r"\s+(?=\w)", re.IGNORECASE) if who.split() else None
    again = named.match(paper.text, end) if named else None
    end = again.end() if again else end
    verb = _INFINITIVE.match(paper.text, end) if named else None
    return Fix(start, verb.end(), f"{verb[0]}r") if verb else Fix(start, end, "")


def _first_words(paper: Paper, start: int, end: int) -> int:
    """Return where the entry's first line ends, or after eighty characters: enough to find the place by."""
    line = paper.text.find("\n", start, end)
    return min(end if line < 0 else line, start + 80)


RULES = (
    Rule(
        "doubled-lead-in",
        Severity.WARNING,
        Sentence("Indledningens »at« står to gange"),
        doubled_lead_in,
        sources=(OUR_OWN,),
    ),
)
