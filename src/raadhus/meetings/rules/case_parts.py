"""What of a case is fact, assessment and decision, for one who asks for access to it (aktindsigt): docs/rules/publication.md."""

from dataclasses import dataclass
from enum import StrEnum

from raadhus.meetings.rules.reading import SectionKind


class CasePart(StrEnum):
    """The parts of an extract, in the order in which they stand."""

    FACTS = "facts"
    ASSESSMENTS = "assessments"
    DECISIONS = "decisions"
    UNSORTED = "unsorted"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _LABELS[self.value]


_LABELS = {
    "facts": "Faktiske oplysninger",
    "assessments": "Vurderinger og indstillinger",
    "decisions": "Beslutninger",
    "unsorted": "Øvrigt, som ikke er sorteret",
}

_PARTS = {
    SectionKind.BACKGROUND: CasePart.FACTS,
    SectionKind.STATEMENT: CasePart.FACTS,
    SectionKind.ECONOMY: CasePart.FACTS,
    SectionKind.PROCESS: CasePart.FACTS,
    SectionKind.ATTACHMENTS: CasePart.FACTS,
    SectionKind.ASSESSMENT: CasePart.ASSESSMENTS,
    SectionKind.RECOMMENDATION: CasePart.ASSESSMENTS,
    SectionKind.DECISION: CasePart.DECISIONS,
    SectionKind.EARLIER: CasePart.DECISIONS,
}


def part_of(kind: SectionKind) -> CasePart:
    """Return which part a section belongs to by its kind; a heading that is not known is not sorted, and never left out."""
    return _PARTS.get(kind, CasePart.UNSORTED)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A rule that the extract stands on, in our own words. `is_assumed`: nobody has checked it against the act as it is today."""

    text: str
    is_assumed: bool


# The words are ours; the act (offentlighedsloven) was read in a handbook and a commented edition, not in its newest consolidation.
LEGAL_BASIS = (
    LegalBasis(
        "Offentlighedsloven § 28: oplysninger om en sags faktiske grundlag meddeles, også når de står i dokumenter, der i øvrigt er undtaget.",
        is_assumed=False,
    ),
    LegalBasis(
        "Offentlighedsloven § 26: visse interne dokumenter i endelig form, herunder selvstændige om sagens faktiske forhold, er ikke undtaget.",
        is_assumed=False,
    ),
    LegalBasis(
        "Offentlighedsloven § 29: interne faglige vurderinger i endelig form kan i nogle sager skulle meddeles.",
        is_assumed=True,
    ),
    LegalBasis(
        "Opdelingen i fakta, vurderinger og beslutninger er gjort efter afsnittenes overskrifter og skal gennemgås af en sagsbehandler.",
        is_assumed=True,
    ),
)
