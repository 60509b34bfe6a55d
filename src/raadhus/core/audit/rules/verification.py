"""Verification of a whole trail in one pass, without a database: docs/rules/audit.md tells what each step proves."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from raadhus.core.audit.rules.canonical import key_name
from raadhus.core.audit.rules.chain import (
    GENESIS,
    Anchor,
    EntryFacts,
    ErasureFacts,
    HeadFacts,
    PersonalFacts,
    SealFacts,
    TombstoneFacts,
    changed_groups,
    entry_mac,
    erasure_mac,
    head_mac,
    seal_mac,
    tombstone_mac,
)
from raadhus.core.audit.rules.findings import Finding, FindingKind, Report

# More findings than this are counted and not listed: the first ones tell where to look.
LISTED = 200


@dataclass(frozen=True, slots=True)
class Trail:
    """A trail as it lies in the database.

    `entries` come in order of sequence, each with its personal content. Others may write meanwhile: `head` was read
    before the entries and `head_after` reads it again afterwards, so that what is new is told from what was put in.
    """

    head: HeadFacts | None
    seals: Sequence[SealFacts]
    tombstones: Sequence[TombstoneFacts]
    erasures: Sequence[ErasureFacts]
    entries: Iterable[tuple[EntryFacts, PersonalFacts | None]]
    head_after: Callable[[], HeadFacts | None]


def verify(trail: Trail, *, key: bytes, anchors: Sequence[Anchor] = ()) -> Report:
    """Return what is wrong with the trail: nothing at all when it is as it was written."""
    run = _Run(trail, key, _by_sequence(anchors))
    if run.knows_the_key():
        run.check_head()
        run.check_seals()
        run.check_burials()
        for entry, personal in trail.entries:
            run.check_entry(entry, personal)
        run.check_end()
        run.check_anchors()
    return run.report()


@dataclass(slots=True)
class _Run:
    """One verification under way."""

    trail: Trail
    key: bytes
    anchors: dict[int, set[Anchor]]
    found: list[Finding] = field(default_factory=list)
    total: int = 0
    seen: int = 0
    expected: int = 1
    # The macs that the next entry may name as the one before it; None when the one before it is gone.
    links: tuple[str, ...] | None = (GENESIS,)
    seals: dict[int, SealFacts] = field(default_factory=dict)
    buried: list[SealFacts] = field(default_factory=list)
    next_burial: int = 0
    erased: set[int] = field(default_factory=set)
    # The latest sequence that a sound head or seal promises.
    promised: int = 0
    met_anchors: set[int] = field(default_factory=set)

    def add(self, kind: FindingKind, **where: object) -> None:
        """Note a finding; beyond LISTED only count it."""
        self.total += 1
        if len(self.found) < LISTED:
            self.found.append(Finding(kind, **where))  # type: ignore[arg-type]  # the keywords are Finding's own fields

    def knows_the_key(self) -> bool:
        """Tell a wrong key from a broken chain: with another key every row would look edited."""
        head, own = self.trail.head, key_name(self.key)
        if head is None or head.key_name == own:
            return True
        if head_mac(replace(head, key_name=own), self.key) == head.head_mac:
            self.add(FindingKind.HEAD, sequence=head.sequence, segment=head.segment, fields=("key_name",))
            return True
        self.add(FindingKind.OTHER_KEY)
        return False

    def check_head(self) -> None:
        """Check the head, which carries a mac of its own: nobody without the key can move the end of the chain back."""
        head = self.trail.head
        if head is None:
            return
        if head.key_name == key_name(self.key) and head_mac(head, self.key) != head.head_mac:
            self.add(FindingKind.HEAD, sequence=head.sequence, segment=head.segment)
        else:
            self.promised = head.sequence

    def check_seals(self) -> None:
        """Seals are a chain of their own, one for every segment before the open one."""
        open_segment = self.trail.head.segment if self.trail.head else len(self.trail.seals) + 1
        known = {seal.segment: seal for seal in self.trail.seals}
        before: SealFacts | None = None
        for segment in range(1, open_segment):
            seal = known.get(segment)
            if seal is None:
                self.add(FindingKind.SEAL_MISSING, segment=segment)
            elif fields := _wrong_with_seal(seal, before, self.key, follows=segment - 1 in known or segment == 1):
                self.add(FindingKind.SEAL, segment=segment, fields=fields)
            else:
                self.seals[segment] = seal
                self.promised = max(self.promised, seal.last_sequence)
            before = seal

    def check_burials(self) -> None:
        """Tombstones and erasures are signed too: only the house itself may bury."""
        for stone in self.trail.tombstones:
            seal = self.seals.get(stone.segment)
            if tombstone_mac(stone, self.key) != stone.mac or seal is None or seal.last_mac != stone.last_mac:
                self.add(FindingKind.TOMBSTONE, segment=stone.segment)
            else:
                self.buried.append(seal)
        self.buried.sort(key=lambda seal: seal.segment)
        for erasure in self.trail.erasures:
            if erasure_mac(erasure, self.key) != erasure.mac:
                self.add(FindingKind.ERASURE, sequence=erasure.sequence)
            else:
                self.erased.add(erasure.sequence)

    def check_entry(self, entry: EntryFacts, personal: PersonalFacts | None) -> None:
        """One row: in its place, unchanged, chained to the one before, and with its personal content."""
        self.seen += 1
        self.skip_buried(entry.sequence)
        if entry.sequence < self.expected:
            self.add(FindingKind.INSERTED, sequence=entry.sequence, segment=entry.segment)
            return
        if entry.sequence > self.expected:
            self.add(FindingKind.DELETED, sequence=self.expected, until=entry.sequence - 1)
            self.links = None
        self.check_row(entry)
        self.check_personal(entry, personal)
        self.meet_anchor(entry.sequence, entry.mac)
        self.expected = entry.sequence + 1

    def check_row(self, entry: EntryFacts) -> None:
        """Check the row's own mac, and its link to the row before."""
        mac = _mac_of(entry, self.key)
        is_linked = self.links is None or entry.previous_mac in self.links
        if mac != entry.mac:
            fields = _changed(entry, self.key) or (("mac",) if is_linked else ("previous_mac",))
            self.add(FindingKind.EDITED, sequence=entry.sequence, segment=entry.segment, fields=fields)
        elif not is_linked:
            self.add(FindingKind.UNCHAINED, sequence=entry.sequence, segment=entry.segment)
        head, seal = self.trail.head, self.seals.get(entry.segment)
        if head and entry.sequence == head.sequence and mac == entry.mac != head.mac:
            self.add(FindingKind.HEAD, sequence=entry.sequence, segment=entry.segment, fields=("mac",))
        if seal and entry.sequence == seal.last_sequence and mac == entry.mac != seal.last_mac:
            self.add(FindingKind.SEAL, sequence=entry.sequence, segment=entry.segment, fields=("last_mac",))
        self.links = (entry.mac, mac)

    def check_personal(self, entry: EntryFacts, personal: PersonalFacts | None) -> None:
        """Personal content is what the chain says it was, or was erased on purpose."""
        if personal is None:
            is_wrong = bool(entry.personal_digest) and entry.sequence not in self.erased
        else:
            is_wrong = personal.digest() != entry.personal_digest
        if is_wrong:
            self.add(FindingKind.PERSONAL, sequence=entry.sequence, segment=entry.segment)

    def skip_buried(self, sequence: int) -> None:
        """Step over segments that were dropped, as far as they lie before `sequence`."""
        while self.next_burial < len(self.buried) and self.buried[self.next_burial].last_sequence < sequence:
            seal = self.buried[self.next_burial]
            self.next_burial += 1
            if seal.first_sequence > self.expected:
                self.add(FindingKind.DELETED, sequence=self.expected, until=seal.first_sequence - 1)
            if seal.last_sequence >= self.expected:
                self.expected, self.links = seal.last_sequence + 1, (seal.last_mac,)
                self.meet_anchor(seal.last_sequence, seal.last_mac)

    def meet_anchor(self, sequence: int, mac: str) -> None:
        """Compare with what was kept outside the database: this finds even a chain made anew with the key."""
        for anchor in self.anchors.get(sequence, ()):
            self.met_anchors.add(sequence)
            if anchor.mac != mac:
                self.add(FindingKind.ANCHOR, sequence=sequence, segment=anchor.segment)

    def check_end(self) -> None:
        """Check that the chain ends where head and seals promise, and nothing lies beyond."""
        self.skip_buried(self.promised + 1)
        if self.expected <= self.promised:
            self.add(FindingKind.CUT_OFF, sequence=self.expected, until=self.promised)
        after = self.trail.head_after()
        if after is None:
            if self.seen or self.trail.seals or self.trail.head:
                self.add(FindingKind.HEAD, fields=("missing",))
            return
        if head_mac(after, self.key) == after.head_mac and self.expected - 1 > after.sequence:
            self.add(FindingKind.INSERTED, sequence=after.sequence + 1, until=self.expected - 1)
        for seal in self.trail.seals:
            if seal.segment >= after.segment or seal.segment < 1:
                self.add(FindingKind.SEAL, segment=seal.segment, fields=("inserted",))

    def check_anchors(self) -> None:
        """Check that no anchor lies beyond the end; one inside a dropped segment can no longer be compared."""
        beyond = [sequence for sequence in self.anchors if sequence >= self.expected and sequence > self.promised]
        if beyond:
            self.add(FindingKind.CUT_OFF, sequence=max(self.expected, self.promised + 1), until=max(beyond))

    def report(self) -> Report:
        """Return what was looked at and found."""
        ordered = sorted(self.found, key=lambda one: (one.sequence is None, one.sequence or 0))
        return Report(
            entries=self.seen,
            segments=len(self.trail.seals) + (1 if self.trail.head else 0),
            dropped=len(self.buried),
            last_sequence=self.expected - 1,
            anchors_checked=len(self.met_anchors),
            anchors_unchecked=len(self.anchors) - len(self.met_anchors),
            findings=tuple(ordered),
            total=self.total,
        )


def _by_sequence(anchors: Sequence[Anchor]) -> dict[int, set[Anchor]]:
    """Return anchors by the entry they name; files that disagree about one are both kept, and one of them is found wrong."""
    grouped: dict[int, set[Anchor]] = {}
    for anchor in anchors:
        grouped.setdefault(anchor.sequence, set()).add(anchor)
    return grouped


def _mac_of(entry: EntryFacts, key: bytes) -> str:
    """Return the mac the row must carry; a row that cannot even be written canonically has none."""
    try:
        return entry_mac(entry, key)
    except (TypeError, ValueError):
        return ""


def _changed(entry: EntryFacts, key: bytes) -> tuple[str, ...]:
    try:
        return changed_groups(entry, key)
    except (TypeError, ValueError):
        return ("type",)


def _wrong_with_seal(seal: SealFacts, before: SealFacts | None, key: bytes, *, follows: bool) -> tuple[str, ...]:
    """Return which parts of a seal are wrong; empty when it is sound. `follows` is False when the seal before is gone."""
    wrong = [] if seal_mac(seal, key) == seal.seal_mac else ["seal_mac"]
    if follows:
        first = before.last_sequence + 1 if before else 1
        start = before.last_mac if before else GENESIS
        previous = before.seal_mac if before else GENESIS
        wrong += [] if seal.first_sequence == first else ["first_sequence"]
        wrong += [] if seal.start_mac == start else ["start_mac"]
        wrong += [] if seal.previous_seal_mac == previous else ["previous_seal_mac"]
    return tuple(wrong)
