"""An item's sections as units that can be marked and noted upon: blocks as HTML, and recommendations with their outcomes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.html import escape
from django.utils.safestring import SafeString

from raadhus.core.documents.text import Block, render_html
from raadhus.meetings.models import Highlight
from raadhus.meetings.rules.anchoring import Anchor, find
from raadhus.meetings.rules.marked_html import marked_html, text_of_html
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.printed import PrintedItem, PrintedSection, printed_marker


@dataclass(frozen=True, slots=True)
class Unit:
    """A block of a section as HTML, or one recommendation with its outcome and remark; `number` counts within the section."""

    number: int
    html: SafeString
    outcome: Outcome | None = None
    remark: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class RoomNote:
    """The reader's own note; an empty one has no id and revision 0. `name` tells its field from the others on the page."""

    id: str
    section: str
    text: str
    revision: int
    name: str


@dataclass(frozen=True, slots=True)
class RoomSection:
    """A section: units before the recommendations, the recommendations, and units after them."""

    key: str
    kind: SectionKind
    heading: str | None
    before: tuple[Unit, ...]
    asked: tuple[Unit, ...]
    after: tuple[Unit, ...]
    note: RoomNote | None = None

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every unit in reading order."""
        return (*self.before, *self.asked, *self.after)


def sections_of(item: PrintedItem) -> tuple[RoomSection, ...]:
    """Return a printed item's sections as units; a section's key is its kind and which of that kind it is."""
    times: Counter[SectionKind] = Counter()
    made = []
    for section in item.sections:
        times[section.kind] += 1
        made.append(_section(section, f"{section.kind.value}.{times[section.kind]}"))
    return tuple(made)


def _section(section: PrintedSection, key: str) -> RoomSection:
    level = 2 + section.depth
    before = tuple(_block(block, number, level) for number, block in enumerate(section.before))
    flat = list(_flat(section.recommendations, 0))
    asked = tuple(_asked(one, depth, len(before) + number) for number, (one, depth) in enumerate(flat))
    first = len(before) + len(asked)
    after = tuple(_block(block, number, level) for number, block in enumerate(section.after, first))
    return RoomSection(key, section.kind, section.heading, before, asked, after)


def _block(block: Block, number: int, level: int) -> Unit:
    # The renderer escapes everything and writes nothing but the elements of the block model.
    return Unit(number, SafeString(render_html((block,), heading_level=level)))


def _flat(recommendations: Iterable[RecommendationRecord], depth: int) -> Iterator[tuple[RecommendationRecord, int]]:
    for one in recommendations:
        yield one, depth
        yield from _flat(one.children, depth + 1)


def _asked(one: RecommendationRecord, depth: int, number: int) -> Unit:
    marker = printed_marker(one.label)
    label = f'<span class="recommendation-label">{escape(marker)}</span> ' if marker else ""
    # Both parts are escaped right here.
    html = SafeString(label + str(escape(one.text)).replace("\n", "<br>"))
    return Unit(number, html, one.outcome, one.remark or "", depth)


def texts_of(sections: Iterable[RoomSection]) -> dict[str, list[str]]:
    """Return the texts of the units by section: what can be marked."""
    return {section.key: [text_of_html(unit.html) for unit in section.units] for section in sections}


def with_highlights(
    sections: tuple[RoomSection, ...], marks: Sequence[Highlight]
) -> tuple[tuple[RoomSection, ...], set[UUID]]:
    """Return the sections with the highlights marked, and the highlights whose words do not stand there any more."""
    texts = texts_of(sections) if marks else {}
    places: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    lost = set()
    for one in marks:
        found = find(Anchor(one.section, one.block, one.quote, one.before, one.after), texts)
        for stretch in found:
            places[stretch.section, stretch.block].append((stretch.start, stretch.end, f"markering-{one.pk}"))
        if not found:
            lost.add(one.pk)
    return tuple(_marked(section, places) for section in sections) if places else sections, lost


def _marked(section: RoomSection, places: Mapping[tuple[str, int], list[tuple[int, int, str]]]) -> RoomSection:
    def units(of: tuple[Unit, ...]) -> tuple[Unit, ...]:
        return tuple(_unit(unit, places.get((section.key, unit.number), [])) for unit in of)

    before, asked, after = units(section.before), units(section.asked), units(section.after)
    return RoomSection(section.key, section.kind, section.heading, before, asked, after)


def _unit(unit: Unit, stretches: list[tuple[int, int, str]]) -> Unit:
    if not stretches:
        return unit
    # Only mark elements with ids of our own are added to what the renderer escaped.
    return Unit(unit.number, SafeString(marked_html(unit.html, stretches)), unit.outcome, unit.remark, unit.depth)
