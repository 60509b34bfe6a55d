"""Blocks as plain JSON values and back. What comes back is checked wholly: it may have been stored, posted or imported."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from raadhus.core.documents.rules.blocks import (
    Block,
    Chart,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Paragraph,
    Table,
    is_linkable,
)
from raadhus.kernel.errors import WrongInput

DEEPEST_LIST = 30
LOWEST_HEADING = 6
LARGEST_CHART = 200_000

_SHA256_LENGTH = 64
_Value = TypeVar("_Value")


class NotBlocks(WrongInput, ValueError):
    """JSON values that are not the block model; the sentence says where and what."""


def to_json(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return blocks as plain JSON values; `from_json` gives the same blocks back."""
    return [_block_to_json(block) for block in blocks]


def from_json(data: object) -> tuple[Block, ...]:
    """Return the blocks of JSON values. Raises NotBlocks when it is not the block model."""
    return tuple(_block(block, f"blok {number}") for number, block in enumerate(_list(data, "teksten"), 1))


def _block_to_json(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text, marks):
            return {"type": "paragraph", "text": text, **_marks_to_json(marks)}
        case Heading(text, level):
            return {"type": "heading", "text": text, "level": level}
        case ListBlock(items, ordered):
            return {"type": "list", "ordered": ordered, "items": [_item_to_json(item) for item in items]}
        case Table(rows, header_rows, caption):
            data = {"type": "table", "rows": [list(row) for row in rows], "header_rows": header_rows}
            return data if caption is None else {**data, "caption": caption}
        case Image(sha256, alt):
            return {"type": "image", "sha256": sha256, "alt": alt}
        case Chart(title, alt, spec):
            return {"type": "chart", "title": title, "alt": alt, "spec": json.loads(spec)}


def _item_to_json(item: ListItem) -> dict[str, Any]:
    data: dict[str, Any] = {"text": item.text}
    if item.label is not None:
        data["label"] = item.label
    if item.items:
        data["items"] = [_item_to_json(child) for child in item.items]
    return {**data, **_marks_to_json(item.marks)}


def _marks_to_json(marks: Sequence[Mark]) -> dict[str, Any]:
    return {"marks": [_mark_to_json(mark) for mark in marks]} if marks else {}


def _mark_to_json(mark: Mark) -> dict[str, Any]:
    data: dict[str, Any] = {"start": mark.start, "end": mark.end, "kind": mark.kind.value}
    return {**data, "href": mark.href} if mark.href is not None else data


def _block(data: object, where: str) -> Block:
    fields = _mapping(data, where)
    makers: dict[object, Callable[[Mapping[str, Any], str], Block]] = {
        "paragraph": _paragraph,
        "heading": _heading,
        "list": _list_block,
        "table": _table,
        "image": _image,
        "chart": _chart,
    }
    kind = fields.get("type")
    if not isinstance(kind, str) or kind not in makers:
        raise NotBlocks(f"{where}: ukendt bloktype {kind!r}.")
    return makers[kind](fields, where)


def _paragraph(data: Mapping[str, Any], where: str) -> Paragraph:
    _only(data, {"type", "text", "marks"}, where)
    text = _of(data, "text", str, where)
    return Paragraph(text, _marks(data, text, where))


def _heading(data: Mapping[str, Any], where: str) -> Heading:
    _only(data, {"type", "text", "level"}, where)
    level = _of(data, "level", int, where, 1)
    if not 1 <= level <= LOWEST_HEADING:
        raise NotBlocks(f"{where}: overskriftens niveau skal være 1 til {LOWEST_HEADING}.")
    return Heading(_of(data, "text", str, where), level)


def _list_block(data: Mapping[str, Any], where: str) -> ListBlock:
    _only(data, {"type", "items", "ordered"}, where)
    items = _list(data.get("items"), where)
    read = tuple(_item(item, f"{where}, punkt {number}", 1) for number, item in enumerate(items, 1))
    return ListBlock(read, _of(data, "ordered", bool, where, default=False))


def _item(data: object, where: str, depth: int) -> ListItem:
    if depth > DEEPEST_LIST:
        raise NotBlocks(f"{where}: listen er indlejret i over {DEEPEST_LIST} lag.")
    fields = _mapping(data, where)
    _only(fields, {"text", "label", "items", "marks"}, where)
    text = _of(fields, "text", str, where)
    children = enumerate(_list(fields.get("items", []), where), 1)
    return ListItem(
        text=text,
        label=None if fields.get("label") is None else _of(fields, "label", str, where),
        items=tuple(_item(child, f"{where}.{number}", depth + 1) for number, child in children),
        marks=_marks(fields, text, where),
    )


def _table(data: Mapping[str, Any], where: str) -> Table:
    _only(data, {"type", "rows", "header_rows", "caption"}, where)
    rows = tuple(tuple(_cell(cell, where) for cell in _list(row, where)) for row in _list(data.get("rows"), where))
    if len({len(row) for row in rows}) > 1:
        raise NotBlocks(f"{where}: tabellens rækker er ikke lige lange.")
    header_rows = _of(data, "header_rows", int, where, 1)
    if not 0 <= header_rows <= max(len(rows), 1):
        raise NotBlocks(f"{where}: tabellen har ikke {header_rows} overskriftsrækker.")
    caption = None if data.get("caption") is None else _of(data, "caption", str, where)
    return Table(rows, header_rows, caption)


def _cell(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise NotBlocks(f"{where}: en celle i tabellen er ikke tekst.")
    return value


def _image(data: Mapping[str, Any], where: str) -> Image:
    _only(data, {"type", "sha256", "alt"}, where)
    sha256 = _of(data, "sha256", str, where)
    if len(sha256) != _SHA256_LENGTH or set(sha256) - set("0123456789abcdef"):
        raise NotBlocks(f"{where}: billedets kendetegn er ikke en SHA-256.")
    return Image(sha256, _of(data, "alt", str, where))


def _chart(data: Mapping[str, Any], where: str) -> Chart:
    _only(data, {"type", "title", "alt", "spec"}, where)
    alt = _of(data, "alt", str, where)
    if not alt.strip():
        raise NotBlocks(f"{where}: diagrammet mangler en sætning, der siger, hvad det viser.")
    try:
        spec = json.dumps(_mapping(data.get("spec"), where), ensure_ascii=False, sort_keys=True, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotBlocks(f"{where}: diagrammet indeholder værdier, der ikke er tekst eller tal.") from error
    if len(spec) > LARGEST_CHART:
        raise NotBlocks(f"{where}: diagrammet er for stort.")
    return Chart(_of(data, "title", str, where), alt, spec)


def _marks(data: Mapping[str, Any], text: str, where: str) -> tuple[Mark, ...]:
    return tuple(_mark(mark, text, where) for mark in _list(data.get("marks", []), where))


def _mark(data: object, text: str, where: str) -> Mark:
    fields = _mapping(data, where)
    _only(fields, {"start", "end", "kind", "href"}, where)
    start, end = _of(fields, "start", int, where), _of(fields, "end", int, where)
    kind = _of(fields, "kind", str, where)
    if kind not in set(MarkKind):
        raise NotBlocks(f"{where}: ukendt fremhævning {kind!r}.")
    if not 0 <= start < end <= len(text):
        raise NotBlocks(f"{where}: fremhævningen {start}-{end} ligger uden for teksten.")
    href = None if fields.get("href") is None else _of(fields, "href", str, where)
    if (kind == MarkKind.LINK) != (href is not None) or (href is not None and not is_linkable(href)):
        raise NotBlocks(f"{where}: et link skal føre til en adresse, der begynder med http, https, mailto eller tel.")
    return Mark(start, end, MarkKind(kind), href)


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise NotBlocks(f"{where}: forventede et objekt.")
    return value


def _list(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise NotBlocks(f"{where}: forventede en liste.")
    return value


def _only(data: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(str(name) for name in data.keys() - known)
    if unknown:
        raise NotBlocks(f"{where}: ukendt felt {unknown[0]!r}.")


def _of(data: Mapping[str, Any], name: str, kind: type[_Value], where: str, default: _Value | None = None) -> _Value:
    """Return a field of that very type; a missing one is its default, and an error when there is none."""
    value = data.get(name, default)
    if type(value) is not kind:
        raise NotBlocks(f"{where}: feltet {name!r} mangler eller er af forkert slags.")
    return value
