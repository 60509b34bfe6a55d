"""Blocks in the shape of the live editor (ProseMirror) and back.

The editor knows paragraphs, headings, bullet and ordered lists, tables, pictures and three marks; list markers and table
captions travel as attributes, so that nothing is lost on the way there and back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

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
from raadhus.core.documents.rules.blocks_json import NotBlocks, from_json, to_json

_MARKS = {"strong": "bold", "emphasis": "italic", "link": "link"}
_KINDS = {name: kind for kind, name in _MARKS.items()}

Node = dict[str, Any]


def to_editor(blocks: Sequence[Block]) -> Node:
    """Return the document that the editor edits."""
    return {"type": "doc", "content": [_node(block) for block in blocks]}


def from_editor(document: object) -> tuple[Block, ...]:
    """Return the blocks of what the editor holds. Raises NotBlocks when it holds anything else."""
    if _kind(document) != "doc":
        raise NotBlocks("Teksten fra editoren er ikke et dokument.")
    try:
        return from_json([_block(node) for node in _content(document)])
    except RecursionError as error:
        raise NotBlocks("Teksten fra editoren er indlejret i for mange lag.") from error


def _node(block: Block) -> Node:
    match block:
        case Paragraph(text, marks):
            return {"type": "paragraph", "content": _inline(text, marks)}
        case Heading(text, level):
            return {"type": "heading", "attrs": {"level": level}, "content": _inline(text)}
        case ListBlock(items, ordered):
            return _list_node(items, ordered=ordered)
        case Table():
            return _table_node(block)
        case Image(sha256, alt):
            return {"type": "image", "attrs": {"sha256": sha256, "alt": alt}}
        case Chart():
            return {"type": "chart", "attrs": to_json((block,))[0]}


def _list_node(items: Iterable[ListItem], *, ordered: bool) -> Node:
    return {"type": "orderedList" if ordered else "bulletList", "content": [_item_node(item) for item in items]}


def _item_node(item: ListItem) -> Node:
    content: list[Node] = [{"type": "paragraph", "content": _inline(item.text, item.marks)}]
    if item.items:
        # The model says nothing of a nested list's kind; printed markers 1. 2. 3. are what the editor counts by itself.
        counted = [child.label for child in item.items] == [f"{place}." for place, _ in enumerate(item.items, 1)]
        nested = [replace(child, label=None) for child in item.items] if counted else item.items
        content.append(_list_node(nested, ordered=counted))
    return {"type": "listItem", "attrs": {"label": item.label}, "content": content}


def _table_node(table: Table) -> Node:
    def row(cells: Sequence[str], kind: str) -> Node:
        inner = [{"type": kind, "content": [{"type": "paragraph", "content": _inline(cell)}]} for cell in cells]
        return {"type": "tableRow", "content": inner}

    rows = [
        row(cells, "tableHeader" if number < table.header_rows else "tableCell")
        for number, cells in enumerate(table.rows)
    ]
    return {"type": "table", "attrs": {"caption": table.caption, "headerRows": table.header_rows}, "content": rows}


def _inline(text: str, marks: Sequence[Mark] = ()) -> list[Node]:
    """Cut the text where a mark or a line begins or ends; a text without characters is no node, as the editor demands."""
    edges = sorted({0, len(text)} | {edge for mark in marks for edge in (mark.start, mark.end)})
    nodes = []
    for start, end in pairwise(edges):
        covering = [_mark_node(mark) for mark in marks if mark.start <= start and end <= mark.end]
        nodes += [{**node, "marks": covering} if covering else node for node in _lines(text[start:end])]
    return nodes


def _lines(text: str) -> Iterator[Node]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield {"type": "hardBreak"}
        if line:
            yield {"type": "text", "text": line}


def _mark_node(mark: Mark) -> Node:
    node: Node = {"type": _MARKS[mark.kind.value]}
    return {**node, "attrs": {"href": mark.href}} if mark.href is not None else node


def _block(node: object) -> Node:
    """Return the JSON of a block; from_json checks it afterwards."""
    match _kind(node):
        case "paragraph":
            return {"type": "paragraph", **_text(node)}
        case "heading":
            return {"type": "heading", "text": _text(node)["text"], "level": _attributes(node).get("level", 1)}
        case "bulletList" | "orderedList" as kind:
            return {"type": "list", "ordered": kind == "orderedList", "items": _items(node)}
        case "table":
            return _table(node)
        case "image":
            attributes = _attributes(node)
            return {"type": "image", "sha256": attributes.get("sha256"), "alt": attributes.get("alt")}
        case "chart":
            return {**_attributes(node), "type": "chart"}
        case other:
            raise NotBlocks(f"Teksten fra editoren har en ukendt del: {other!r}.")


def _items(node: object) -> list[Node]:
    return [_item(child) for child in _content(node)]


def _item(node: object) -> Node:
    """Paragraphs of an item become one text, its lists one list: the block model has no more inside an item."""
    if _kind(node) != "listItem":
        raise NotBlocks("En liste fra editoren har en del, der ikke er et punkt.")
    texts = [_text(child) for child in _content(node) if _kind(child) == "paragraph"]
    nested = [item for child in _content(node) for item in _nested(child)]
    if len(texts) + sum(_kind(child) in {"bulletList", "orderedList"} for child in _content(node)) != len(
        _content(node)
    ):
        raise NotBlocks("Et punkt i en liste fra editoren har andet end tekst og lister.")
    return {**_joined(texts), "label": _attributes(node).get("label"), "items": nested}


def _nested(node: object) -> list[Node]:
    """Return the items of a list inside an item; what the editor counted gets its number printed."""
    if _kind(node) not in {"bulletList", "orderedList"}:
        return []
    items = _items(node)
    if _kind(node) == "bulletList":
        return items
    return [{**item, "label": item["label"] or f"{place}."} for place, item in enumerate(items, 1)]


def _joined(texts: Sequence[Node]) -> Node:
    text, marks = "", []
    for number, part in enumerate(texts):
        text += "\n" if number else ""
        offset = len(text)
        marks += [{**mark, "start": mark["start"] + offset, "end": mark["end"] + offset} for mark in part["marks"]]
        text += part["text"]
    return {"text": text, "marks": marks}


def _table(node: object) -> Node:
    rows, headers = [], 0
    for row in _content(node):
        cells = _content(row)
        rows.append([_joined([_text(child) for child in _content(cell)])["text"] for cell in cells])
        leading = headers == len(rows) - 1
        headers += leading and bool(cells) and all(_kind(cell) == "tableHeader" for cell in cells)
    attributes = _attributes(node)
    # A table that was pasted may have cells that span several columns: the row is filled up, so that nothing is lost.
    widest = max(map(len, rows), default=0)
    rows = [row + [""] * (widest - len(row)) for row in rows]
    # The editor's own header cells decide; the attribute only speaks for a table that has no cells.
    header_rows = headers if any(rows) else attributes.get("headerRows", headers)
    return {"type": "table", "rows": rows, "header_rows": header_rows, "caption": attributes.get("caption")}


def _text(node: object) -> Node:
    """Return the text of a node's children with the marks on it; neighbours with the same mark become one mark."""
    text = ""
    marks: list[Node] = []
    for child in _content(node):
        piece = "\n" if _kind(child) == "hardBreak" else _piece(child)
        for mark in child.get("marks") or () if isinstance(child, Mapping) else ():
            _mark(marks, mark, len(text), len(text) + len(piece))
        text += piece
    return {"text": text, "marks": sorted(marks, key=lambda mark: (mark["start"], -mark["end"], mark["kind"]))}


def _piece(node: object) -> str:
    value = node.get("text") if isinstance(node, Mapping) and node.get("type") == "text" else None
    if not isinstance(value, str):
        raise NotBlocks(f"Teksten fra editoren har en ukendt del: {_kind(node)!r}.")
    return value


def _mark(marks: list[Node], node: object, start: int, end: int) -> None:
    kind = _KINDS.get(str(_kind(node)))
    if kind is None:
        raise NotBlocks(f"Teksten fra editoren har en ukendt fremhævning: {_kind(node)!r}.")
    href = _attributes(node).get("href") if kind == "link" else None
    for mark in marks:
        if mark["end"] == start and mark["kind"] == kind and mark["href"] == href:
            mark["end"] = end
            return
    marks.append({"start": start, "end": end, "kind": kind, "href": href})


def _kind(node: object) -> object:
    return node.get("type") if isinstance(node, Mapping) else None


def _content(node: object) -> Sequence[Any]:
    value = node.get("content", []) if isinstance(node, Mapping) else None
    if not isinstance(value, list):
        raise NotBlocks("Teksten fra editoren har en del uden indhold.")
    return value


def _attributes(node: object) -> Mapping[str, Any]:
    value = node.get("attrs") if isinstance(node, Mapping) else None
    return value if isinstance(value, Mapping) else {}
