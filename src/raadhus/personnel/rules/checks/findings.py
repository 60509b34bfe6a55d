"""What a check of payroll's facts found, and the limits it goes by, with dates of validity."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from raadhus.kernel.danish import number
from raadhus.kernel.sources import Dated, Source
from raadhus.kernel.words import for_catalogue

# Where a finding of the whole municipality is: its staff, or its absences.
WHOLE, ABSENCES = "", "fravær"


class Severity(StrEnum):
    """What a finding does to the release; `label` is Danish."""

    STOPS = "stops"
    TOLD = "told"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return {Severity.STOPS: for_catalogue("Standser tallene"), Severity.TOLD: for_catalogue("Se efter")}[self]


class Check(StrEnum):
    """What was looked for; `label` is Danish."""

    TWICE = "twice"
    UNIT = "unit"
    PAY = "pay"
    FUTURE = "future"
    AGE = "age"
    HOURS = "hours"
    MONTH = "month"
    ABSENT = "absent"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _LABELS[self]


_LABELS = {
    Check.TWICE: "Samme ansættelse to gange",
    Check.UNIT: "Enhed, der ikke findes",
    Check.PAY: "Løn i øre",
    Check.FUTURE: "Efter sidste kendte dag",
    Check.AGE: "Alder",
    Check.HOURS: "Timetal",
    Check.MONTH: "Måned mangler eller er med to gange",
    Check.ABSENT: "Fraværende hele tiden",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that looks wrong. `where` is an employment's number or a unit's key, WHOLE for the municipality; `day` is when.

    The sentence says what, where and what to do. It may be about one person's pay or absence: it is for HR, and never published.
    """

    check: Check
    severity: Severity
    where: str
    day: date
    sentence: str
    count: int = 1
    # Whether what stops the release may be so in reality, and HR may say that it is (docs/rules/personnel.md).
    may_be_right: bool = False

    @property
    def key(self) -> str:
        """What it is called, the same for as long as nothing has changed, so that somebody can say that it is right."""
        return f"{self.check}|{self.where}|{self.day.isoformat()}"

    @property
    def state(self) -> str:
        """What it is called together with the figures it tells: another number of staff, or another pay, is another state."""
        return sha256(f"{self.key}|{self.count}|{self.sentence}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Limits:
    """From when something looks wrong. Pay is øre a month, hours are hundredths a week, shares are per cent; `most_told` is a list's length.

    From `pay_in_ore`, a fall by `gone_percent` or a rise to `twice_percent` on there is no way that it is right.
    """

    whole_percent: int = 20
    unit_percent: int = 50
    absence_percent: int = 90
    least_staff: int = 10
    longest_hole: int = 3
    highest_pay: int = 300_000_00
    pay_in_ore: int = 1_000_000_00
    gone_percent: int = 90
    twice_percent: int = 190
    times_usual_pay: int = 20
    least_of_job: int = 5
    ahead_days: int = 366
    ahead_percent: int = 1
    youngest: int = 13
    oldest: int = 90
    many_hours: int = 60_00
    all_hours: int = 168_00
    absent_months: int = 12
    least_absent_unit: int = 5
    most_told: int = 25


_OWN_CHOICE = Source("Husets egne valg", "docs/rules/personnel.md", date(2026, 7, 1))
LIMITS = Dated("Grænser for, hvad der ligner fejl i løndata", ((date(2000, 1, 1), Limits(), _OWN_CHOICE),))


def listed(findings: Iterable[Finding], limits: Limits) -> list[Finding]:
    """Return the first findings of one kind, what stops before what is told, and one more that counts the rest."""
    ordered = sorted(findings, key=lambda one: (one.severity, one.day, one.where))
    first, rest = ordered[: limits.most_told], ordered[limits.most_told :]
    if not rest:
        return first
    count = sum(one.count for one in rest)
    sentence = f"Der er {number(count)} fund mere af samme slags ({rest[0].check.label.lower()}). Ret filen fra løn, og indlæs den igen."
    return [*first, Finding(rest[0].check, rest[0].severity, WHOLE, rest[0].day, sentence, count)]
