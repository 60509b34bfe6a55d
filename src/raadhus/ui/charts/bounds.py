"""What a specification may ask of the one who draws it: it may have been posted by anybody who may write a text.

The drawer reads no address and runs no program of the specification, but it could be asked to count to a billion.
"""

from collections.abc import Mapping, Sequence
from typing import Any

MOST_ROWS = 5_000
_LARGEST_NUMBER = 5_000
_DEEPEST = 30
# What computes, repeats, fetches or listens. A chart shows what was computed before, so it needs none of them.
_NEVER = frozenset(
    {"url", "href", "sequence", "graticule", "sphere", "transform", "params", "signal", "repeat", "expr", "test"}
    | {"filter", "lookup", "datasets", "usermeta", "bin", "timeUnit", "impute", "projection"}
)
# Beneath these stand data and levels, which may be any number.
_DATA = frozenset({"values", "datum", "domain"})


def why_not(spec: Any) -> str:
    """Return the Danish reason why a specification is not drawn; empty when it may be."""
    return _why_not(spec, 0)


def _why_not(value: Any, depth: int) -> str:
    if depth > _DEEPEST:
        return "det er indlejret i for mange lag"
    if isinstance(value, Mapping):
        return next(filter(None, (_of_key(str(key), inner, depth) for key, inner in value.items())), "")
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return next(filter(None, (_why_not(inner, depth + 1) for inner in value)), "")
    if isinstance(value, int | float) and abs(value) > _LARGEST_NUMBER:
        return f"tallet {value} er større, end et diagram kan bruge"
    return ""


def _of_key(key: str, inner: Any, depth: int) -> str:
    if key in _DATA:
        too_many = isinstance(inner, Sequence) and len(inner) > MOST_ROWS
        return f"det har flere end {MOST_ROWS} tal" if too_many else ""
    if key in _NEVER or key.endswith("Expr"):
        return f"{key!r} er ikke tilladt; data skal stå i diagrammet selv"
    return _why_not(inner, depth + 1)
