"""What a case begins with: nothing but its headings, a template, what a room proposed, or an earlier treatment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from raadhus.meetings.rules.reading import SectionKind


@dataclass(frozen=True, slots=True)
class NewSection:
    """One section as it begins; `blocks` is the JSON of the block model."""

    kind: SectionKind
    heading: str
    blocks: Sequence[Mapping[str, Any]] = ()
    is_frozen: bool = False


BLANK = (
    NewSection(SectionKind.BACKGROUND, "Baggrund"),
    NewSection(SectionKind.STATEMENT, "Sagsfremstilling"),
    NewSection(SectionKind.ECONOMY, "Økonomi"),
    NewSection(SectionKind.PROCESS, "Videre proces"),
)


@dataclass(frozen=True, slots=True)
class DraftStart:
    """What a case begins with. `recommendations` is the tree that CaseDraft keeps, with new ids."""

    sections: Sequence[NewSection] = BLANK
    recommendation_lead: str = ""
    recommendations: Sequence[Mapping[str, Any]] = ()
    template_key: str = ""
    proposal_key: str = ""
    standing_key: str = ""
    previous_id: str = ""
