"""Rules about closed items: why it is closed and what it is called for the public, and case numbers that give it away."""

import re
from collections.abc import Iterator

from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import CLOSED_DOORS, LOCAL_GOVERNMENT_ACT, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.profile_rules import PROFILE_RULES
from raadhus.meetings.rules.reading import ReadItem
from raadhus.meetings.rules.sentences import Sentence

# The act binds the council and its committees; the others follow it by their own choice.
_BOUND = frozenset(profile for profile, rules in PROFILE_RULES.items() if rules.has_law)
_FREE = frozenset(PROFILE_RULES) - _BOUND
_GROUND = re.compile(
    r"§\s*\d|\b(?:styrelseslov|forvaltningslov|offentlighedslov|tavshedspligt|personforhold|personsag|databeskyttelses)",
    re.IGNORECASE,
)
_JUST_CLOSED = re.compile(
    r"\W*(?:(?:lukket|lukkede|ikke\s+offentlig\w*|fortrolig\w*)\W*)?(?:punkt|sag|møde|dagsordenspunkt)?\W*(?:lukket)?\W*$",
    re.IGNORECASE,
)


def closed_without_ground(paper: Paper) -> Iterator[Hit]:
    """Yield closed items that say neither why they are closed nor, for the public, what they are about.

    Council and committees must give the ground; for the others a title that tells is enough.
    """
    for item in paper.reading.items:
        if not item.closed or _has_ground(paper, item):
            continue
        start, end = _first_line(paper, item)
        if not _has_title(item):
            yield Hit(Sentence("Det lukkede punkt har hverken hjemmel eller en titel til offentligheden."), start, end)
        elif paper.profile in _BOUND:
            yield Hit(Sentence("Det lukkede punkt siger ikke, efter hvilken regel det er lukket."), start, end)


def _has_ground(paper: Paper, item: ReadItem) -> bool:
    return bool(item.legal_ground) or bool(_GROUND.search(paper.text, item.source.start, item.source.end))


def _has_title(item: ReadItem) -> bool:
    return bool(item.public_title) or not _JUST_CLOSED.match(item.title)


def _first_line(paper: Paper, item: ReadItem) -> tuple[int, int]:
    line = paper.text.find("\n", item.source.start, item.source.end)
    return item.source.start, item.source.end if line < 0 else line


def closed_case_number(paper: Paper) -> Iterator[Hit]:
    """Yield the case numbers printed on closed items: whoever meets the number again learns what was closed.

    An item that was written here has a key: its number stands in our own text only, and is never printed for the public.
    """
    for item, start, end in _closed_numbers(paper):
        if item.key is None and _elsewhere(paper, item) is None:
            yield Hit(Sentence("Et lukket punkt bør ikke vise sit sagsnummer."), start, end)


def closed_number_shared(paper: Paper) -> Iterator[Hit]:
    """Yield case numbers that a closed item shares with an open one, here or in another document."""
    for item, start, end in _closed_numbers(paper):
        where = _elsewhere(paper, item)
        if where is not None:
            yield Hit(
                Sentence("Sagsnummeret røber det lukkede punkt: det står åbent i %(where)s.", where=where), start, end
            )
    for _, item in paper.open_items():
        where = paper.numbers.closed.get(number_key(item)) if item.case_number else None
        if where:
            start, end = _number_place(paper, item)
            yield Hit(Sentence("Sagsnummeret røber et lukket punkt: %(where)s.", where=where), start, end)


def number_key(item: ReadItem) -> str:
    """Return an item's case number without the spaces and case that printing adds."""
    return re.sub(r"\s+", "", item.case_number or "").casefold()


def _closed_numbers(paper: Paper) -> Iterator[tuple[ReadItem, int, int]]:
    for item in paper.reading.items:
        if item.closed and item.case_number and item.case_number in paper.text[item.source.start : item.source.end]:
            yield item, *_number_place(paper, item)


def _number_place(paper: Paper, item: ReadItem) -> tuple[int, int]:
    start = paper.text.find(item.case_number or "", item.source.start, item.source.end)
    if start < 0:
        return _first_line(paper, item)
    return start, start + len(item.case_number or "")


def _elsewhere(paper: Paper, closed: ReadItem) -> str | None:
    """Return where an open item has the closed one's number: in this document or in another."""
    key = number_key(closed)
    for place, item in paper.open_items():
        if item.case_number and number_key(item) == key:
            return f"punkt {item.number or place + 1}"
    return paper.numbers.open.get(key)


RULES = (
    Rule(
        "closed-without-ground",
        Severity.WARNING,
        Sentence("Lukket punkt uden hjemmel eller offentlig titel"),
        closed_without_ground,
        sources=(LOCAL_GOVERNMENT_ACT, CLOSED_DOORS),
        eased=_FREE,
    ),
    Rule(
        "closed-case-number",
        Severity.WARNING,
        Sentence("Sagsnummer på et lukket punkt"),
        closed_case_number,
        sources=(OUR_OWN,),
    ),
    Rule(
        "closed-number-shared",
        Severity.ERROR,
        Sentence("Et sagsnummer røber et lukket punkt"),
        closed_number_shared,
        sources=(LOCAL_GOVERNMENT_ACT, OUR_OWN),
    ),
)
