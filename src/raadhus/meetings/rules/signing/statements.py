"""Statements: what was done about a version of the minutes, by whom and when; each names the one before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from raadhus.meetings.rules.signing.canonical import canonical, remark_hash, statement_hash

FORMAT = "raadhus-statement/1"
_SIGNED_PREFIX = b"raadhus-statement/1\n"


class Act(StrEnum):
    """What a statement says was done; `label` is Danish."""

    SIGNED = "signed"
    SIGNED_WITH_RESERVATION = "signed_with_reservation"
    REFUSED = "refused"
    COMPLETED = "completed"
    ADDED = "added"

    @property
    def label(self) -> str:
        """The Danish words."""
        return _LABELS[self]


_LABELS = {
    Act.SIGNED: "Underskrevet",
    Act.SIGNED_WITH_RESERVATION: "Underskrevet med forbehold",
    Act.REFUSED: "Underskrift nægtet",
    Act.COMPLETED: "Referatet er endeligt underskrevet",
    Act.ADDED: "Tilføjelse",
}

ANSWERS = frozenset({Act.SIGNED, Act.SIGNED_WITH_RESERVATION, Act.REFUSED})


@dataclass(frozen=True, slots=True)
class Remark:
    """A reservation, a reason or an addition. `item` is its place among the items from 1, None for the whole meeting."""

    text: str
    salt: str
    item: int | None = None

    @property
    def hash(self) -> str:
        """What stands in the statement; without the salt it tells nothing."""
        return remark_hash(canonical({"item": self.item, "salt": self.salt, "text": self.text})).hex()


@dataclass(frozen=True, slots=True)
class Statement:
    """One act. `at` is UTC as 2026-03-02T09:00:00Z; `previous` is None for the first of a version.

    `signed_by`, `missing` and `leaf_hashes` belong to `completed`; `on_behalf_of` names whom a substitute sat for.
    """

    meeting: str
    version: int
    root: str
    leaves: int
    sequence: int
    previous: str | None
    act: Act
    name: str
    part: str
    at: str
    key_id: str
    on_behalf_of: str | None = None
    remark_hash: str | None = None
    rule: str | None = None
    signed_by: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    leaf_hashes: tuple[str, ...] = ()

    @property
    def payload(self) -> dict[str, Any]:
        """The statement as JSON values; what is not said is left out."""
        values: dict[str, Any] = {
            "format": FORMAT,
            "meeting": self.meeting,
            "version": self.version,
            "root": self.root,
            "leaves": self.leaves,
            "sequence": self.sequence,
            "previous": self.previous,
            "act": self.act.value,
            "name": self.name,
            "part": self.part,
            "at": self.at,
            "key_id": self.key_id,
        }
        more = {"on_behalf_of": self.on_behalf_of, "remark_hash": self.remark_hash, "rule": self.rule}
        values |= {name: value for name, value in more.items() if value is not None}
        if self.act is Act.COMPLETED:
            lists = {"signed_by": self.signed_by, "missing": self.missing, "leaf_hashes": self.leaf_hashes}
            values |= {name: list(value) for name, value in lists.items()}
        return values

    @property
    def message(self) -> bytes:
        """The bytes that the installation signs."""
        return _SIGNED_PREFIX + canonical(self.payload)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A statement with the installation's signature in hex, and its remark for those who may read it."""

    statement: Statement
    signature: str
    remark: Remark | None = None

    @property
    def hash(self) -> str:
        """What the next statement calls this one."""
        return statement_hash(canonical({"payload": self.statement.payload, "signature": self.signature})).hex()


def statement_from(payload: Mapping[str, Any]) -> Statement:
    """Return the statement of a payload. Raises ValueError, KeyError or TypeError when it is none, or says more."""
    said = {name: value for name, value in payload.items() if name != "format"}
    if payload["format"] != FORMAT:
        raise ValueError("another format")
    said["act"] = Act(said["act"])
    for name in ("signed_by", "missing", "leaf_hashes"):
        if name in said:
            said[name] = tuple(said[name])
    texts = [
        one for name, one in said.items() if name not in {"version", "leaves", "sequence", "act"} and one is not None
    ]
    if not all(isinstance(one, str) for text in texts for one in (text if isinstance(text, tuple) else (text,))):
        raise TypeError("a text is missing")
    made = Statement(**said)
    if made.payload != dict(payload):
        raise ValueError("the payload says something that a statement of its act does not")
    return made
