"""A chain made in memory by the written rules, for tests that tamper with it."""

from dataclasses import dataclass, field, replace

import pytest

from raadhus.core.audit.rules import chain as facts
from raadhus.core.audit.rules.canonical import canonical, key_name, salted
from raadhus.core.audit.rules.verification import Trail, verify

KEY = b"a key for tests"
DAY = "2026-03-02T09:00:00.000000Z"


@dataclass
class Chain:
    """Rows as they would lie in the database; a test may change any of them."""

    key: bytes = KEY
    entries: list[facts.EntryFacts] = field(default_factory=list)
    personal: dict[int, facts.PersonalFacts] = field(default_factory=dict)
    seals: list[facts.SealFacts] = field(default_factory=list)
    tombstones: list[facts.TombstoneFacts] = field(default_factory=list)
    erasures: list[facts.ErasureFacts] = field(default_factory=list)
    head: facts.HeadFacts | None = None
    head_after: facts.HeadFacts | None = None

    def write(self, *, is_personal: bool = False) -> None:
        head = self.head or facts.HeadFacts(0, facts.GENESIS, 1, 1, facts.GENESIS, DAY, key_name(self.key), "")
        sequence = head.sequence + 1
        content = facts.PersonalFacts("salt", canonical({"name": f"Person {sequence}"}))
        digest = salted(content.salt, content.content) if is_personal else ""
        who, what = ("person", "mette", "Mette Prøve"), ("unit", "sac", "SAC")
        data = canonical({"number": sequence})
        row = facts.EntryFacts(sequence, head.segment, DAY, *who, "unit.moved", *what, data, digest, "", head.mac, "")
        row = replace(row, digests=facts.group_digests(row, self.key))
        row = replace(row, mac=facts.entry_mac(row, self.key))
        self.entries.append(row)
        if is_personal:
            self.personal[sequence] = content
        self.move_head(replace(head, sequence=sequence, mac=row.mac))

    def move_head(self, head: facts.HeadFacts) -> None:
        self.head = self.head_after = replace(head, head_mac=facts.head_mac(head, self.key))

    def seal(self) -> None:
        head, previous = self.head, self.seals[-1].seal_mac if self.seals else facts.GENESIS
        first, last = head.segment_first, head.sequence
        seal = facts.SealFacts(
            head.segment, first, last, last - first + 1, head.segment_start_mac, head.mac, DAY, previous, ""
        )
        self.seals.append(replace(seal, seal_mac=facts.seal_mac(seal, self.key)))
        self.move_head(replace(head, segment=head.segment + 1, segment_first=last + 1, segment_start_mac=head.mac))

    def drop(self, segment: int) -> None:
        seal = self.seals[segment - 1]
        stone = facts.TombstoneFacts(segment, DAY, seal.last_mac, "")
        self.tombstones.append(replace(stone, mac=facts.tombstone_mac(stone, self.key)))
        self.entries = [row for row in self.entries if row.segment != segment]

    def erase(self, sequence: int) -> None:
        erasure = facts.ErasureFacts(sequence, DAY, "")
        self.erasures.append(replace(erasure, mac=facts.erasure_mac(erasure, self.key)))
        del self.personal[sequence]

    def anchors(self) -> tuple[facts.Anchor, ...]:
        return tuple(facts.Anchor(row.segment, row.sequence, row.mac) for row in self.entries)

    def verify(self, *, anchors=(), key=KEY):
        rows = [(row, self.personal.get(row.sequence)) for row in sorted(self.entries, key=lambda row: row.sequence)]
        trail = Trail(self.head, self.seals, self.tombstones, self.erasures, rows, lambda: self.head_after)
        return verify(trail, key=key, anchors=anchors)

    def found(self, **more):
        """What verification finds, as (kind, sequence, until)."""
        return [(one.kind.value, one.sequence, one.until) for one in self.verify(**more).findings]


def build(*, segments=(3, 4), tail=3, key=KEY, personal=()) -> Chain:
    made = Chain(key=key)
    for size in segments:
        for _row in range(size):
            made.write(is_personal=(made.head.sequence if made.head else 0) + 1 in personal)
        made.seal()
    for _row in range(tail):
        made.write(is_personal=made.head.sequence + 1 in personal)
    return made


@pytest.fixture
def chain():
    """Ten rows: two sealed segments (1-3, 4-7) and an open one (8-10)."""
    return build()


@pytest.fixture(scope="session")
def build_chain():
    return build
