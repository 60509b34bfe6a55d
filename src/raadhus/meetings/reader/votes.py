"""Votes: how many were for, against and abstained, on what, and with which result."""

import re
from collections.abc import Sequence

from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.prose import Sentence, sentences
from raadhus.meetings.rules.reading import ReadVote, Span

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "ingen",
            "én",
            "to",
            "tre",
            "fire",
            "fem",
            "seks",
            "syv",
            "otte",
            "ni",
            "ti",
            "elleve",
            "tolv",
            "tretten",
            "fjorten",
            "femten",
            "seksten",
            "sytten",
            "atten",
            "nitten",
            "tyve",
        ]
    )
} | {"en": 1, "et": 1, "ét": 1, "0": 0}
_N = rf"(?P<{{0}}>\d{{{{1,3}}}}|{'|'.join(_NUMBER_WORDS)})"
_FOR, _AGAINST, _ABSTAIN = _N.format("yes"), _N.format("no"), _N.format("abstain")
_MEMBERS = r"(?:\s*(?:\([^)]{0,200}\)|medlemmer|stemmer|stemme|personer)){0,3}"
_STOP = r"\s*[,.;]?\s*(?:mens|og|medens)?\s*"
_VOTED = r"\s*(?:stemte|stemmer|stemt)"
_BOTH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bmed\s+{_FOR}\s+stemmer\s*(?:for)?{_MEMBERS}\s*(?:,|og|mod|imod)\s*(?:imod\s+|mod\s+)?{_AGAINST}(?:\s+stemmer)?(?:\s+i?mod)?\b",
        rf"\b(?:for\s+(?:\w+\s+)?)?stemte\s*:?\s*{_FOR}{_MEMBERS}(?:\s+for)?{_STOP}{_AGAINST}{_MEMBERS}\s+stemte\s+i?mod\b",
        rf"\b{_FOR}{_MEMBERS}{_VOTED}\s+for{_MEMBERS}{_STOP}{_AGAINST}{_MEMBERS}(?:{_VOTED})?\s*i?mod\b",
        rf"\bfor\s+stem(?:te|mer)\s*:?\s*{_FOR}{_MEMBERS}{_STOP}i?mod\s+stem(?:te|mer)\s*:?\s*{_AGAINST}\b",
        rf"\b{_FOR}\s+for\s*(?:,|og)?\s*(?:og\s+)?{_AGAINST}\s+i?mod\b",
        rf"\b{_FOR}\s+stemmer\s+for{_MEMBERS}\s*(?:,|og|-|–)\s*{_AGAINST}\s+(?:stemmer\s+)?i?mod\b",
        rf"\b(?:ja|for|stemmer\s+for)(?:[ -]stemmer)?\s*:\s*{_FOR}{_MEMBERS}[\s,.;]*(?:nej|i?mod|stemmer\s+i?mod)(?:[ -]stemmer)?\s*:\s*{_AGAINST}\b",
    )
)
_FOR_LINE = re.compile(
    rf"^\W*(?:et\s+)?flertal(?:let)?\s*\({_FOR.replace('yes>', 'yes4>')}(?:\s+\w+)?\)|"
    rf"^\W*for\s*:\s*{_FOR.replace('yes>', 'yes3>')}(?=\s*(?:\(|$|\.))|"
    rf"^\W*(?:for|ja)\s*(?:[\w\s-]{{0,60}}?)?stem(?:te|mer)\s*:?\s*{_FOR}\b|^\W*stemmer\s+for\s*:?\s*{_FOR.replace('yes', 'yes2')}\b",
    re.IGNORECASE,
)
_AGAINST_LINE = re.compile(
    rf"^\W*(?:et\s+)?mindretal(?:let)?\s*\({_AGAINST.replace('no>', 'no4>')}(?:\s+\w+)?\)|"
    rf"^\W*(?:imod|mod|nej)\s*(?:[\w\s-]{{0,60}}?)?stem(?:te|mer)\s*:?\s*{_AGAINST}\b|"
    rf"^\W*i?mod\s*:\s*{_AGAINST.replace('no>', 'no3>')}(?=\s*(?:\(|$|\.))|"
    rf"^\W*stemmer\s+imod\s*:?\s*{_AGAINST.replace('no>', 'no2>')}\b",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(
    rf"\b{_ABSTAIN}{_MEMBERS}\s+(?:undlod(?!\s*:)|undlader|hverken|stemte\s+hverken|stemte\s+blankt|blank)|\((?P<abstain4>\d{{1,3}})\)\s+(?:undlod|undlader)\b|"
    rf"\bundlod\s*(?:at\s+stemme)?\s*:?\s*{_ABSTAIN.replace('abstain', 'abstain2')}\b|"
    rf"\bhverken\s+for\s+eller\s+imod\s+stemte\s*:?\s*{_ABSTAIN.replace('abstain', 'abstain3')}\b",
    re.IGNORECASE,
)
_NAMES_FOR = re.compile(
    r"^\W*(?:for|ja)\s+(?:[\w-]+\s+){0,3}?stem(?:te|mer)\s*:?\s*(?P<names>\S.*)$|^\W*for\s*:\s*(?P<names2>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NAMES_AGAINST = re.compile(
    r"^\W*(?:imod|mod|nej)\s+(?:[\w-]+\s+){0,3}?stem(?:te|mer)\s*:?\s*(?P<names>\S.*)$|^\W*imod\s*:\s*(?P<names2>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ON = re.compile(
    r"\b(?P<on>ændringsforslag(?:et)?|underændringsforslag(?:et)?|indstilling(?:en|ens\s+punkt\s+\w+)?|forslag(?:et)?|hovedforslag(?:et)?)\b",
    re.IGNORECASE,
)
_NEAR = 2  # sentences within which abstentions belong to the vote before


def read_votes(text: str, source: Span) -> tuple[ReadVote, ...]:
    """Return the votes in a decision's text; `source` is the decision's span."""
    pieces = sentences(text)
    votes: list[tuple[int, ReadVote]] = []
    for position, piece in enumerate(pieces):
        counted = _counted(piece.text)
        if counted:
            votes.append((position, _vote(counted, piece, pieces[max(0, position - 1) : position], source)))
    if not votes:
        listed = _listed(pieces, source)
        return (listed,) if listed else ()
    return tuple(_with_abstentions(vote, pieces[position : position + 1 + _NEAR]) for position, vote in votes)


def _counted(text: str) -> tuple[int, int] | None:
    for pattern in _BOTH:
        match = pattern.search(text)
        if match:
            return _number(match["yes"]), _number(match["no"])
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBER_WORDS[text.casefold()]


def _vote(counted: tuple[int, int], piece: Sentence, before: Sequence[Sentence], source: Span) -> ReadVote:
    favour, against = counted
    on = _ON.search(piece.text) or next((match for other in before if (match := _ON.search(other.text))), None)
    result = Outcome.APPROVED if favour > against else Outcome.REJECTED
    return ReadVote(on["on"].casefold() if on else None, favour, against, None, result, source)


def _with_abstentions(vote: ReadVote, near: Sequence[Sentence]) -> ReadVote:
    for position, piece in enumerate(near):
        if position and _counted(piece.text):
            break
        match = _ABSTAINED.search(piece.text)
        if match:
            number = _number(next(group for group in match.groups() if group))
            return ReadVote(vote.on, vote.in_favour, vote.against, number, vote.result, vote.source)
    return vote


def _listed(pieces: Sequence[Sentence], source: Span) -> ReadVote | None:
    """Read a vote printed as lists: "For stemte ...", "Imod stemte ...": numbers where given, otherwise names are counted."""
    favour = _first(pieces, _FOR_LINE, _NAMES_FOR)
    against = _first(pieces, _AGAINST_LINE, _NAMES_AGAINST)
    if favour is None or against is None:
        return None
    result = Outcome.APPROVED if favour > against else Outcome.REJECTED
    vote = ReadVote(None, favour, against, None, result, source)
    return _with_abstentions(vote, [piece for piece in pieces if not _counted(piece.text)])


def _first(pieces: Sequence[Sentence], counted: re.Pattern[str], named: re.Pattern[str]) -> int | None:
    for piece in pieces:
        match = counted.match(piece.text)
        if match:
            return _number(next(group for group in match.groups() if group))
        names = named.match(piece.text)
        if names:
            return _count(names["names"] or names["names2"])
    return None


def _count(names: str) -> int | None:
    """Count names; a number in parentheses after each party counts that many; party letters alone say nothing."""
    numbers = re.findall(r"\((\d{1,2})\)|\b(\d{1,2})\s+(?:medlemmer|stemmer)", names)
    if numbers:
        return sum(int(one or other) for one, other in numbers)
    people = [name for name in re.split(r"\s*[,;]\s*|\s+og\s+", names.strip(" .")) if name]
    if not people or any(len(re.sub(r"\([^)]*\)", "", person).split()) < 2 for person in people):  # noqa: PLR2004 - first and last name
        return None
    return len(people)
