"""What a new file changes in what is known: what we knew when is kept, so nothing is overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow, iso

_FEW = 20
_Row = EmploymentRow | AbsenceRow


@dataclass(slots=True)
class Changes:
    """Rows with their fingerprints. `new` are added; of `changed` the known version ends (by its key) and the row is added; `gone` keys end."""

    new: list[tuple[_Row, int]] = field(default_factory=list)
    changed: list[tuple[_Row, int]] = field(default_factory=list)
    unchanged: int = 0
    gone: list[str] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        """True when the file says what is known already."""
        return not (self.new or self.changed or self.gone)


def changes(known: Mapping[str, int], rows: Iterable[_Row], *, is_complete: bool) -> Changes:
    """Return what the rows change. `known` gives a fingerprint of what is known under each key.

    Rows that a complete file no longer has are gone; a file that is not complete says nothing about the others.
    """
    found: Changes = Changes()
    left = set(known) if is_complete else set()
    for row in rows:
        key, now = row.key, fingerprint(row)
        before = known.get(key)
        if before is None:
            found.new.append((row, now))
        elif before != now:
            found.changed.append((row, now))
        else:
            found.unchanged += 1
        left.discard(key)
    found.gone = sorted(left)
    return found


def half_a_file(found: Changes, known: int, most_percent: int) -> str:
    """Return the sentence about a complete file that lacks so much of what is known that it is hardly whole; "" when it is.

    A few rows may go from any source.
    """
    if len(found.gone) <= _FEW or len(found.gone) * 100 <= known * most_percent:
        return ""
    return (
        f"{len(found.gone)} af {known} kendte rækker mangler i filen, mere end {most_percent} %; måske er kun en del af den kommet med. "
        "Er det rigtigt, så hæv grænsen i kildens opsætning."
    )


def fingerprint(row: EmploymentRow | AbsenceRow) -> int:
    """Return a number that is the same for the same row in every process: 60 bits of a hash over its values.

    A field is either always a text or never, so an empty value and the word for it are never confused.
    """
    said = "\x1f".join([iso(value) if value.__class__ is date else str(value) for value in row])
    return int.from_bytes(blake2b(said.encode(), digest_size=8).digest(), "big") >> 4
