"""Identifiers: time-ordered, unguessable, the same on every database."""

import secrets
import time
import uuid


def new_id() -> uuid.UUID:
    """Return a UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness, so that rows sort by creation."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | secrets.randbits(80)
    value &= ~(0xF << 76)
    value |= 0x7 << 76
    value &= ~(0x3 << 62)
    value |= 0x2 << 62
    return uuid.UUID(int=value)


def is_id(text: str) -> bool:
    """Return whether the text could be an identifier at all; what could not is not looked for in the database."""
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True
