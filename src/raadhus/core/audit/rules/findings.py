"""What a verification may find, and the report it gives."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What is wrong. The Danish sentences are in queries/findings.py."""

    EDITED = "edited"
    DELETED = "deleted"
    INSERTED = "inserted"
    CUT_OFF = "cut_off"
    UNCHAINED = "unchained"
    HEAD = "head"
    SEAL = "seal"
    SEAL_MISSING = "seal_missing"
    TOMBSTONE = "tombstone"
    PERSONAL = "personal"
    ERASURE = "erasure"
    ANCHOR = "anchor"
    OTHER_KEY = "other_key"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where: a sequence (or the first and last of several), a segment, the fields concerned."""

    kind: FindingKind
    sequence: int | None = None
    until: int | None = None
    segment: int | None = None
    fields: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the finding as `raadhus audit verify --json` shows it."""
        return {
            "kind": self.kind.value,
            "sequence": self.sequence,
            "until": self.until,
            "segment": self.segment,
            "fields": list(self.fields),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at and what was found. `total` counts also the findings beyond those that are listed."""

    entries: int
    segments: int
    dropped: int
    last_sequence: int
    anchors_checked: int
    anchors_unchecked: int
    findings: tuple[Finding, ...]
    total: int

    @property
    def is_sound(self) -> bool:
        """True when nothing was found."""
        return self.total == 0
