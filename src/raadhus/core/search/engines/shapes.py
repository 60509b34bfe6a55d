"""What passes between the index and the engines."""

from dataclasses import dataclass
from datetime import date

Value = str | int | date


@dataclass(frozen=True, slots=True)
class Tokens:
    """An entry as the engines index it: the stems in order, and the parts of its compound words in no order."""

    title: tuple[str, ...]
    title_parts: tuple[str, ...]
    body: tuple[str, ...]
    body_parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL with its parameters."""

    sql: str
    parameters: tuple[Value, ...] = ()
