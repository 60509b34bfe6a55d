"""A document as the rules look at it: the reading, its text, and which item and section a place belongs to."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from raadhus.meetings.rules.lint.settings import DEFAULT, NO_NUMBERS, CaseNumbers, LintSettings
from raadhus.meetings.rules.profiles import Profile, profile_of
from raadhus.meetings.rules.prose import Sentence, sentences
from raadhus.meetings.rules.reading import Kind, Reading, ReadItem, ReadRecommendation, ReadSection, SectionKind, Span


@dataclass(frozen=True, slots=True)
class Part:
    """One section of one item, with the places of both and its stretch of the text; `section` None outside the sections."""

    item: int
    section: int | None
    read: ReadSection
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or other stretch of the text: where it stands, and its words with line ends as spaces."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Paper:
    """What every rule gets. `numbers` are the case numbers of other documents."""

    reading: Reading
    text: str
    settings: LintSettings = DEFAULT
    numbers: CaseNumbers = NO_NUMBERS

    @cached_property
    def profile(self) -> Profile:
        """The profile whose rules count."""
        return self.settings.profile or profile_of(self.reading.body or "")

    @property
    def is_minutes(self) -> bool:
        """True when the document is minutes, whose recommendations must be answered."""
        return self.reading.kind is Kind.MINUTES

    @cached_property
    def prose(self) -> str:
        """The text with contents, running heads and page chrome blanked, so that places stay what they are."""
        pieces, reached = [], 0
        for span in sorted(self.reading.set_aside, key=lambda span: span.start):
            start, end = max(span.start, reached), min(span.end, len(self.text))
            if start < end:
                pieces += [self.text[reached:start], re.sub(r"[^\n]", " ", self.text[start:end])]
                reached = end
        return "".join([*pieces, self.text[reached:]])

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every section of every item, in order; and what a meeting that was written here sets outside its sections."""
        return tuple(part for place, item in enumerate(self.reading.items) for part in self._parts(place, item))

    def _parts(self, place: int, item: ReadItem) -> Iterator[Part]:
        for number, section in enumerate(item.sections):
            start, end = self._below_heading(section), min(section.source.end, len(self.text))
            yield Part(place, number, section, start, end)
        asked = [(SectionKind.RECOMMENDATION, one.text, one.source) for one in leaves(item.recommendations)]
        decided = [(SectionKind.DECISION, one.text, one.source) for one in (item.decision,) if one]
        for kind, text, span in (*asked, *decided):
            if span and not any(_holds(section.source, span.start) for section in item.sections):
                yield Part(place, None, ReadSection(kind, None, text, (), span), span.start, span.end)

    def _below_heading(self, section: ReadSection) -> int:
        start = section.source.start
        heading = section.heading or ""
        return start + len(heading) if heading and self.text.startswith(heading, start) else start

    def parts_of(self, place: int, *kinds: SectionKind) -> Iterator[Part]:
        """Yield an item's sections, of these kinds when any is named."""
        return (part for part in self.parts if part.item == place and (not kinds or part.read.kind in kinds))

    def body_parts(self, place: int) -> Iterator[Part]:
        """Yield an item's sections but its list of attachments and what other meetings have decided."""
        out = (SectionKind.ATTACHMENTS, SectionKind.EARLIER)
        return (part for part in self.parts_of(place) if part.read.kind not in out)

    def find(self, pattern: re.Pattern[str], where: Part | Span) -> Iterator[re.Match[str]]:
        """Yield the pattern's matches inside a stretch of the prose; their places are places in the text."""
        start, end = (where.start, where.end)
        return pattern.finditer(self.prose, start, min(end, len(self.text)))

    def sentences(self, span: Part | Span) -> Iterator[Stretch]:
        """Yield the sentences of a stretch; a sentence goes on over line ends, and a table's rows are none."""
        return iter(self._sentences(span.start, span.end))

    def _sentences(self, start: int, end: int) -> tuple[Stretch, ...]:
        known = self._stretches.get((start, end))
        if known is None:
            pieces = (piece for found in sentences(_flowing(self.prose[start:end])) for piece in _pieces(found))
            known = tuple(Stretch(start + at, start + at + len(text), text) for at, text in pieces)
            self._stretches[start, end] = known
        return known

    @cached_property
    def _stretches(self) -> dict[tuple[int, int], tuple[Stretch, ...]]:
        return {}

    def place_of(self, start: int) -> tuple[int | None, int | None]:
        """Return the item and the section that hold a place in the text, None where none does."""
        item = next((at for at, read in enumerate(self.reading.items) if _holds(read.source, start)), None)
        part = next((part for part in self.parts if part.item == item and _holds(part.read.source, start)), None)
        return item, part.section if part else None

    def lines(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, str]]:
        """Yield (place, line) for the lines of a stretch of the text as it is printed."""
        for found in _LINE.finditer(self.text, start, len(self.text) if end is None else end):
            yield found.start(), found[0]

    def open_items(self) -> Iterator[tuple[int, ReadItem]]:
        """Yield the items that are not closed, with their places."""
        return ((at, item) for at, item in enumerate(self.reading.items) if not item.closed)


_LINE = re.compile(r"[^\n]+")
_LISTED = re.compile(r"[-–•·]\s|\d{1,2}[.)]|\(?[a-z]\)")
_SHORT_LINE = 50
# A sentence is never so long; a text without full stops is judged in pieces, so that no pattern works on it forever.
_LONGEST = 2000


def _flowing(text: str) -> str:
    """Return the text with a space for each line end that a sentence goes on over; no place in it moves."""
    lines = text.split("\n")
    joined = []
    for line, following in itertools.pairwise([*lines, ""]):
        joined += [line, "\n" if _ends(line, following) else " "]
    return "".join(joined)[: len(text)]


def _ends(line: str, following: str) -> bool:
    """Tell whether a line's text ends with it: what follows is a list's entry, a table's row, or begins anew."""
    stripped = line.rstrip()
    if not stripped or "\t" in line or stripped.endswith(":") or _LISTED.match(following):
        return True
    return not following[:1].islower() and (stripped.endswith((".", "?", "!", ";")) or len(line) < _SHORT_LINE)


def _pieces(found: Sentence) -> Iterator[tuple[int, str]]:
    for begin in range(0, len(found.text), _LONGEST):
        yield found.start + begin, found.text[begin : begin + _LONGEST]


def _holds(span: Span, start: int) -> bool:
    return span.start <= start < span.end


def leaves(recommendations: Iterable[ReadRecommendation]) -> Iterator[ReadRecommendation]:
    """Yield every recommendation, the nested ones after the one that holds them."""
    for one in recommendations:
        yield one
        yield from leaves(one.children)


def clipped(text: str, width: int = 60) -> str:
    """Return a text on one line, cut so that a message stays a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
