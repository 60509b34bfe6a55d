"""The reason for every krone, in Danish: the steps that a result is made of, and its one-sentence summary."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from raadhus.kernel.danish import WEEKDAYS, counted, kroner, long_date, number, short_date
from raadhus.kernel.periods import months_before
from raadhus.refunds.rules.cases import Absence, Kind, Settings
from raadhus.refunds.rules.deadlines import (
    CLAIM_MONTHS,
    EMPLOYER_PERIOD_DAYS,
    is_short,
    notification_deadline,
    refunded_from,
)
from raadhus.refunds.rules.loss import Loss, LostStretch, Why, lost_days
from raadhus.refunds.rules.rates import LAST_KNOWN_YEAR

_DAY = timedelta(days=1)


def reason_of(loss: Loss, settings: Settings) -> str:
    """Return one Danish sentence: why, which days, and how many."""
    absence = loss.absence
    if not loss.stretches:
        return "Intet er tabt."
    first, last = loss.stretches[0].start, loss.stretches[-1].end - _DAY
    days = counted(loss.days, "hverdag", "hverdage")
    whys = dict.fromkeys(one.why for one in loss.stretches)
    because = " og ".join(_because(why, absence, settings) for why in whys)
    return f"{because[0].upper()}{because[1:]}: {days} fra {short_date(first)} til {short_date(last)} er tabt."


def _because(why: Why, absence: Absence, settings: Settings) -> str:
    deadline = short_date(notification_deadline(absence.first, settings))
    match why:
        case Why.NOTIFIED_LATE:
            return f"anmeldt {short_date(absence.notified or absence.first)}, efter fristen {deadline}"
        case Why.NEVER_NOTIFIED:
            return "aldrig anmeldt" if is_short(absence) else f"ikke anmeldt; fristen var {deadline}"
        case Why.CLAIMED_LATE:
            claimed = absence.claimed or absence.first
            back = short_date(months_before(claimed, CLAIM_MONTHS))
            return f"anmodet {short_date(claimed)}, som kun rækker tilbage til {back}"
        case Why.NEVER_CLAIMED:
            return f"ikke anmodet inden for {CLAIM_MONTHS} måneder"
        case Why.REFUSED:
            return "afvist af myndigheden"


def steps_of(loss: Loss, settings: Settings, as_of: date) -> Iterator[str]:
    """Yield every step of the calculation, each weekday with its hours and rate, so that it can be checked by hand."""
    yield from _frame(loss.absence, settings, as_of)
    for stretch in loss.stretches:
        yield from _days(stretch, loss.absence, settings)
    if loss.stretches:
        yield f"I alt {hours(loss.hours)} t, {kroner(loss.lost_ore)}"


def _frame(absence: Absence, settings: Settings, as_of: date) -> Iterator[str]:
    start = refunded_from(absence)
    if absence.kind.is_refunded_from_first_day:
        yield f"{absence.kind.label}: refusion fra første fraværsdag {short_date(start)}."
    else:
        until = absence.first + timedelta(days=EMPLOYER_PERIOD_DAYS - 1)
        yield (
            f"Arbejdsgiverperiode {short_date(absence.first)} til {short_date(until)} ({EMPLOYER_PERIOD_DAYS} kalenderdage, "
            f"§ 30); refusion fra {short_date(start)}."
        )
    if absence.kind is Kind.PARTIAL and absence.absence_hours is None:
        yield "Timer væk om ugen er ikke oplyst; der er regnet med hele arbejdstiden."
    if is_short(absence):
        yield "Fraværet sluttede inden 30 dage; anmodning inden 3 måneder (§ 59, stk. 4)."
    else:
        yield f"Frist for anmeldelse {short_date(notification_deadline(absence.first, settings))} (§ 40, stk. 1)."
    yield _date_step("Anmeldt", absence.notified, as_of)
    yield _date_step("Anmodet", absence.claimed, as_of)
    if (absence.last or as_of).year > LAST_KNOWN_YEAR:
        yield f"Satser efter {LAST_KNOWN_YEAR} kendes ikke; den seneste kendte er brugt."


def _date_step(verb: str, day: date | None, as_of: date) -> str:
    return f"{verb} {short_date(day)}." if day else f"Ikke {verb.casefold()} pr. {short_date(as_of)}."


def _days(stretch: LostStretch, absence: Absence, settings: Settings) -> Iterator[str]:
    because = _because(stretch.why, absence, settings)
    if stretch.why is Why.NOTIFIED_LATE and absence.notified:
        because += f" (dag {(absence.notified - absence.first).days + 1})"
    told = f"{hours(stretch.hours_a_day)} t x {kroner(stretch.rate_ore)}; tabt: {because}"
    for day in lost_days(stretch, settings):
        yield f"{_day_in_words(day)}: {told}"


@lru_cache(maxsize=10_000)
def _day_in_words(day: date) -> str:
    """Return "onsdag 7. februar 2024"; a file of many absences has the same days again and again."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def hours(value: Fraction) -> str:
    """Return hours with the decimals they have, at most two: "7,4"."""
    return number(decimal_hours(value))


def decimal_hours(value: Fraction) -> Decimal:
    """Return hours as a decimal of at most two places, without trailing zeros."""
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"))
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()
