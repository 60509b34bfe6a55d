"""The permanent addresses of what is published: readable, given once, and never given to anything else (docs/rules/publication.md).

An address says body, day, kind and the item's number as printed; never a title, which may hold a name that must go again.
"""

from collections.abc import Callable
from datetime import date

from raadhus.kernel.danish import slug
from raadhus.meetings.rules.reading import Kind

_KINDS = {Kind.AGENDA: "dagsorden", Kind.MINUTES: "referat"}
_LONGEST_NUMBER = 40


def meeting_path(body_key: str, day: date, kind: Kind) -> str:
    """Return "direktionen/2026-03-02/referat"."""
    return f"{body_key}/{day.isoformat()}/{_KINDS[kind]}"


def item_path(meeting: str, number: str, position: int) -> str:
    """Return the item's path under its meeting's: "punkt-2" by its number, "punkt-plads-2" by its place (from 1) when it has none."""
    written = slug(number)[:_LONGEST_NUMBER].strip("-") if number.strip() else ""
    return f"{meeting}/punkt-{written if written and written != 'moede' else f'plads-{position}'}"


def settled(wanted: str, own: str | None, is_others: Callable[[str], bool]) -> str:
    """Return the path to use: the thing's own while it still fits, otherwise the wanted one, or the first numbered one that is free.

    A path that anything else has ever had is never free.
    """
    if own is not None and fits(own, wanted):
        return own
    path, count = wanted, 1
    while is_others(path):
        count += 1
        path = f"{wanted}-{count}"
    return path


def fits(path: str, wanted: str) -> bool:
    """Return True when a path is the wanted one, or the wanted one with a number behind."""
    rest = path.removeprefix(wanted)
    return path.startswith(wanted) and (not rest or (rest.startswith("-") and rest[1:].isdecimal()))
