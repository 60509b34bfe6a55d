"""Dates as Danish agendas and minutes print them."""

from datetime import date

from raadhus.kernel.danish import MONTHS, WEEKDAYS


def short_date(day: date) -> str:
    """Return "02-06-2025"."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def long_date(day: date) -> str:
    """Return "Mandag d. 02. juni 2025"."""
    return f"{WEEKDAYS[day.weekday()].capitalize()} d. {day.day:02d}. {MONTHS[day.month - 1]} {day.year:04d}"


def meeting_time(day: date | None, start: str | None, end: str | None) -> str:
    """Return "Mandag d. 02. juni 2025 kl. 09:00 - 11:30" with the parts that are known; empty when none is."""
    hours = " - ".join(filter(None, (start, end))) if start else (f"slut {end}" if end else "")
    return " kl. ".join(filter(None, (long_date(day) if day else "", hours)))
