"""Who looked whose employment up: the trail's own entries, for the data protection officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from raadhus.core.access.public import require
from raadhus.core.audit.public import LogAsked, log
from raadhus.core.workforce.queries.looking import LOOKED_UP
from raadhus.kernel.actors import Actor

_EVENT = "access.looked_up"
# What was looked at: an employment, what a search showed, or (a verb) all of them, for a calculation.
KINDS = (LOOKED_UP, "employment_search", "verb")
# How the trail writes the verb of a look-up; other rooms' look-ups are not payroll's.
_OURS = '"verb":"workforce.'


@dataclass(frozen=True, slots=True)
class Lookup:
    """One look-up: when, who, what they looked at (an employment's number), and as what."""

    at: datetime
    actor_key: str
    actor_name: str
    employment: str
    sentence: str


@dataclass(frozen=True, slots=True)
class LookupsAsked:
    """What the list is narrowed to; empty is everything."""

    kind: str = ""
    actor: str = ""
    employment: str = ""
    since: date | None = None
    until: date | None = None


def lookups(
    viewer: Actor, asked: LookupsAsked, *, first: int, count: int, now: datetime
) -> tuple[Sequence[Lookup], int]:
    """Return `count` look-ups from the `first` (0 is the newest), and how many there are. Needs "workforce.read_lookups"."""
    require(viewer, "workforce.read_lookups", now=now)
    wanted = LogAsked(
        actor=asked.actor,
        event=_EVENT,
        subject_kind=asked.kind,
        subject_key=asked.employment,
        since=asked.since,
        until=asked.until,
        holds=_OURS,
    )
    page = log(wanted, first=first, count=count)
    rows = [Lookup(row.at, row.actor_key, row.actor_name, row.subject_label, row.sentence) for row in page.rows]
    return rows, page.total
