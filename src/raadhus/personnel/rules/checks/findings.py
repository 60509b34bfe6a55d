"""What a check of payroll's facts found, and the limits it goes by, with dates of validity."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadhus.kernel.danish import number
from raadhus.kernel.sources import Dated, Source

WHOLE = ""


class Severity(StrEnum):
    """What a finding does to the release; `label` is Danish."""

    STOPS = "stops"
    TOLD = "told"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return {Severity.STOPS: "Standser tallene", Severity.TOLD: "Se efter"}[self]


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

    @property
    def key(self) -> str:
        """What it is called, the same for as long as nothing has changed, so that somebody can say that it is right."""
        return f"{self.check}|{self.where}|{self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class Limits:
    """From when something looks wrong. Pay is øre a month, hours are hundredths a week, shares are per cent; `most_told` is a list's length."""

    whole_percent: int = 20
    unit_percent: int = 50
    absence_percent: int = 90
    least_staff: int = 10
    longest_hole: int = 3
    highest_pay: int = 300_000_00
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
