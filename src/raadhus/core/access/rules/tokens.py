"""API keys: how they look, and what is kept of them."""

import hashlib
import secrets
from datetime import datetime, timedelta

# The beginning makes a lost key recognisable, to people and to scanners of source code.
PREFIX = "raadhus_"
LONGEST_LIFE = timedelta(days=366)
# The last use is written down with this precision, so that reading through the API does not write every time.
USE_PRECISION = timedelta(minutes=5)


def new_key() -> str:
    """Return a key with 256 bits of randomness; it is shown once and never stored."""
    return PREFIX + secrets.token_urlsafe(32)


def hashed(key: str) -> str:
    """Return what is stored. A key is random and long, so one round of SHA-256 is enough; nobody can guess at it."""
    return hashlib.sha256(key.encode()).hexdigest()


def is_usable(*, expires_at: datetime, revoked_at: datetime | None, now: datetime) -> bool:
    """Return True while the key is neither expired nor revoked."""
    return revoked_at is None and now < expires_at


def use_is_news(used_at: datetime | None, now: datetime) -> bool:
    """Return True when the last use should be written down again."""
    return used_at is None or now - used_at >= USE_PRECISION
