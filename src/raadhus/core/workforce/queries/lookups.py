"""Who looked whose employment up: the trail's own entries, for the data protection officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from raadhus.core.access.public import require
from raadhus.core.audit.public import LogAsked, log
from raadhus.core.workforce.queries.looking import LOOKED_UP
from raadhus.kernel.actors import Actor

_EVENT = "access.looked_up"
# What the look-up was of; the first is shown when nothing is asked for. The words are Danish.
KINDS = (LOOKED_UP, "employment_search", "whole")
_WHOLE_VERBS = ("workforce.read_absences", "workforce.read_employments")


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

    kind: str = LOOKED_UP
    actor: str = ""
    employment: str = ""
    since: date | None = None
    until: date | None = None


def lookups(
    viewer: Actor, asked: LookupsAsked, *, first: int, count: int, now: datetime
) -> tuple[Sequence[Lookup], int]:
    """Return `count` look-ups from the `first` (0 is the newest), and how many there are. Needs "workforce.read_lookups"."""
    require(viewer, "workforce.read_lookups", now=now)
    is_whole = asked.kind == KINDS[2]
    wanted = LogAsked(
        actor=asked.actor,
        event=_EVENT,
        subject_kind="verb" if is_whole else asked.kind,
        subject_key=_WHOLE_VERBS[0] if is_whole else asked.employment,
        since=asked.since,
        until=asked.until,
    )
    page = log(wanted, first=first, count=count)
    rows = [Lookup(row.at, row.actor_key, row.actor_name, row.subject_label, row.sentence) for row in page.rows]
    return rows, page.total
