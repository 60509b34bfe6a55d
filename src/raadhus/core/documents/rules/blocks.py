"""The block model: imported and written text as frozen dataclasses, stored as JSON, the same shape that the editor edits.

Every renderer (HTML, PDF, DOCX, Markdown, plain text, Akoma Ntoso) takes these blocks and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class MarkKind(StrEnum):
    """What a marked stretch of text is."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open stretch [start, end) of a block's text, in characters; `href` is set for links only."""

    start: int
    end: int
    kind: MarkKind
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; `level` 1 is the outermost inside the section."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class ListItem:
    """One list item; `label` is the printed marker ("1.", "a)", "-"), kept so that the text can be printed as it was."""

    text: str
    label: str | None = None
    items: tuple["ListItem", ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, nested through its items. `ordered` when the labels count."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells; the first `header_rows` rows are headers. Rows may not differ in length."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by the SHA-256 of its content; `alt` is mandatory and empty only for decoration."""

    sha256: str
    alt: str


Block = Paragraph | Heading | ListBlock | Table | Image


def _mark_to_json(mark: Mark) -> dict[str, Any]:
    data: dict[str, Any] = {"start": mark.start, "end": mark.end, "kind": mark.kind.value}
    return {**data, "href": mark.href} if mark.href else data


def _mark_from_json(data: Mapping[str, Any]) -> Mark:
    return Mark(data["start"], data["end"], MarkKind(data["kind"]), data.get("href"))


def _item_to_json(item: ListItem) -> dict[str, Any]:
    data: dict[str, Any] = {"text": item.text}
    if item.label is not None:
        data["label"] = item.label
    if item.items:
        data["items"] = [_item_to_json(child) for child in item.items]
    if item.marks:
        data["marks"] = [_mark_to_json(mark) for mark in item.marks]
    return data


def _item_from_json(data: Mapping[str, Any]) -> ListItem:
    return ListItem(
        text=data["text"],
        label=data.get("label"),
        items=tuple(_item_from_json(child) for child in data.get("items", ())),
        marks=tuple(_mark_from_json(mark) for mark in data.get("marks", ())),
    )


def to_json(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return blocks as plain JSON values; `from_json` gives the same blocks back."""
    return [_block_to_json(block) for block in blocks]


def _block_to_json(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text, marks):
            data: dict[str, Any] = {"type": "paragraph", "text": text}
            return {**data, "marks": [_mark_to_json(mark) for mark in marks]} if marks else data
        case Heading(text, level):
            return {"type": "heading", "text": text, "level": level}
        case ListBlock(items, ordered):
            return {"type": "list", "ordered": ordered, "items": [_item_to_json(item) for item in items]}
        case Table(rows, header_rows, caption):
            data = {"type": "table", "rows": [list(row) for row in rows], "header_rows": header_rows}
            return {**data, "caption": caption} if caption else data
        case Image(sha256, alt):
            return {"type": "image", "sha256": sha256, "alt": alt}


def from_json(data: Sequence[Mapping[str, Any]]) -> tuple[Block, ...]:
    """Return the blocks of JSON values. Raises KeyError or ValueError when it is not the block model."""
    return tuple(_block_from_json(block) for block in data)


def _block_from_json(data: Mapping[str, Any]) -> Block:
    match data["type"]:
        case "paragraph":
            return Paragraph(data["text"], tuple(_mark_from_json(mark) for mark in data.get("marks", ())))
        case "heading":
            return Heading(data["text"], data.get("level", 1))
        case "list":
            items = tuple(_item_from_json(item) for item in data["items"])
            return ListBlock(items, data.get("ordered", False))
        case "table":
            rows = tuple(tuple(row) for row in data["rows"])
            return Table(rows, data.get("header_rows", 1), data.get("caption"))
        case "image":
            return Image(data["sha256"], data["alt"])
        case other:
            raise ValueError(f"Ukendt bloktype: {other}")
