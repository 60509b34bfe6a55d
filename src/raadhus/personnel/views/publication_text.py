"""A publication's sections as HTML."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from raadhus.core.documents.text import render_html
from raadhus.personnel.rules.publication.content import Publishable
from raadhus.personnel.writer.publication.blocks import APPENDIX, definition_blocks, section_blocks

_LEVEL = 3


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as a page shows it; the last one, how the figures are made up, has no comment and a key of its own."""

    key: str
    heading: str
    html: SafeString


def sections_of(content: Publishable) -> tuple[ShownSection, ...]:
    """Return every section as HTML under headings of the second level."""
    parts = [(one.key, one.heading, section_blocks(one)) for one in content.sections]
    parts.append(("opgjort", APPENDIX, definition_blocks(content)))
    # The renderer of documents escapes every text; it is the one place that makes HTML of blocks.
    return tuple(
        ShownSection(key, heading, mark_safe(render_html(blocks, heading_level=_LEVEL)))  # noqa: S308 - just named
        for key, heading, blocks in parts
    )
