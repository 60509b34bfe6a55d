"""The one way in which a signed value becomes bytes, and the four hashes, each with a first byte of its own."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None

_LARGEST = 2**53
_DEEPEST = 200  # a list of a document may be thirty deep, and each level is several of JSON
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class NotCanonical(ValueError):
    """The value has no canonical form: a float, too large a number, half a character, or too deep."""


def canonical(value: object) -> bytes:
    """Return a JSON value as bytes: keys sorted by code point, no spaces, UTF-8. Raises NotCanonical."""
    _check(value, 0)
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonical("a text holds half a character") from error


def _check(value: object, depth: int) -> None:
    if depth > _DEEPEST:
        raise NotCanonical("the value is too deep")
    if isinstance(value, bool | str | None):
        return
    if isinstance(value, int):
        if abs(value) >= _LARGEST:
            raise NotCanonical("a number is too large")
    elif isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise NotCanonical("a key is no text")
        for one in value.values():
            _check(one, depth + 1)
    elif isinstance(value, list | tuple):
        for one in value:
            _check(one, depth + 1)
    else:
        raise NotCanonical(f"{type(value).__name__} has no canonical form")


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf (RFC 6962: a zero byte first)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two nodes (RFC 6962: a one byte first)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def statement_hash(statement: bytes) -> bytes:
    """Return the hash by which the next statement names this one."""
    return hashlib.sha256(b"\x02" + statement).digest()


def remark_hash(remark: bytes) -> bytes:
    """Return the hash that binds a remark to its statement."""
    return hashlib.sha256(b"\x03" + remark).digest()
