"""What a new file changes in what is known: what we knew when is kept, so nothing is overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Generic, TypeVar

from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow

_Row = TypeVar("_Row", EmploymentRow, AbsenceRow)


@dataclass(slots=True)
class Changes(Generic[_Row]):
    """`new` rows are added; of `changed` the known version ends (by its key) and the row is added; `gone` keys end."""

    new: list[_Row] = field(default_factory=list)
    changed: list[_Row] = field(default_factory=list)
    unchanged: int = 0
    gone: list[str] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        """True when the file says what is known already."""
        return not (self.new or self.changed or self.gone)


def changes(known: Mapping[str, int], rows: Iterable[_Row], *, is_complete: bool) -> Changes[_Row]:
    """Return what the rows change. `known` gives a fingerprint of what is known under each key.

    Rows that a complete file no longer has are gone; a file that is not complete says nothing about the others.
    """
    found: Changes[_Row] = Changes()
    left = set(known) if is_complete else set()
    for row in rows:
        left.discard(row.key)
        before = known.get(row.key)
        if before is None:
            found.new.append(row)
        elif before != fingerprint(row):
            found.changed.append(row)
        else:
            found.unchanged += 1
    found.gone = sorted(left)
    return found


def fingerprint(row: EmploymentRow | AbsenceRow) -> int:
    """Return a number that is the same for the same row in every process: 60 bits of a hash over its values."""
    said = "\x1f".join("" if value is None else str(value) for value in row)
    return int.from_bytes(blake2b(said.encode(), digest_size=8).digest(), "big") >> 4
