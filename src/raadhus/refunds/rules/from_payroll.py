"""Payroll's absences in the law's eyes: what kind, how many hours, what an hour's pay is, and which can be refunded at all.

Rules in prose with tables of examples: docs/rules/refunds.md.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from raadhus.kernel.sources import rule
from raadhus.refunds.rules.cases import Kind, Settings
from raadhus.refunds.rules.deadlines import EMPLOYER_PERIOD_DAYS, SECTION_30, SECTION_56
from raadhus.refunds.rules.rates import FIRST_DAY, SECTION_50

EMPLOYMENT_WEEKS = 8
# Hundredths of hours.
EMPLOYMENT_HOURS = 74_00
_MONTHS, _WEEKS = 12, 52

# Payroll intake's own words (AbsenceKind, EmploymentForm); a test holds them to it.
SECTION_56_KINDS = frozenset({"sickness_section_56", "partial_sickness_section_56"})
PARTIAL_KINDS = frozenset({"partial_sickness", "partial_sickness_section_56"})
REFUNDED_KINDS = SECTION_56_KINDS | PARTIAL_KINDS | {"sickness", "work_injury"}
FLEKSJOB = "fleksjob"


class PayrollFact(Protocol):
    """What is needed of an absence: that of core/workforce has it. Hours are hundredths a week, money is øre a month."""

    @property
    def first(self) -> date:
        """The first whole day of absence."""

    @property
    def last(self) -> date | None:
        """The last day, None while it goes on."""

    @property
    def kind(self) -> str:
        """The absence's kind in the words of payroll intake."""

    @property
    def form(self) -> str:
        """How the person is employed, in the words of payroll intake."""

    @property
    def weekly_hours(self) -> int:
        """The agreed hours."""

    @property
    def weekly_hours_away(self) -> int | None:
        """The hours away of a partial absence."""

    @property
    def hired(self) -> date | None:
        """Since when employed."""

    @property
    def monthly_ore(self) -> int | None:
        """The month's pay."""

    @property
    def left(self) -> date | None:
        """The employment's last day, None while it has no end."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the calculation needs beside the days: kind, hundredths of hours away of a partial absence, øre an hour."""

    kind: Kind
    absence_hours: int | None
    hourly_wage_ore: int | None


def terms_of(fact: PayrollFact, settings: Settings) -> Terms:
    """Return the absence's terms under the settings. § 56 is what the code says: an agreement alone does not say which illness it is."""
    away = fact.weekly_hours_away if fact.kind in PARTIAL_KINDS else None
    return Terms(kind_of(fact, settings), away, hourly_wage(fact.monthly_ore, fact.weekly_hours, settings))


@rule(SECTION_30, SECTION_56)
def kind_of(fact: PayrollFact, settings: Settings) -> Kind:
    """Return the kind; what is refunded from the first day goes before what is partial, because the days decide first."""
    if fact.kind in SECTION_56_KINDS:
        return Kind.SECTION_56
    if fact.form == FLEKSJOB:
        return Kind.FLEKSJOB
    if settings.newly_employed and is_newly_employed(fact.first, fact.hired, fact.weekly_hours):
        return Kind.NEWLY_EMPLOYED
    return Kind.PARTIAL if fact.kind in PARTIAL_KINDS else Kind.ORDINARY


@rule(SECTION_30)
def is_newly_employed(first: date, hired: date | None, weekly_hours: int) -> bool:
    """Return True when payroll knows that the last eight weeks were not worked, or had under 74 agreed hours in all.

    An unknown day of hiring and a day after the absence say nothing: then it is taken that the eight weeks are worked.
    """
    if hired is None or hired > first:
        return False
    weeks = timedelta(weeks=EMPLOYMENT_WEEKS)
    return first - hired < weeks or weekly_hours * EMPLOYMENT_WEEKS < EMPLOYMENT_HOURS


@rule(SECTION_50)
def hourly_wage(monthly_ore: int | None, weekly_hours: int, settings: Settings) -> int | None:
    """Return whole øre an hour after labour-market contribution, rounded down (never more than the wage); None when it is not known."""
    if not settings.use_monthly_pay or not monthly_ore or not weekly_hours:
        return None
    # Hours are hundredths, the share is per cent: the hundreds cancel out.
    return monthly_ore * _MONTHS * settings.wage_percent // (_WEEKS * weekly_hours)


def last_day(fact: PayrollFact, today: date) -> date | None:
    """Return the last day of absence, None while it goes on; what payroll has not ended, ends with an employment that has.

    Nobody pays wages after that, so there is nothing more to be refunded, or lost. An absence that begins after it is left as told.
    """
    if fact.last is None and fact.left is not None and fact.first <= fact.left < today:
        return fact.left
    return fact.last


def is_looked_at(fact: PayrollFact) -> bool:
    """Return True for the kinds that the municipality itself refunds, since the first known rate."""
    return fact.kind in REFUNDED_KINDS and fact.first >= FIRST_DAY


def may_be_refunded(fact: PayrollFact, kind: Kind) -> bool:
    """Return True when the absence is, or may become, a case: from the first day for some kinds, else beyond the employer's 30 days.

    While it goes on nobody knows how long it will be. Sickness by pregnancy is refunded by another authority and is none.
    """
    if not is_looked_at(fact):
        return False
    if fact.last is None or kind.is_refunded_from_first_day:
        return True
    return (fact.last - fact.first).days >= EMPLOYER_PERIOD_DAYS
