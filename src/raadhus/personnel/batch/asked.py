"""What a release is made from, what is asked for, and what was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from raadhus.personnel.batch.made_by import Rules
from raadhus.personnel.batch.store import term_of
from raadhus.personnel.rules.absences import AbsencePart
from raadhus.personnel.rules.calendar import WorkingDays
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.releasing import first_month_of, last_month_of
from raadhus.personnel.rules.timeline import Stretch


@dataclass(frozen=True)
class Facts:
    """What a release is made from, laid out in time."""

    stretches: Sequence[Stretch]
    parts: Sequence[AbsencePart]
    days: WorkingDays
    rules: Rules
    kept_from: date | None = None
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """Which release: its number, the terms it is to hold, and the number of the one it follows, 0 for none."""

    number: int
    terms: tuple[Term, ...]
    earlier: int
    made_by: str
    made_at: datetime
    workers: int = 1


@dataclass
class Made:
    """What was made: the manifest with its hash, and what is to be told. `stopped` holds why nothing may be published."""

    manifest: dict[str, Any] = field(default_factory=dict)
    sha256: str = ""
    stopped: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def first_month(self) -> int:
        """The number of the first month that is told of."""
        return min(first_month_of(term_of(written)) for written in self.manifest["terms"])

    @property
    def last_month(self) -> int:
        """The number of the last month that is told of."""
        return max(last_month_of(term_of(written)) for written in self.manifest["terms"])
