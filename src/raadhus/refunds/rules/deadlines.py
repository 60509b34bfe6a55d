"""The days that count: the employer period, the notification, the claim, and what is refunded when they are missed.

Rules in prose with tables of examples: docs/rules/refunds.md. All periods are half-open: the end is the first day not in them.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.kernel.periods import months_before
from raadhus.kernel.sources import Source, rule
from raadhus.refunds.rules.cases import Absence, Settings

_READ = date(2026, 7, 1)
SECTION_30 = Source("Sygedagpengeloven § 30", "https://danskelove.dk/sygedagpengeloven/30", _READ)
SECTION_40 = Source("Sygedagpengeloven § 40", "https://elov.dk/sygedagpengeloven/paragraf/40", _READ)
SECTION_54A = Source("Sygedagpengeloven §§ 54 a-b", "https://danskelove.dk/sygedagpengeloven/54a", _READ)
SECTION_56 = Source("Sygedagpengeloven § 56", "https://www.sbst.dk", _READ)
SECTION_59 = Source("Sygedagpengeloven § 59 (LBK 1712/2021)", "https://elov.dk/sygedagpengeloven/59/", _READ)

EMPLOYER_PERIOD_DAYS = 30
CLAIM_MONTHS = 3
DISPENSATION_MONTHS = 6
_DAY = timedelta(days=1)


@rule(SECTION_30, SECTION_56)
def refunded_from(absence: Absence) -> date:
    """Return the first day that can be refunded: the first day of absence, or the day after the employer's 30 days."""
    if absence.kind.is_refunded_from_first_day:
        return absence.first
    return absence.first + timedelta(days=EMPLOYER_PERIOD_DAYS)


@rule(SECTION_40)
def notification_deadline(first: date, settings: Settings) -> date:
    """Return the last day on which the notification is in time: five weeks after the first day of absence."""
    return first + timedelta(days=settings.notification_days)


@rule(SECTION_59)
def is_short(absence: Absence) -> bool:
    """Return True when it ended within the employer's 30 days: then only the three months of the claim count (section 59(4))."""
    return absence.last is not None and absence.last < absence.first + timedelta(days=EMPLOYER_PERIOD_DAYS)


@rule(SECTION_59)
def may_be_dispensed(absence: Absence, claimed_on: date) -> bool:
    """Return True while dispensation is possible at all: never when claimed later than six months after the first day (section 59(6))."""
    return claimed_on <= dispensed_until(absence.first)


@rule(SECTION_59)
def dispensed_until(first: date) -> date:
    """Return the last day on which a claim may still be dispensed: six months after the first day of absence."""
    return months_before(first, -DISPENSATION_MONTHS)


@dataclass(frozen=True, slots=True)
class Window:
    """What could be refunded, [start, end), and from which days notification and claim let it be.

    `from_notification` and `from_claim` lie inside [start, end]; what lies before them is lost.
    """

    start: date
    end: date
    from_notification: date
    from_claim: date


@rule(SECTION_40, SECTION_59)
def window(absence: Absence, settings: Settings, as_of: date) -> Window:
    """Return what could be refunded up to `as_of` and what is lost of it; an absence without an end goes on until then."""
    ended = absence.last + _DAY if absence.last is not None else as_of
    start = refunded_from(absence)
    end = max(start, ended)
    by_notification = _from_notification(absence, settings, as_of, start)
    by_claim = months_before(absence.claimed or as_of, CLAIM_MONTHS)
    return Window(start, end, min(max(start, by_notification), end), min(max(start, by_claim), end))


def _from_notification(absence: Absence, settings: Settings, as_of: date, start: date) -> date:
    """Return the first day that the notification lets be refunded."""
    if is_short(absence):
        return start
    deadline = notification_deadline(absence.first, settings)
    notified = absence.notified or as_of
    return start if notified <= deadline else max(start, notified)
