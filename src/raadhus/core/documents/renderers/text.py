"""Blocks as plain text: one line a paragraph, lists indented by two, tables by tabs."""

from collections.abc import Iterator, Sequence

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.runs import printed_label
from raadhus.core.documents.rules.blocks import Block, Chart, Heading, Image, ListBlock, ListItem, Paragraph, Table


def plain_text(blocks: Sequence[Block]) -> str:
    """Return the blocks as plain text, a blank line between them."""
    return "\n\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    match block:
        case Paragraph(text) | Heading(text):
            return clean(text)
        case ListBlock(items):
            return "\n".join(_items(items, 0))
        case Table(rows, _, caption):
            lines = ("\t".join(map(one_line, row)) for row in rows)
            return "\n".join(filter(None, (clean(caption or ""), *lines)))
        case Image(_, alt) | Chart(_, alt):
            return clean(alt)


def _items(items: Sequence[ListItem], depth: int) -> Iterator[str]:
    for item in items:
        yield f"{'  ' * depth}{printed_label(item) or '-'} {one_line(item.text)}"
        yield from _items(item.items, depth + 1)


def one_line(text: str) -> str:
    """Return the text on one line: every run of white space, tabs included, becomes one space."""
    return " ".join(clean(text).split())
