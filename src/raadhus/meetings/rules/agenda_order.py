"""The order of an agenda, and when each item begins (docs/rules/agendas.md)."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_HOUR, _DAY = 60, 24 * 60


def moved(order: Sequence[_Key], key: _Key, place: int) -> tuple[_Key, ...]:
    """Return the order with one moved to a place (0 is the first); a place beyond an end is that end."""
    rest = [one for one in order if one != key]
    at = max(0, min(place, len(rest)))
    return (*rest[:at], key, *rest[at:])


def timetable(start: str, minutes: Sequence[int | None]) -> tuple[str, ...]:
    """Return when each item begins as "HH:MM", and last when the meeting ends; empty from where it is not known.

    An item without an estimate makes every later time unknown: a guess would look like a plan. Without a start nothing
    is known.
    """
    if not start:
        return ("",) * (len(minutes) + 1)
    at: int | None = int(start[:2]) * _HOUR + int(start[3:])
    times = []
    for length in (*minutes, 0):
        times.append("" if at is None else f"{at % _DAY // _HOUR:02d}:{at % _HOUR:02d}")
        at = None if at is None or length is None else at + length
    return tuple(times)


def total_minutes(minutes: Sequence[int | None]) -> tuple[int, int]:
    """Return the sum of the estimates, and how many items have none."""
    return sum(one or 0 for one in minutes), sum(one is None for one in minutes)
