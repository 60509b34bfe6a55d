"""What a term was made of, as one hash: when it changes, what is out is to be corrected, and never quietly."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b, sha256

from raadhus.personnel.engines.cube import AS_WAS
from raadhus.personnel.rules.absences import AbsencePart
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Step, Term
from raadhus.personnel.rules.history import History
from raadhus.personnel.rules.releasing import first_month_of, last_month_of
from raadhus.personnel.rules.timeline import Stretch

_WIDTH = 16


def hashes(
    terms: Sequence[Term], stretches: Sequence[Stretch], parts: Iterable[AbsencePart], history: History
) -> Mapping[Term, str]:
    """Return the hash of the rows and the organisation behind each term. What happens later is no part of it."""
    absent: dict[int, list[bytes]] = defaultdict(list)
    for part in parts:
        absent[part.month].append(_digest(part._replace(occupation="")))
    return {term: _of_term(term, stretches, absent, history) for term in terms}


def _of_term(term: Term, stretches: Sequence[Stretch], absent: Mapping[int, list[bytes]], history: History) -> str:
    first, last = first_month_of(term), last_month_of(term)
    reach = first - MONTHS_OF_A_YEAR if term.step is Step.YEAR else first
    start, end = month_of(reach).first, month_of(last).after
    rows = sorted(_digest(_within(row, start, end)) for row in stretches if row.start < end and start < row.end)
    found = sha256(b"".join(rows))
    for month in range(first, last + 1):
        found.update(b"".join(sorted(absent.get(month, ()))))
        tree = history.tree(AS_WAS, date.fromordinal(month_of(month).reference))
        found.update(repr(sorted(tree.parents.items())).encode())
    return found.hexdigest()


def _within(row: Stretch, start: int, end: int) -> Stretch:
    """Return the row as it was known within the term: later ends, and the municipality's own groups of job codes, are left out."""
    left = min(row.left, end)
    age = row.left_age if row.left < end else -1
    begun, ended = max(row.start, start), min(row.end, end)
    return row._replace(start=begun, end=ended, left=left, left_age=age, occupation="", administrative=0)


def _digest(row: tuple[object, ...]) -> bytes:
    return blake2b("\x1f".join(map(str, row)).encode(), digest_size=_WIDTH).digest()
