"""The file that holds signed minutes: what is shown, hashes for what is withheld, statements and public keys.

The form is docs/formats/meetings-signed.md. Reading refuses whatever could be understood in two ways.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.sentences import Sentence
from raadhus.meetings.rules.signing.leaves import Leaf, Part
from raadhus.meetings.rules.signing.seals import PublicKey
from raadhus.meetings.rules.signing.statements import Remark, Sealed, statement_from

FORMAT = "raadhus-signed-minutes/1"
KEYS_FORMAT = "raadhus-signing-keys/1"
LARGEST = 60 * 1024 * 1024

_Read = TypeVar("_Read")
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_HASH_LENGTH = 64
_SIGNATURE_LENGTH = 128
_MOMENT = re.compile(r"[0-9]{4}(?:-[0-9]{2}){2}T[0-9]{2}(?::[0-9]{2}){2}Z")


class NotSigned(WrongInput):
    """The file is no signed minutes, or not in a form that has one meaning only."""


@dataclass(frozen=True, slots=True)
class FiledLeaf:
    """A leaf in the file: its hash, and salt and content unless it is withheld."""

    position: int
    part: Part
    hash: str
    salt: str | None = None
    content: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class SignedFile:
    """Signed minutes as the file has them; nothing is verified yet."""

    meeting: str
    version: int
    root: str
    leaves: tuple[FiledLeaf, ...]
    statements: tuple[Sealed, ...]
    keys: tuple[PublicKey, ...]


def signed_file(
    leaves: Sequence[Leaf], root: str, statements: Iterable[Sealed], keys: Iterable[PublicKey], *, closed: bool
) -> dict[str, Any]:
    """Return the file as JSON values. `closed` takes the closed parts with it; remarks are withheld by whoever calls."""
    shown = {Part.HEADER, Part.PUBLIC, Part.CLOSED} if closed else {Part.HEADER, Part.PUBLIC}
    return {
        "format": FORMAT,
        "meeting": leaves[0].meeting,
        "version": leaves[0].version,
        "root": root,
        "leaves": [_leaf_json(leaf, shown=leaf.part in shown) for leaf in leaves],
        "statements": [_sealed_json(one) for one in statements],
        "keys": [key_json(key) for key in keys],
    }


def key_json(key: PublicKey) -> dict[str, Any]:
    """Return a public key as it is published."""
    return {
        "key_id": key.key_id,
        "public_key": key.public_key,
        "valid_from": key.valid_from,
        "valid_until": key.valid_until,
        "compromised_at": key.compromised_at,
    }


def _leaf_json(leaf: Leaf, *, shown: bool) -> dict[str, Any]:
    said: dict[str, Any] = {"position": leaf.position, "part": leaf.part.value, "hash": leaf.hash.hex()}
    return said | {"salt": leaf.salt, "content": leaf.content} if shown else said


def _sealed_json(sealed: Sealed) -> dict[str, Any]:
    said: dict[str, Any] = {"payload": sealed.statement.payload, "signature": sealed.signature}
    remark = sealed.remark
    return said | {"remark": {"item": remark.item, "salt": remark.salt, "text": remark.text}} if remark else said


def read_signed(data: bytes) -> SignedFile:
    """Return the signed minutes in a file. Raises NotSigned."""
    said = _json_of(data)
    if said.get("format") != FORMAT:
        raise NotSigned(
            Sentence("Filen er ikke et underskrevet referat fra raadhus. Hent filen »Underskrevet referat (JSON)«.")
        )
    return _understood(lambda: _signed(said))


def read_keys(data: bytes) -> tuple[PublicKey, ...]:
    """Return the published keys in a file. Raises NotSigned."""
    said = _json_of(data)
    if said.get("format") != KEYS_FORMAT:
        raise NotSigned(Sentence("Filen indeholder ikke en kommunes offentlige nøgler. Hent den på /moeder/kontrol/."))
    return _understood(lambda: tuple(_key(one) for one in _list(said["keys"])))


def _understood(read: Callable[[], _Read]) -> _Read:
    try:
        return read()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotSigned(
            Sentence("Filen er beskadiget: noget mangler eller har en anden form (%(what)s).", what=str(error)[:80])
        ) from error


def _json_of(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise NotSigned(Sentence("Filen er for stor til at være et underskrevet referat."))
    try:
        said = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refuse, parse_float=_refuse
        )
    except (ValueError, RecursionError) as error:
        raise NotSigned(Sentence("Filen kan ikke læses som JSON i UTF-8.")) from error
    if not isinstance(said, dict):
        raise NotSigned(Sentence("Filen kan ikke læses som JSON i UTF-8."))
    return said


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands twice")
    return made


def _refuse(text: str) -> Any:
    raise ValueError(f"{text} is no value of a signed file")


def _signed(said: Mapping[str, Any]) -> SignedFile:
    return SignedFile(
        meeting=_text(said["meeting"]),
        version=_number(said["version"]),
        root=_hex(said["root"], _HASH_LENGTH),
        leaves=tuple(_leaf(one) for one in _list(said["leaves"])),
        statements=tuple(_sealed(one) for one in _list(said["statements"])),
        keys=tuple(_key(one) for one in _list(said["keys"])),
    )


def _leaf(said: Mapping[str, Any]) -> FiledLeaf:
    place, part, known = _number(said["position"]), Part(said["part"]), _hex(said["hash"], _HASH_LENGTH)
    if "content" not in said:
        return FiledLeaf(place, part, known)
    if not isinstance(said["content"], dict):
        raise TypeError("a leaf has no content")
    return FiledLeaf(place, part, known, _hex(said["salt"], _HASH_LENGTH), said["content"])


def _sealed(said: Mapping[str, Any]) -> Sealed:
    statement = statement_from(said["payload"])
    if not _MOMENT.fullmatch(statement.at):
        raise ValueError("at")
    told = said.get("remark")
    remark = Remark(_text(told["text"]), _hex(told["salt"], _HASH_LENGTH), told["item"]) if told is not None else None
    if remark is not None and remark.item is not None:
        _number(remark.item)
    # Both must have a canonical form, or nothing can be said about them.
    _ = statement.message, remark and remark.hash
    return Sealed(statement, _hex(said["signature"], _SIGNATURE_LENGTH), remark)


def _key(said: Mapping[str, Any]) -> PublicKey:
    start, *later = (said.get(name) for name in ("valid_from", "valid_until", "compromised_at"))
    if not all(isinstance(one, str) and _MOMENT.fullmatch(one) for one in (start, *later) if one is not None):
        raise ValueError("valid_from")
    return PublicKey(_hex(said["public_key"], _HASH_LENGTH), _text(start), *later)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a list is missing")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a number is missing")
    return value


def _hex(value: Any, length: int) -> str:
    if not isinstance(value, str) or len(value) != length or not _HEX.fullmatch(value):
        raise ValueError("hex")
    return value
