"""The one way in which an audit fact becomes bytes; docs/rules/audit.md describes it for whoever must verify without us."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

JSON: TypeAlias = bool | int | float | str | Sequence["JSON"] | Mapping[str, "JSON"] | None

# Made once: a hundred thousand rows are verified with it.
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: object) -> str:
    """Return a JSON value as text: keys sorted, no spaces, no escapes beyond what JSON needs. Raises on what is not JSON."""
    return _ENCODER.encode(value)


def moment(at: datetime) -> str:
    """Return an aware moment as UTC with microseconds: 2026-01-31T09:05:00.000000Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def keyed(key: bytes, kind: str, fields: Sequence[object]) -> str:
    """Return the HMAC-SHA256 in hex over a named kind of fact and its fields in their fixed order."""
    message = f"raadhus-audit/1/{kind}\n{canonical(list(fields))}"
    return hmac.digest(key, message.encode("utf-8", "surrogatepass"), "sha256").hex()


def salted(salt: str, content: str) -> str:
    """Return the SHA-256 in hex that stands in the chain for personal content; without the salt it tells nothing."""
    return hashlib.sha256(f"{salt}\n{content}".encode("utf-8", "surrogatepass")).hexdigest()


def key_name(key: bytes) -> str:
    """Return a short public name of a key, so that the wrong key is told apart from a broken chain."""
    return hashlib.sha256(b"raadhus-audit/1/key-name\n" + key).hexdigest()[:16]
