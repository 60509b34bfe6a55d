"""Whom a unit belongs to: what lies below, and the nearest leader upwards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


def below(parents: Mapping[str, str | None], roots: Iterable[str]) -> frozenset[str]:
    """Return the roots and everything below them; `parents` holds each unit's parent. A cycle ends by itself."""
    children: dict[str, list[str]] = defaultdict(list)
    for key, parent in parents.items():
        if parent is not None:
            children[parent].append(key)
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += children[key]
    return frozenset(found)


def nearest_led(parents: Mapping[str, str | None], led: Iterable[str], key: str) -> str | None:
    """Return the unit itself when somebody leads it, else the nearest above that somebody leads; None when nobody does."""
    leading = frozenset(led)
    seen: set[str] = set()
    current: str | None = key
    while current is not None and current not in seen:
        if current in leading:
            return current
        seen.add(current)
        current = parents.get(current)
    return None
