"""When a body meets: clock times as people write them, and a series of meetings (docs/rules/agendas.md)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.kernel.danish_calendar import closing_days, holidays, is_working_day
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class SittingFacts:
    """When and where a meeting is; the two deadlines only where they differ from what the body's rules give."""

    day: date
    start_time: str = ""
    end_time: str = ""
    place: str = ""
    submission_date: date | None = None
    sending_date: date | None = None


_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")
_HOURS, _MINUTES = 24, 60


def checked_clock(text: str) -> str:
    """Return a time as "HH:MM" from "9", "9.00" or "09:00"; empty for none. Raises WrongInput."""
    written = text.strip()
    if not written:
        return ""
    found = _CLOCK.fullmatch(written)
    if found is None or int(found[1]) >= _HOURS or int(found[2] or 0) >= _MINUTES:
        raise WrongInput(Sentence("Klokkeslættet »%(text)s« kan ikke læses. Skriv det som 09:00.", text=written))
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


# Beyond these no rule counts working days, and no deadline can be said.
_YEARS = range(2000, 2200)


def checked_day(day: date) -> date:
    """Return the day of a meeting. Raises WrongInput for a year in which no body of ours meets."""
    if day.year not in _YEARS:
        raise WrongInput(Sentence("Årstallet %(year)s kan ikke passe. Skriv mødets dag igen.", year=str(day.year)))
    return day


def checked_deadlines(facts: SittingFacts) -> None:
    """Do nothing when the day can be one and the deadlines that differ lie before it. Raises WrongInput."""
    checked_day(facts.day)
    if facts.sending_date is not None and facts.sending_date > facts.day:
        raise WrongInput(Sentence("Dagsordenen skal udsendes senest på mødets egen dag."))
    if facts.submission_date is not None and facts.submission_date > facts.day:
        raise WrongInput(Sentence("Fristen for sager skal ligge senest på mødets egen dag."))


MOST_IN_A_SERIES = 60


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """One day of a series; `skipped` says why there is no meeting on it, None when there is."""

    day: date
    skipped: str | None = None


def series(first: date, last: date, weeks: int) -> tuple[SeriesDay, ...]:
    """Return the days from `first` to `last` inclusive, every so many weeks; a day that is no working day is skipped.

    Raises WrongInput when the days are the wrong way round, or there are more than MOST_IN_A_SERIES.
    """
    checked_day(first)
    if last < first:
        raise WrongInput(Sentence("Den sidste dag ligger før den første."))
    if weeks < 1:
        raise WrongInput(Sentence("Skriv, hvor mange uger der er mellem møderne: 1 eller flere."))
    count = (last - first).days // (7 * weeks) + 1
    if count > MOST_IN_A_SERIES:
        raise WrongInput(Sentence("Der kan højst planlægges %(most)s møder på én gang.", most=str(MOST_IN_A_SERIES)))
    days = (first + timedelta(weeks=weeks * number) for number in range(count))
    return tuple(SeriesDay(day, _why_closed(day)) for day in days)


def _why_closed(day: date) -> str | None:
    if is_working_day(day):
        return None
    named = holidays(day.year).get(day) or closing_days(day.year).get(day)
    return named or Sentence("Weekend")
