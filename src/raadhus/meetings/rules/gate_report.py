"""The gate's answer: every check that was made, what it looked at, and what it found. The rules in prose: docs/rules/publication.md."""

from dataclasses import dataclass
from enum import StrEnum

from raadhus.meetings.rules.gate import Finding


class Verdict(StrEnum):
    """What one check comes to."""

    STOPS = "stops"
    WARNS = "warns"
    PASSED = "passed"
    SKIPPED = "skipped"


class CheckName(StrEnum):
    """The checks, in the order in which they are made and shown."""

    READING = "reading"
    PERSONAL_DATA = "personal_data"
    CLOSED_ITEMS = "closed_items"
    CASE_NUMBERS = "case_numbers"
    LANGUAGE = "language"
    LINKS = "links"
    ATTACHMENTS = "attachments"
    SCHEMAS = "schemas"
    ACCESSIBLE_PDF = "accessible_pdf"
    CLOSED_WORDS = "closed_words"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _LABELS[self.value]


_LABELS = {
    "reading": "Den bekræftede læsning",
    "personal_data": "Personoplysninger",
    "closed_items": "Lukkede punkter",
    "case_numbers": "Sagsnumre, der forbinder lukket og åbent",
    "language": "Sprog og form",
    "links": "Henvisninger i teksten",
    "attachments": "Bilag",
    "schemas": "Filernes skemaer",
    "accessible_pdf": "Tilgængelig PDF",
    "closed_words": "Lukkede ord i de offentlige filer",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what was looked at, in a sentence, and what was found. `skipped` says why it could not be made.

    `findings` stop, or ask to be accepted; `notes` are shown and ask nothing; `let_be` is what a person set aside, with the reason.
    """

    name: CheckName
    looked_at: str
    findings: tuple[Finding, ...] = ()
    skipped: str = ""
    notes: tuple[Finding, ...] = ()
    let_be: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What it comes to; findings count also when a part of the check was skipped."""
        if any(finding.blocks for finding in self.findings):
            return Verdict.STOPS
        if self.findings or self.notes:
            return Verdict.WARNS
        return Verdict.SKIPPED if self.skipped else Verdict.PASSED


@dataclass(frozen=True, slots=True)
class GateReport:
    """Every check of one meeting as it would be published now."""

    checks: tuple[Check, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, what stops first."""
        found = [finding for check in self.checks for finding in check.findings]
        return tuple(dict.fromkeys(sorted(found, key=lambda finding: not finding.blocks)))

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What must be put right first."""
        return tuple(finding for finding in self.findings if finding.blocks)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What a person must have seen and accepted."""
        return tuple(finding for finding in self.findings if not finding.blocks)

    def with_verdict(self, *verdicts: Verdict) -> tuple[Check, ...]:
        """Return the checks that came to one of these."""
        return tuple(check for check in self.checks if check.verdict in verdicts)
