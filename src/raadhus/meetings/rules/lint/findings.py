"""What a rule finds in a document: where, how serious, in one Danish sentence, and how it may be put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How serious a finding is; `label` is Danish."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]


_LABELS = {Severity.ERROR: "Fejl", Severity.WARNING: "Advarsel", Severity.ADVICE: "Råd"}


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction that cannot change what the text means: put `replacement` where [start, end) stands."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One finding. `quote` is text[start:end]; `item` and `section` are places in the reading, None outside the items.

    `help` is the address of the rule's page of guidance. `suppressed` is the reason that a person gave for letting it be.
    """

    code: str
    severity: Severity
    message: str
    help: str
    start: int
    end: int
    quote: str
    item: int | None = None
    section: int | None = None
    fix: Fix | None = None
    suppressed: str | None = None


def active(findings: Iterable[LintFinding]) -> tuple[LintFinding, ...]:
    """Return the findings that nobody has suppressed."""
    return tuple(finding for finding in findings if finding.suppressed is None)


def applicable(findings: Iterable[LintFinding]) -> tuple[LintFinding, ...]:
    """Return the findings whose fixes may be made together, in the order of the text: of two that overlap, the first."""
    chosen: list[LintFinding] = []
    reached = 0
    fixable = [(finding.fix.start, finding.fix.end, finding) for finding in active(findings) if finding.fix]
    for start, end, finding in sorted(fixable, key=lambda entry: entry[:2]):
        if start >= reached:
            chosen.append(finding)
            reached = end
    return tuple(chosen)
