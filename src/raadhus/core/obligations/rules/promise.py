"""One thing promised, as somebody says it before it is written down."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised, by whom, to which body and by when; `due` as in rules/due.py, `ordered` the day the board asked for it."""

    text: str
    owner_key: str | None = None
    owner_text: str = ""
    unit_key: str | None = None
    due: str | None = None
    to_body: str = ""
    ordered: date | None = None


def named_body(text: str) -> str:
    """Return a body's name as lists and counts group it: a document writes "direktionen" in the middle of a sentence."""
    name = " ".join(text.split())
    return name[:1].upper() + name[1:]
