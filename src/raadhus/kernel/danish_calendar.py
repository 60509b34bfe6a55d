"""The Danish calendar: public holidays, closing days and working days.

Holidays follow the law on the holidays of the national church and custom; Great Prayer Day ended with 2023
(law no. 214 of 6 March 2023). 5 June, 24 December and 31 December are not holidays by law but no municipality's
administration works on them; they are days off unless a caller says otherwise.
"""

from datetime import date, timedelta

_LAST_GREAT_PRAYER_DAY = 2023


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, exact for every year from 1583)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, centuries = divmod(century, 4)
    correction = (century + 8) // 25
    moon = (19 * golden + century - leap - (century - correction + 1) // 3 + 15) % 30
    quarter, year_in_quarter = divmod(rest, 4)
    weekday = (32 + 2 * centuries + 2 * quarter - moon - year_in_quarter) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> dict[date, str]:
    """Return the public holidays of a year with their Danish names."""
    easter = easter_sunday(year)
    days = {
        date(year, 1, 1): "Nytårsdag",
        easter - timedelta(days=3): "Skærtorsdag",
        easter - timedelta(days=2): "Langfredag",
        easter: "Påskedag",
        easter + timedelta(days=1): "2. påskedag",
        easter + timedelta(days=39): "Kristi himmelfartsdag",
        easter + timedelta(days=49): "Pinsedag",
        easter + timedelta(days=50): "2. pinsedag",
        date(year, 12, 25): "Juledag",
        date(year, 12, 26): "2. juledag",
    }
    if year <= _LAST_GREAT_PRAYER_DAY:
        days[easter + timedelta(days=26)] = "Store bededag"
    return days


def closing_days(year: int) -> dict[date, str]:
    """Return the days that are not holidays by law but on which the administration is closed by custom."""
    return {
        date(year, 6, 5): "Grundlovsdag",
        date(year, 12, 24): "Juleaftensdag",
        date(year, 12, 31): "Nytårsaftensdag",
    }


def is_working_day(day: date, *, count_closing_days: bool = False) -> bool:
    """Return True for Monday to Friday outside holidays; closing days count only when asked for."""
    saturday = 5
    if day.weekday() >= saturday or day in holidays(day.year):
        return False
    return count_closing_days or day not in closing_days(day.year)


def working_days_before(day: date, count: int) -> date:
    """Return the day that lies `count` working days before `day`, not counting `day` itself. `count` is 0 or more."""
    if count < 0:
        raise ValueError("Antallet af arbejdsdage skal være 0 eller derover.")
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_after(day: date, count: int) -> date:
    """Return the day that lies `count` working days after `day`, not counting `day` itself. `count` is 0 or more."""
    if count < 0:
        raise ValueError("Antallet af arbejdsdage skal være 0 eller derover.")
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_day_from(day: date) -> date:
    """Return the day itself when it is a working day, else the next one."""
    return day if is_working_day(day) else working_days_after(day, 1)
