"""Identifiers: time-ordered, unguessable, the same on every database."""

import secrets
import time
import uuid
from threading import Lock

# Bits of chance in an identifier, and in the step to one that would not have been greater.
_CHANCE = 74
_STEP = 60


class _Maker:
    """Makes identifiers that are each greater than the one before, also of one millisecond and when the clock is set back."""

    def __init__(self) -> None:
        self._lock, self._last = Lock(), 0

    def __call__(self) -> uuid.UUID:
        with self._lock:
            made = (time.time_ns() // 1_000_000 << _CHANCE) | secrets.randbits(_CHANCE)
            if made <= self._last:
                made = self._last + 1 + secrets.randbits(_STEP)
            self._last = made
        first, last = made >> 62, made & (1 << 62) - 1
        return uuid.UUID(int=(first >> 12 << 80) | (0x7 << 76) | ((first & 0xFFF) << 64) | (0x2 << 62) | last)


_next = _Maker()


def new_id() -> uuid.UUID:
    """Return a UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness, so that rows sort by creation.

    Those of one process always do (section 6.2, method 2): what is written together is read in the order it was written.
    """
    return _next()


def is_id(text: str) -> bool:
    """Return whether the text could be an identifier at all; what could not is not looked for in the database."""
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True
