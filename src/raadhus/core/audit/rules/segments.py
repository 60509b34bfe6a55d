"""When a segment is full, and when a sealed one may be dropped."""

from datetime import datetime, timedelta

from raadhus.kernel.errors import Conflict

# A segment holds at most this many entries, so that one seal is a matter of seconds.
LARGEST_SEGMENT = 50_000


def must_seal(*, opened: datetime, entries: int, now: datetime) -> bool:
    """Return True when the open segment is to be sealed before the next entry: it is full, or a new month has begun.

    One segment a month is what makes retention possible: rows of the same age go together.
    """
    return entries >= LARGEST_SEGMENT or (
        entries > 0 and (opened.year, opened.month) != (now.year, now.month) and opened < now
    )


class TooEarly(Conflict):
    """A segment may not be dropped before its retention has passed."""


def check_expired(*, segment: int, sealed_at: datetime, retention: timedelta, now: datetime) -> None:
    """Raise TooEarly unless the segment was sealed longer ago than the retention."""
    expires = sealed_at + retention
    if now < expires:
        raise TooEarly(f"Segment {segment} skal gemmes til {expires:%d.%m.%Y} og kan ikke slettes før.")
