"""What becomes of a save: written, recognised as one that is written already, or stale (docs/rules/editor.md has the table)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Save:
    """How a page says what it saves: the revision it began from, the open page's own key, and its running number."""

    base: int
    client_key: str = ""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which page wrote a revision, and as which of its saves; an empty key is a page without a running number."""

    revision: int
    client_key: str
    sequence: int


class Verdict(StrEnum):
    """What a save is."""

    WRITE = "write"
    REPEATED = "repeated"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, and the revision that a repeated save made."""

    verdict: Verdict
    revision: int


def judged(save: Save, current: int, stamps: Iterable[Stamp]) -> Judgement:
    """Return what a save is.

    `current` is the newest revision; `stamps` are those of revisions after the base and of the page's own newest one.
    A page whose answer was lost is not stale against itself: it goes on from its own revision.
    """
    known = tuple(stamps)
    own = [one for one in known if save.client_key and one.client_key == save.client_key]
    written = [one for one in own if one.sequence >= save.sequence]
    if written:
        return Judgement(Verdict.REPEATED, max(one.revision for one in written))
    since = [one for one in known if one.revision > save.base]
    if save.base == current or (save.base < current and since and all(one in own for one in since)):
        return Judgement(Verdict.WRITE, current)
    return Judgement(Verdict.STALE, current)


def superfluous(revisions: Iterable[tuple[int, str, datetime]]) -> tuple[int, ...]:
    """Return the keys of what need not be kept of (key, page, moment): of one page's revisions in a minute all but the first.

    Revisions come in their order. What came from no page (a form, the API without a key) is always kept.
    """
    seen, gone = set[tuple[str, datetime]](), list[int]()
    for key, page, moment in revisions:
        minute = (page, moment.replace(second=0, microsecond=0))
        if page and minute in seen:
            gone.append(key)
        seen.add(minute)
    return tuple(gone)
