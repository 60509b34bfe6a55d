"""When a session is over. Moments are seconds since the epoch, as they are kept in the session."""

BEGAN = "raadhus_began"
SEEN = "raadhus_seen"
# The last use is written down this often, so that reading pages does not write to the database each time.
PRECISION_SECONDS = 60


def is_over(*, began: float, seen: float, now: float, idle: float, lifetime: float) -> bool:
    """Return True when the session was unused for `idle` seconds, or is older than `lifetime` seconds."""
    return now - seen >= idle or now - began >= lifetime


def seen_is_news(*, seen: float, now: float) -> bool:
    """Return True when the last use should be written down again."""
    return now - seen >= PRECISION_SECONDS
