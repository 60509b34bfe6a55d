"""A section of the publication as blocks, so that page, PDF and Word show the same."""

import json
from collections.abc import Iterator

from raadhus.core.documents.text import (
    Block,
    Chart,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Paragraph,
    Table,
    blocks_from_markdown,
)
from raadhus.personnel.rules.publication.content import Publishable, Sheet, Shown, Written

COMMENT = "Kommentar"
APPENDIX = "Sådan er tallene opgjort"


def section_blocks(section: Written) -> tuple[Block, ...]:
    """Return text, comment, charts and tables of a section in the order in which they are read."""
    return (*text_blocks(section), *(block for one in section.shown for block in shown_blocks(one)))


def text_blocks(section: Written) -> tuple[Block, ...]:
    """Return the text of a section with what the editors wrote."""
    return tuple(_text(section))


def _text(section: Written) -> Iterator[Block]:
    yield from (Paragraph(text) for text in section.text)
    if section.comment.strip():
        yield Heading(COMMENT)
        yield from (_lower(block) for block in blocks_from_markdown(section.comment))


def shown_blocks(one: Shown) -> Iterator[Block]:
    """Yield a chart with its sentence, and the table behind it."""
    if one.alt:
        yield Heading(one.title)
    if one.spec is not None:
        yield Chart(one.title, one.alt, json.dumps(one.spec, ensure_ascii=False))
    elif one.alt:
        yield Paragraph(one.alt)
    yield from sheet_blocks(one.sheet)


def sheet_blocks(sheet: Sheet) -> Iterator[Block]:
    """Yield a table, and what must be known to read it."""
    rows = tuple(tuple(cell.text for cell in row) for row in sheet.rows)
    if rows:
        yield Table((sheet.head, *rows), 1, sheet.caption)
    if sheet.notes:
        yield Paragraph("\n".join(sheet.notes))


def definition_blocks(content: Publishable) -> tuple[Block, ...]:
    """Return how the figures are made up: definitions with version and source, assumptions, and the reference values."""
    return tuple(_definitions(content))


def _definitions(content: Publishable) -> Iterator[Block]:
    yield Paragraph(
        f"Alle tal er fra udgivelse {content.release} af kommunens personaletal. Tal, der kunne røbe noget om enkeltpersoner, vises ikke "
        "eller er let sløret; det står ved tallene. Mærket [I] er kommunens egen fortolkning, [U] noget, der ikke er fundet en kilde til."
    )
    for one in content.definitions:
        yield Paragraph(
            f"{one['name']}: {one['definition']} Omfatter {one['population']}. Version {one['version']}; kilde: {one['source']}.",
            (Mark(0, len(one["name"]) + 1, MarkKind.STRONG),),
        )
    yield Heading("Forudsætninger")
    # Several measures rest on the same, which is then said once.
    said = dict.fromkeys(text for one in content.definitions for text in one["assumptions"])
    yield ListBlock(tuple(ListItem(text) for text in said))
    if content.references:
        yield Heading("Sammenligningstal")
        yield ListBlock(tuple(ListItem(words) for words in dict.fromkeys(one["words"] for one in content.references)))


def _lower(block: Block) -> Block:
    """Return the block with its headings below the word that stands over a comment."""
    return Heading(block.text, block.level + 1) if isinstance(block, Heading) else block
