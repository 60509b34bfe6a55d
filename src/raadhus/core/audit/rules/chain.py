"""The facts of the chain and how each is keyed: entry, head, seal, tombstone, erasure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from raadhus.core.audit.rules.canonical import keyed, salted

# What stands before the very first entry.
GENESIS = "0" * 64

_DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """One row of the chain as it lies in the database; `at` and `data` in canonical form."""

    sequence: int
    segment: int
    at: str
    actor_kind: str
    actor_key: str
    actor_name: str
    event: str
    subject_kind: str
    subject_key: str
    subject_label: str
    data: str
    personal_digest: str
    digests: str
    previous_mac: str
    mac: str

    def groups(self) -> Mapping[str, tuple[object, ...]]:
        """Return the fields in named groups, so that a broken row can say which of them changed."""
        return MappingProxyType(
            {
                "when": (self.at,),
                "actor": (self.actor_kind, self.actor_key, self.actor_name),
                "event": (self.event,),
                "subject": (self.subject_kind, self.subject_key, self.subject_label),
                "data": (self.data,),
                "personal": (self.personal_digest,),
            }
        )


def group_digests(entry: EntryFacts, key: bytes) -> str:
    """Return the short keyed digest of each field group, joined; it is part of the entry and of its mac."""
    return "".join(
        keyed(key, name, (entry.sequence, *fields))[:_DIGEST_LENGTH] for name, fields in entry.groups().items()
    )


def entry_mac(entry: EntryFacts, key: bytes) -> str:
    """Return the mac that the entry must carry, over every field including the mac before it."""
    fields = [field for group in entry.groups().values() for field in group]
    return keyed(key, "entry", (entry.sequence, entry.segment, *fields, entry.digests, entry.previous_mac))


def changed_groups(entry: EntryFacts, key: bytes) -> tuple[str, ...]:
    """Return the names of the field groups that no longer match their digest; empty when the digests do not tell."""
    expected = group_digests(entry, key)
    names = list(entry.groups())
    parts = [slice(index * _DIGEST_LENGTH, (index + 1) * _DIGEST_LENGTH) for index in range(len(names))]
    return tuple(name for name, part in zip(names, parts, strict=True) if entry.digests[part] != expected[part])


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """Where the chain ends: the latest entry and the segment that is open."""

    sequence: int
    mac: str
    segment: int
    segment_first: int
    segment_start_mac: str
    segment_opened: str
    key_name: str
    head_mac: str


def head_mac(head: HeadFacts, key: bytes) -> str:
    """Return the mac that makes a head a promise: nobody without the key can move the end of the chain back."""
    fields = (head.sequence, head.mac, head.segment, head.segment_first, head.segment_start_mac, head.segment_opened)
    return keyed(key, "head", (*fields, head.key_name))


@dataclass(frozen=True, slots=True)
class SealFacts:
    """A closed segment: its rows, the mac before the first, the mac of the latest, and the seal before this one."""

    segment: int
    first_sequence: int
    last_sequence: int
    entries: int
    start_mac: str
    last_mac: str
    sealed: str
    previous_seal_mac: str
    seal_mac: str


def seal_mac(seal: SealFacts, key: bytes) -> str:
    """Return the mac of a seal; seals are a chain of their own."""
    span = (seal.segment, seal.first_sequence, seal.last_sequence, seal.entries, seal.start_mac, seal.last_mac)
    return keyed(key, "seal", (*span, seal.sealed, seal.previous_seal_mac))


@dataclass(frozen=True, slots=True)
class TombstoneFacts:
    """What is left of a segment whose rows were dropped after their retention."""

    segment: int
    dropped: str
    last_mac: str
    mac: str


def tombstone_mac(tombstone: TombstoneFacts, key: bytes) -> str:
    """Return the mac of a tombstone, so that a segment cannot be buried by somebody without the key."""
    return keyed(key, "tombstone", (tombstone.segment, tombstone.dropped, tombstone.last_mac))


@dataclass(frozen=True, slots=True)
class ErasureFacts:
    """That the personal content of one entry was erased on purpose."""

    sequence: int
    erased: str
    mac: str


def erasure_mac(erasure: ErasureFacts, key: bytes) -> str:
    """Return the mac of an erasure."""
    return keyed(key, "erasure", (erasure.sequence, erasure.erased))


@dataclass(frozen=True, slots=True)
class PersonalFacts:
    """Personal content beside the chain, with the salt that goes when it goes."""

    salt: str
    content: str

    def digest(self) -> str:
        """Return what the entry holds in its place."""
        return salted(self.salt, self.content)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The mac of one entry, kept outside the database: in a backup, in signed minutes, on paper."""

    segment: int
    sequence: int
    mac: str

    def as_json(self) -> dict[str, int | str]:
        """Return the anchor as it stands in an anchor file."""
        return {"segment": self.segment, "sequence": self.sequence, "mac": self.mac}
