"""The shapes that templates take, made from what is printed in every format: pages and exports say the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.safestring import SafeString

from raadhus.core.documents.text import Block, render_html
from raadhus.meetings.queries.naming import MARK, item_address, page_at
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
class FileShown:
    """An attachment that may be downloaded; `size` is in bytes, None where unknown."""

    url: str
    title: str
    size: int | None


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item ready for a template. `url` is empty for an item that the viewer is not shown."""

    item: DisclosedItem
    heading: str
    contents: str
    url: str
    sections: tuple[SectionShown, ...]
    news: News | None = None
    files: tuple[FileShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link to another meeting or item."""

    url: str
    label: str


def item_shown(
    item: PrintedItem, meeting_id: object, news: News | None = None, paths: Mapping[str, str] = MappingProxyType({})
) -> ItemShown:
    """Return a printed item ready for a template; `paths` are the permanent addresses of items, for those who use them."""
    own = item.item
    url = "" if own.withheld else _address(own.id, meeting_id, paths)
    sections = tuple(_section_shown(section) for section in item.sections)
    files = tuple(
        FileShown(f"{url}bilag/{each.sha256[:MARK]}/", each.title, each.size) for each in own.attachments if each.sha256
    )
    return ItemShown(own, item.heading, item.contents, url, sections, None if own.withheld else news, files)


def _address(item_id: str, meeting_id: object, paths: Mapping[str, str]) -> str:
    return page_at(paths[item_id]) if item_id in paths else item_address(meeting_id, item_id)


def _section_shown(section: PrintedSection) -> SectionShown:
    before, after = _html(section.before), _html(section.after)
    return SectionShown(section.kind, section.heading, before, section.recommendations, after)


def _html(blocks: Sequence[Block]) -> SafeString:
    # The renderer escapes everything and writes nothing but the elements of the block model.
    return SafeString(render_html(blocks, heading_level=4))
