"""A document's lines as plain JSON values, for keeping what was read; only what is not the usual is written."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from raadhus.core.documents.rules.source_text import Line, LineKind, SourceText, SourceWarning

_DEFAULTS = {field.name: field.default for field in fields(Line) if field.default is not MISSING}


def to_json(source: SourceText) -> dict[str, Any]:
    """Return the document as JSON values; `from_json` gives the same document back."""
    return {
        "text": source.text,
        "media_type": source.media_type,
        "page_count": source.page_count,
        "title": source.title,
        "lines": [_line_to_json(line) for line in source.lines],
        "warnings": [[warning.code, warning.message, warning.start, warning.end] for warning in source.warnings],
    }


def from_json(data: Mapping[str, Any]) -> SourceText:
    """Return the document of JSON values that `to_json` wrote."""
    return SourceText(
        text=data["text"],
        lines=tuple(_line_from_json(data["text"], line) for line in data["lines"]),
        media_type=data["media_type"],
        page_count=data["page_count"],
        title=data["title"],
        warnings=tuple(SourceWarning(*warning) for warning in data["warnings"]),
    )


def pack(source: SourceText) -> bytes:
    """Return the document as few bytes; `unpack` gives the same document back."""
    return zlib.compress(json.dumps(to_json(source), ensure_ascii=False).encode())


def unpack(packed: bytes) -> SourceText:
    """Return the document that `pack` packed."""
    return from_json(json.loads(zlib.decompress(packed)))


def _line_to_json(line: Line) -> dict[str, Any]:
    """Return a line without its text, which is its span of the document's text."""
    unusual = {name: getattr(line, name) for name, usual in _DEFAULTS.items() if getattr(line, name) != usual}
    return {"start": line.start, "end": line.end, **unusual}


def _line_from_json(text: str, data: Mapping[str, Any]) -> Line:
    values = dict(data)
    for name in ("cells", "css"):
        if name in values:
            values[name] = tuple(values[name])
    if "kind" in values:
        values["kind"] = LineKind(values["kind"])
    return Line(text=text[data["start"] : data["end"]], **values)
