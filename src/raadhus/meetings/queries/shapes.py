"""The shapes that templates take, made from what is printed in every format: pages and exports say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from raadhus.core.documents.text import Block, render_html
from raadhus.meetings.queries.naming import item_address
from raadhus.meetings.rules.disclosure import DisclosedItem
from raadhus.meetings.rules.news import News
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.printed import PrintedItem, PrintedSection


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section ready for a template; `recommendations` stand between the two pieces of HTML."""

    kind: SectionKind
    heading: str | None
    before: SafeString
    recommendations: tuple[RecommendationRecord, ...]
    after: SafeString


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item ready for a template. `url` is empty for an item that the viewer is not shown."""

    item: DisclosedItem
    heading: str
    contents: str
    url: str
    sections: tuple[SectionShown, ...]
    news: News | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link to another meeting or item."""

    url: str
    label: str


def item_shown(item: PrintedItem, meeting_id: object, news: News | None = None) -> ItemShown:
    """Return a printed item ready for a template."""
    url = "" if item.item.withheld else item_address(meeting_id, item.item.id)
    sections = tuple(_section_shown(section) for section in item.sections)
    return ItemShown(item.item, item.heading, item.contents, url, sections, None if item.item.withheld else news)


def _section_shown(section: PrintedSection) -> SectionShown:
    before, after = _html(section.before), _html(section.after)
    return SectionShown(section.kind, section.heading, before, section.recommendations, after)


def _html(blocks: Sequence[Block]) -> SafeString:
    # The renderer escapes everything and writes nothing but the elements of the block model.
    return SafeString(render_html(blocks, heading_level=4))
