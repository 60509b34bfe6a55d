"""Blocks as Akoma Ntoso 3.0: paragraphs, block lists and tables, with an id on everything that can be cited."""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.runs import Run, printed_label, runs
from raadhus.core.documents.rules.blocks import (
    Block,
    Chart,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Table,
)

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# lxml's own name for an element is private; its stubs differ between releases.
Element = Any


def child(parent: Element, tag: str, **attributes: str) -> Element:
    """Append an Akoma Ntoso element and return it."""
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", {name: clean(value) for name, value in attributes.items()})


def add_blocks(parent: Element, blocks: Sequence[Block], prefix: str) -> None:
    """Append blocks to an element that takes them; `prefix` begins every id."""
    for position, block in enumerate(blocks, start=1):
        _add(parent, block, f"{prefix}__{position}")


def add_text(element: Element, text: str, marks: Sequence[Mark] = ()) -> None:
    """Append running text to an element; line feeds become <eol/>."""
    for run in runs(text, marks):
        _run(element, run)


def _add(parent: Element, block: Block, prefix: str) -> None:
    match block:
        case Paragraph(text, marks):
            add_text(child(parent, "p"), text, marks)
        case Heading(text):
            add_text(child(child(parent, "p", **{"class": "heading"}), "b"), text)
        case ListBlock(items) if items:
            _list(parent, items, prefix)
        case Table(rows) if rows and rows[0]:
            _table(parent, block)
        case Image(_, alt) | Chart(_, alt) if alt.strip():
            add_text(child(parent, "p", **{"class": "image"}), alt)


def _run(element: Element, run: Run) -> None:
    holder = child(element, "a", href=run.href) if run.href else element
    if run.strong:
        holder = child(holder, "b")
    if run.emphasis:
        holder = child(holder, "i")
    for position, line in enumerate(run.text.split("\n")):
        if position:
            child(holder, "eol")
        _append(holder, line)


def _append(element: Element, text: str) -> None:
    """Append text behind what the element already holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _list(parent: Element, items: Sequence[ListItem], prefix: str) -> None:
    element = child(parent, "blockList", eId=f"{prefix}__list")
    for position, each in enumerate(items, start=1):
        name = f"{prefix}__item_{position}"
        item = child(element, "item", eId=name)
        label = printed_label(each)
        if label:
            add_text(child(item, "num"), label)
        add_text(child(item, "p"), each.text, each.marks)
        if each.items:
            _list(item, each.items, name)


def _table(parent: Element, table: Table) -> None:
    element = child(parent, "table")
    if table.caption:
        add_text(child(element, "caption"), table.caption)
    for position, row in enumerate(table.rows):
        line = child(element, "tr")
        for cell in row:
            holder = child(line, "th" if position < table.header_rows else "td")
            add_text(child(holder, "p"), cell)
