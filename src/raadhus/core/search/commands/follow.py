"""The index follows what changes: every announcement is indexed when its transaction has committed."""

import threading
from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from raadhus.core.search.actions import refresh
from raadhus.kernel.actors import system

FOLLOWER = system("search", "Søgeindekset")

# Many announcements in one transaction (an import) become one refresh: the first commit callback takes them all.
_own = threading.local()


def _waiting() -> defaultdict[str, dict[str, None]]:
    if not hasattr(_own, "waiting"):
        _own.waiting = defaultdict(dict)
    waiting: defaultdict[str, dict[str, None]] = _own.waiting
    return waiting


def follow(source_name: str, keys: tuple[str, ...]) -> None:
    """Remember the keys and index them on commit. What fails is logged, and healed by `raadhus search rebuild`."""
    _waiting()[source_name].update(dict.fromkeys(keys))
    transaction.on_commit(_catch_up, robust=True)


def _catch_up() -> None:
    # Keys of a transaction that was rolled back may still wait here; indexing them reads what is really there.
    waiting = _waiting()
    while waiting:
        source_name, keys = waiting.popitem()
        refresh(actor=FOLLOWER, source_name=source_name, keys=tuple(keys), now=timezone.now())
