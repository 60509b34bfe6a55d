"""What a rule of the linter is: its fixed code, what it costs to break it, whose text makes it one, and the check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from raadhus.kernel.sources import Source
from raadhus.meetings.rules.lint.findings import Fix, Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import Kind

_READ = date(2026, 11, 22)
OUR_OWN = Source("Vores egen regel", "docs/rules/meetings-lint.md", _READ)
LOCAL_GOVERNMENT_ACT = Source(
    "Lov om kommunernes styrelse, jf. lovbekendtgørelse nr. 47 af 15. januar 2019",
    "https://www.retsinformation.dk/eli/lta/2019/47",
    _READ,
)
CLOSED_DOORS = Source(
    "Indenrigsministeriets resumédatabase 01.1.2 om dørlukning, § 10",
    "https://resumedatabase.im.dk/resumedatabasen/2001/0112-om-kommunalbestyrelsens-adgang-til-at-etablere-en-praksis-"
    "hvorefter-visse-kategorier-af-sager-uden-konkret-stillingtagen-til-hver-enkelt-sag-behandles-for-lukkede-doere-paa-"
    "kommunalbestyrelsens-moeder",
    _READ,
)
NOTICES = Source(
    "Indenrigsministeriets resumédatabase 82.1.16 om efterretningssager", "https://resumedatabase.im.dk/", _READ
)
PERSONAL_DATA = Source(
    "Datatilsynet om kommuners kontrol før offentliggørelse (Vejen, 16. februar 2021)",
    "https://www.datatilsynet.dk/",
    _READ,
)
CASE_GUIDES = Source(
    "Kommuners og regioners vejledninger i sagsfremstilling (Albertslund, Region Hovedstaden)",
    "docs/rules/meetings-lint.md",
    _READ,
)

BOTH = frozenset(Kind)
MINUTES = frozenset({Kind.MINUTES})


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found: the sentence about it, where it stands, and what it changes from the rule's own severity."""

    message: str
    start: int
    end: int
    fix: Fix | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Rule:
    """One rule. The code is never used again for another. `eased` are profiles where it is only advice, `off` where it is silent."""

    code: str
    severity: Severity
    title: str
    check: Callable[[Paper], Iterator[Hit]]
    sources: tuple[Source, ...] = (OUR_OWN,)
    kinds: frozenset[Kind] = BOTH
    off: frozenset[Profile] = frozenset()
    eased: frozenset[Profile] = frozenset()

    @property
    def help(self) -> str:
        """The address of the rule's page of guidance."""
        return f"/vejledning/regler/{self.code}/"
