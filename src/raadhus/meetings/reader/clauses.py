"""A decision's sentences in clauses, parted where they decide differently about different recommendations."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from raadhus.meetings.reader.labels import Mention, mentions
from raadhus.meetings.reader.verdicts import is_aside, verdict
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.prose import sentences

_EXCEPT = r"bortset\s+fra|med\s+undtagelse\s+af|undtagen|på\s+nær"
_BETWEEN = re.compile(
    r"\s*[,;]\s+(?:(?:og|samt|men|mens|medens|idet|dog|hvorimod|hvorefter)\s+)?|"
    r"\s+(?:og|samt|men|mens|medens|idet|hvorimod|hvorefter|dog(?=\s+(?:således|sådan|at|med|udg)))\s+|(?<=[.)])\s+(?=\(?(?:\d{1,2}|[a-zæøå])\b|(?-i:[A-ZÆØÅ]))|"
    rf"\s*,?\s+(?={_EXCEPT})",
    re.IGNORECASE,
)
_IS_EXCEPTION = re.compile(rf"\W*(?:{_EXCEPT})", re.IGNORECASE)
_BEFORE_LABEL = re.compile(
    r"\W*(?:(?:for|vedr\.?|vedrørende|ift\.?|i\s+forhold\s+til|hvad\s+angår|således|sådan|at|og|mens|men|dog|bortset\s+fra|forvaltningens|administrationens)\W+)*$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:anbefal|indstill)(?:er|ede)\b", re.IGNORECASE)
_THAT = re.compile(r"at\s", re.IGNORECASE)
_AFTER_LABEL = re.compile(r"\W*(?:(?:blev|bliver|er|der|som)\s+)?(?:dog\s+)?\W*", re.IGNORECASE)


@dataclass(slots=True)
class Clause:
    """A piece of a sentence: what it names, whether it names the others, and whether names come before the verdict."""

    sentence: str
    start: int
    end: int
    names: tuple[Mention, ...]
    decides: bool
    aside: bool
    names_first: bool = False
    asks: bool = False

    @property
    def text(self) -> str:
        """The words, as they stand in the sentence."""
        return self.sentence[self.start : self.end].strip()

    @property
    def positions(self) -> list[int]:
        """The positions of the recommendations it names."""
        return list(dict.fromkeys(position for name in self.names for position in name.positions))

    @property
    def outcome(self) -> Outcome | None:
        """What it decides; an exception from an approval is a refusal when nothing else is said."""
        outcome = verdict(self.core) or verdict(self.text)
        if _IS_EXCEPTION.match(self.text) and self.positions and outcome is None:
            return Outcome.REJECTED
        return outcome

    @property
    def core(self) -> str:
        """The words without the labels at the beginning."""
        if not self.names or not _BEFORE_LABEL.match(self.sentence[self.start : self.names[0].start]):
            return self.text
        after = self.names[0].end
        skipped = _AFTER_LABEL.match(self.sentence, after, self.end)
        return self.sentence[skipped.end() if skipped else after : self.end].strip()


def clauses(text: str, places: Mapping[str, int], count: int) -> list[Clause]:
    """Return the clauses of a text in order."""
    return [clause for sentence in sentences(text) for clause in _grouped(list(_atoms(sentence.text, places, count)))]


def _atoms(sentence: str, places: Mapping[str, int], count: int) -> Iterator[Clause]:
    named = mentions(sentence, places, count)
    begin, following = 0, 0
    for match in _BETWEEN.finditer(sentence):
        while following < len(named) and named[following].end <= match.start():
            following += 1
        inside = following < len(named) and named[following].start < match.start()
        if not inside and sentence[begin : match.start()].strip():
            yield _atom(sentence, begin, match.start(), named)
            begin = match.end()
    if sentence[begin:].strip():
        yield _atom(sentence, begin, len(sentence), named)


def _atom(sentence: str, start: int, end: int, named: list[Mention]) -> Clause:
    first = bisect_left(named, start, key=lambda mention: mention.start)
    names = tuple(named[first : bisect_left(named, end, key=lambda mention: mention.start)])
    clause = Clause(sentence, start, end, names, decides=False, aside=False)
    clause.decides = verdict(clause.core) is not None or bool(_IS_EXCEPTION.match(clause.text) and names)
    clause.aside = is_aside(clause.text)
    clause.asks = _ASKS.search(clause.text) is not None
    clause.names_first = bool(names) and clause.core != clause.text
    return clause


def _grouped(atoms: list[Clause]) -> list[Clause]:
    """Return the atoms joined: a clause of its own is one that both names and decides, or an aside after a verdict."""
    result: list[Clause] = []
    for atom in atoms:
        if not result or _is_new(result[-1], atom):
            result.append(atom)
        else:
            result[-1] = _joined(result[-1], atom)
    return result


def _is_new(before: Clause, atom: Clause) -> bool:
    if before.asks and _THAT.match(atom.text):
        return False
    if before.aside != atom.aside:
        return (before.decides and atom.aside) or (bool(atom.names) and atom.decides)
    if before.decides and atom.names:
        return atom.decides or before.names_first
    return False


def _joined(before: Clause, atom: Clause) -> Clause:
    """Return both as one; what a reason or a remark tells of a recommendation does not name what is decided."""
    told = before.decides and not before.names and not atom.decides and atom.core.strip(".,;:)") != ""
    return Clause(
        before.sentence,
        before.start,
        atom.end,
        before.names if told else before.names + atom.names,
        before.decides or atom.decides,
        before.aside or atom.aside,
        before.names_first if before.names else atom.names_first,
        before.asks or atom.asks,
    )
