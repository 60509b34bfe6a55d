"""What is wanted of a term that is out, and the words for why it is not made again."""

from dataclasses import dataclass

from raadhus.kernel.errors import DomainError
from raadhus.personnel.batch.following import ShorterTerms

FEW, PROTECTS, GONE, ORGANISATION, SERIES = "few", "protects", "gone", "organisation", "series"


class Waits(DomainError):
    """A term cannot be made again at all. `why` is one of the words of the manifest."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Fails(DomainError):
    """What follows from the shorter terms of a longer one is not safe beside it: this sum of all of them is to stand."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Wanted:
    """What is wanted of a term: its corrections, and the units of today's organisation that are not what they were.

    `shorter` are the terms within it, and `waiting` the sums that wait in some of them. `unmoved` sums tell nothing of new units, and
    `frozen` ones stand.
    """

    corrected: bool
    shorter: ShorterTerms
    moved: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    unmoved: frozenset[str] = frozenset()
    frozen: frozenset[str] = frozenset()
