"""Anchor files: the heads of a chain as they are kept outside the database."""

import json
from collections.abc import Iterable

from raadhus.core.audit.rules.canonical import canonical
from raadhus.core.audit.rules.chain import Anchor

FORMAT = "raadhus-audit-anchors/1"
FILE_NAME = "audit-anchors.jsonl"
_MAC_LENGTH = 64


def anchor_text(anchors: Iterable[Anchor]) -> str:
    """Return anchors as the text of an anchor file."""
    return canonical({"format": FORMAT, "anchors": [anchor.as_json() for anchor in anchors]})


def anchors_of(text: str) -> tuple[Anchor, ...]:
    """Read an anchor file, a backup's manifest or a list with one anchor a line. Raises ValueError with a Danish sentence."""
    try:
        value = json.loads(text)
    except ValueError:
        value = {"anchors": [_line(line, number) for number, line in enumerate(text.splitlines(), 1) if line.strip()]}
    if isinstance(value, dict) and "anchors" not in value and "sequence" in value:
        value = {"anchors": [value]}
    found = value.get("anchors") if isinstance(value, dict) else None
    if not isinstance(found, list) or not found:
        raise ValueError("Der er ingen ankre i filen.")
    return tuple(_anchor(item, number) for number, item in enumerate(found, 1))


def _line(line: str, number: int) -> object:
    try:
        return json.loads(line)
    except ValueError as error:
        raise ValueError(f"Linje {number} er ikke JSON.") from error


def _anchor(item: object, number: int) -> Anchor:
    if isinstance(item, dict):
        segment, sequence, mac = item.get("segment"), item.get("sequence"), item.get("mac")
        if isinstance(segment, int) and isinstance(sequence, int) and isinstance(mac, str):
            anchor = Anchor(segment, sequence, mac)
            if segment > 0 and sequence > 0 and len(mac) == _MAC_LENGTH:
                return anchor
    raise ValueError(f"Anker nr. {number} skal have segment, sequence og mac.")
