"""A publication's sections as a page shows them: the text as HTML, each chart with its table, and what must be known to read it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from raadhus.core.documents.text import render_html
from raadhus.personnel.rules.publication.content import Publishable, Shown
from raadhus.personnel.writer.publication.blocks import APPENDIX, definition_blocks, text_blocks
from raadhus.ui.charts import Picture

_LEVEL = 3


@dataclass(frozen=True, slots=True)
class ShownExhibit:
    """A chart with its table, or a table alone."""

    picture: Picture
    is_drawn: bool
    caption: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as a page shows it; the last one, how the figures are made up, has no comment and a key of its own."""

    key: str
    heading: str
    html: SafeString
    exhibits: tuple[ShownExhibit, ...] = ()


def sections_of(content: Publishable) -> tuple[ShownSection, ...]:
    """Return every section, for headings of the second level."""
    parts = [(one.key, one.heading, text_blocks(one), one.shown) for one in content.sections]
    parts.append(("opgjort", APPENDIX, definition_blocks(content), ()))
    # The renderer of documents escapes every text; it is the one place that makes HTML of blocks.
    return tuple(
        ShownSection(
            key,
            heading,
            mark_safe(render_html(blocks, heading_level=_LEVEL)),  # noqa: S308 - just named
            tuple(_exhibit(one) for one in shown),
        )
        for key, heading, blocks, shown in parts
    )


def _exhibit(one: Shown) -> ShownExhibit:
    sheet = one.sheet
    figures = {
        name
        for name, *cells in zip(sheet.head, *sheet.rows, strict=True)
        if any(cell.value is not None for cell in cells)
    }
    picture = Picture(
        title=one.title,
        alt=one.alt,
        spec=one.spec or {},
        columns=sheet.head if sheet.rows else (),
        rows=tuple(tuple(cell.text for cell in row) for row in sheet.rows),
        words=frozenset(set(sheet.head) - figures),
    )
    return ShownExhibit(picture, one.spec is not None, sheet.caption, sheet.notes)
