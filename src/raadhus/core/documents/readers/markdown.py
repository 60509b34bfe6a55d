"""What a person writes in a plain text field, as blocks: Markdown without HTML, with tables."""

from markdown_it import MarkdownIt

from raadhus.core.documents.readers.html_blocks import blocks_from_html
from raadhus.core.documents.rules.blocks import Block


def blocks_from_markdown(source: str) -> tuple[Block, ...]:
    """Return the blocks of Markdown text; a heading with one # is of level 1. HTML in it is text like any other."""
    written = source.replace("\r\n", "\n").replace("\r", "\n")
    html = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table").render(written)
    return blocks_from_html(html)
