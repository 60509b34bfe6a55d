"""What a reader of a case must know before believing the amount: where the sources or the dates say that it may not hold."""

from collections.abc import Iterator
from datetime import date, timedelta

from raadhus.kernel.danish import short_date
from raadhus.refunds.rules.cases import Absence, Kind
from raadhus.refunds.rules.rates import LAST_KNOWN_YEAR, RATES, STARTS

LONG = timedelta(weeks=22)
# The covid exception began then; its first end is known, later prolongations are not verified.
COVID_FROM, COVID_UNTIL = date(2020, 2, 27), date(2022, 12, 31)


def warnings_of(absence: Absence, as_of: date) -> Iterator[str]:
    """Yield Danish sentences, the gravest first."""
    until = min(absence.last or as_of, as_of)
    if until - absence.first >= LONG:
        yield (
            f"Fraværet har varet over 22 uger ({short_date(absence.first + LONG)}). Efter revurderingen kan refusionen være lavere "
            "(jobafklaring), så beløbet holder måske ikke."
        )
    if absence.first <= COVID_UNTIL and until >= COVID_FROM:
        yield (
            "I 2020-2022 kunne fravær på grund af covid-19 refunderes fra første dag. Undtagelsen er ikke regnet med; "
            "kontrollér årsagen."
        )
    if (absence.is_partial or absence.kind is Kind.PARTIAL) and absence.absence_hours is None:
        yield "Timer væk om ugen er ikke oplyst; der er regnet med hele arbejdstiden."
    yield from _rates(absence.first, until)


def _rates(first: date, until: date) -> Iterator[str]:
    begun = [start for start in STARTS if start <= until]
    used = [start for place, start in enumerate(begun) if place + 1 == len(begun) or begun[place + 1] > first]
    doubtful = [str(start.year) for start in used if not RATES.on(start).is_verified]
    if doubtful:
        yield f"Satsen for {' og '.join(doubtful)} er udledt eller andenhånds og ikke set hos myndigheden selv."
    if until.year > LAST_KNOWN_YEAR:
        yield f"Satser efter {LAST_KNOWN_YEAR} kendes ikke; den seneste kendte er brugt."
