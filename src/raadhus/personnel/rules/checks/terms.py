"""Terms of employment that cannot be right: told twice, in no unit, paid in øre, from next year, too young or old, more hours than there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

from raadhus.kernel.danish import kroner, number, short_date
from raadhus.kernel.periods import Period
from raadhus.personnel.rules.calendar import month_number, month_of
from raadhus.personnel.rules.checks.findings import WHOLE, Check, Finding, Limits, Severity
from raadhus.personnel.rules.facts import Absence, Form, Terms
from raadhus.personnel.rules.measures.definitions import FULL_WEEK

_MONTHS = 12


def twice(terms: Iterable[Terms]) -> Iterator[Finding]:
    """Yield the employments that have two sets of terms on one day; no figure can be made of those."""
    ordered = sorted(terms, key=lambda one: (one.employment, one.start))
    for earlier, later in pairwise(ordered):
        if earlier.employment == later.employment and (earlier.end is None or later.start < earlier.end):
            what = "står to gange" if earlier == later else "har to sæt vilkår"
            sentence = (
                f"Ansættelse {later.employment} {what} den {short_date(later.start)}. "
                "Er samme måned indlæst to gange eller fra to kilder? Lad den ene udgå, eller ret datoerne i lønsystemet."
            )
            yield Finding(Check.TWICE, Severity.STOPS, later.employment, later.start, sentence)


def homeless(
    terms: Iterable[Terms], units: Mapping[str, Sequence[Period]], *, since: date, known_to: date
) -> Iterator[Finding]:
    """Yield the units that staff stand in on a month's last day on which the organisation does not have them."""
    found: dict[str, dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in terms:
        for day in _days_outside(one, units.get(one.unit, ()), since, known_to):
            found[one.unit][day].append(one.employment)
    for unit, by_day in found.items():
        first, staff = min(by_day), {employment for numbers in by_day.values() for employment in numbers}
        what = "var ikke i organisationen" if units.get(unit) else "findes ikke i organisationen"
        todo = "Flyt dem i lønsystemet, eller ret enhedens periode i organisationen."
        sentence = (
            f"Enheden »{unit}« {what} den {short_date(first)}, men {_staff(len(staff))} der, fx {min(staff)}. {todo}"
        )
        severity = Severity.TOLD if units.get(unit) else Severity.STOPS
        yield Finding(Check.UNIT, severity, unit, first, sentence, len(staff))


def _staff(count: int) -> str:
    return "1 ansættelse står" if count == 1 else f"{number(count)} ansættelser står"


def _days_outside(one: Terms, lives: Sequence[Period], since: date, known_to: date) -> Iterator[date]:
    """Yield the months' last days of the terms on which the unit does not live."""
    if any(life.start <= max(one.start, since) and (life.end is None or life.end > known_to) for life in lives):
        return
    end = min(one.end or date.max, known_to + timedelta(days=1))
    for month in range(month_number(max(one.start, since)), month_number(end) + 1):
        day = date.fromordinal(month_of(month).reference)
        if max(one.start, since) <= day < end and not any(day in life for life in lives):
            yield day


def overpaid(terms: Sequence[Terms], limits: Limits, *, since: date, known_to: date) -> Iterator[Finding]:
    """Yield the employments whose month's pay is above what anybody gets, or many times what others in the job get for a full week."""
    seen = [one for one in terms if one.monthly_ore and one.start <= known_to and (one.end is None or one.end > since)]
    usual = _usual_pay(seen, limits)
    told = set()
    for one in seen:
        pay = one.monthly_ore or 0
        most = min(limits.highest_pay, usual.get(one.job_code, limits.highest_pay) * limits.times_usual_pay)
        if pay > most and one.employment not in told:
            told.add(one.employment)
            sentence = (
                f"Ansættelse {one.employment} får {kroner(pay)} om måneden fra {short_date(one.start)}; mere end {kroner(most)} ligner øre, "
                "der er læst som kroner. Ret beløbet i lønsystemet, eller ret kolonnen i kildens opsætning."
            )
            may_be = pay < limits.pay_in_ore
            yield Finding(Check.PAY, Severity.STOPS, one.employment, one.start, sentence, may_be_right=may_be)


def _usual_pay(terms: Iterable[Terms], limits: Limits) -> dict[str, int]:
    """Return the middle pay of a full week of every job code that enough are paid by the month in."""
    paid: dict[str, list[int]] = defaultdict(list)
    for one in terms:
        if one.form is Form.MONTHLY and one.weekly_hours and one.monthly_ore:
            paid[one.job_code].append(one.monthly_ore * FULL_WEEK // one.weekly_hours)
    return {job: median_low(pays) for job, pays in paid.items() if len(pays) >= limits.least_of_job}


def ahead(terms: Sequence[Terms], absences: Sequence[Absence], limits: Limits, *, known_to: date) -> Iterator[Finding]:
    """Yield what begins long after the last day that payroll tells about: each, and that there are so many that the file is of another year."""
    latest = known_to + timedelta(days=limits.ahead_days)
    starts = [(one.employment, one.start) for one in terms]
    firsts = [(one.employment, one.first) for one in absences]
    for what, rows in (("Ansættelse", starts), ("Fravær for ansættelse", firsts)):
        late = [(employment, day) for employment, day in rows if day > latest]
        for employment, day in late:
            sentence = f"{what} {employment} begynder den {short_date(day)}, over et år efter {short_date(known_to)}. Ret årstallet."
            yield Finding(Check.FUTURE, Severity.TOLD, employment, day, sentence)
        if len(late) * 100 > len(rows) * limits.ahead_percent:
            sentence = (
                f"{number(len(late))} af {number(len(rows))} rækker ({what.lower()}) begynder over et år efter {short_date(known_to)}: "
                "filen er fra et andet år. Indlæs den rigtige fil."
            )
            yield Finding(
                Check.FUTURE, Severity.STOPS, WHOLE, min(day for _employment, day in late), sentence, len(late)
            )


def aged(terms: Iterable[Terms], limits: Limits, *, since: date, known_to: date) -> Iterator[Finding]:
    """Yield the people born after the last known day, too young when they begin, or too old on their last day."""
    told = set()
    for one in terms:
        if one.born is None or one.person in told or one.start > known_to or (one.end is not None and one.end <= since):
            continue
        begins, last = _years(one.born, one.start), _years(one.born, min(one.end or known_to, known_to))
        if one.born <= known_to and begins >= limits.youngest and last <= limits.oldest:
            continue
        told.add(one.person)
        what = (
            "er født efter den sidste kendte dag"
            if one.born > known_to
            else f"er {begins if begins < limits.youngest else last} år"
        )
        severity = Severity.STOPS if one.born > known_to else Severity.TOLD
        sentence = (
            f"Den ansatte på ansættelse {one.employment} {what}. Ret fødselsdatoen i lønsystemet; se efter århundredet."
        )
        yield Finding(Check.AGE, severity, one.employment, one.start, sentence)


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def long_weeks(terms: Iterable[Terms], limits: Limits, *, since: date) -> Iterator[Finding]:
    """Yield the employments with more hours a week than people work; more than a week has stops the figures."""
    told = set()
    for one in terms:
        counts = one.weekly_hours > limits.many_hours and (one.end is None or one.end > since)
        if counts and one.employment not in told:
            told.add(one.employment)
            severity = Severity.STOPS if one.weekly_hours > limits.all_hours else Severity.TOLD
            hours = number(one.weekly_hours / 100)
            sentence = (
                f"Ansættelse {one.employment} har {hours} timer om ugen fra {short_date(one.start)}. "
                "Ret timetallet i lønsystemet, eller ret kolonnen i kildens opsætning."
            )
            yield Finding(Check.HOURS, severity, one.employment, one.start, sentence)
