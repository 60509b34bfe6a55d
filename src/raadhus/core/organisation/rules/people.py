"""People, where they are placed, and whom they lead, as plain facts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.kernel.periods import Period

_LONGEST = 200
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_LONGEST_KEY = 100
_CPR = re.compile(r"\b[0-3]\d[01]\d{3}[- ]?\d{4}\b")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Overlap(Conflict):
    """Two periods of the same thing share a day."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as known to the organisation. Never a CPR number. `unit_key` is where the person is placed, if anywhere."""

    key: str
    name: str
    email: str
    title: str
    unit_key: str | None


@dataclass(frozen=True, slots=True)
class Placement:
    """That a person belongs to a unit through a period."""

    person_key: str
    unit_key: str
    period: Period


@dataclass(frozen=True, slots=True)
class Leadership:
    """That a person leads a unit through a period."""

    person_key: str
    unit_key: str
    period: Period


def check_key(key: str) -> str:
    """Return the key. Raises WrongInput unless it is lower-case letters a-z, digits and single hyphens."""
    if not _KEY.fullmatch(key) or len(key) > _LONGEST_KEY:
        raise WrongInput(f"Nøglen {key!r} må kun bestå af små bogstaver a-z, cifre og bindestreger, og højst 100 tegn.")
    return key


def slug(text: str) -> str:
    """Return a key made of a name: æ becomes ae, ø oe, å aa, and everything else a hyphen."""
    plain = text.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("é", "e").replace("ü", "u")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_KEY].strip("-")


def require_no_overlap(period: Period, others: Iterable[Period], *, what: str) -> None:
    """Raise Overlap when the period shares a day with any of the others; `what` begins the sentence."""
    for other in others:
        if period.overlaps(other):
            until = f" til {other.end:%d.%m.%Y}" if other.end else ""
            raise Overlap(f"{what} allerede fra {other.start:%d.%m.%Y}{until}.")


def ended(period: Period, on: date) -> Period:
    """Return the period ended on a day. Raises Conflict when it had not begun or was over by then."""
    if on <= period.start or (period.end is not None and on > period.end):
        raise Conflict(f"Perioden begyndte {period.start:%d.%m.%Y} og kan ikke slutte {on:%d.%m.%Y}.")
    return Period(period.start, on)


def next_period(on: date, known: Iterable[Period]) -> Period:
    """Return the days from `on` until the next known period begins, or without end."""
    later = [period.start for period in known if period.start > on]
    return Period(on, min(later) if later else None)


def check_text(text: str, what: str, *, empty: bool = False) -> str:
    """Return the text on one line without spaces around it. Raises WrongInput when it is empty, too long or holds a CPR number."""
    line = " ".join(text.split())
    if not line and not empty:
        raise WrongInput(f"Angiv {what}.")
    if len(line) > _LONGEST:
        raise WrongInput(f"Højst {_LONGEST} tegn i {what}.")
    if _CPR.search(line):
        raise WrongInput(f"Et CPR-nummer hører ikke hjemme i {what}.")
    return line


def check_email(email: str) -> str:
    """Return the address without spaces around it; it may be empty. Raises WrongInput when it cannot be an address."""
    address = email.strip()
    if address and (not _EMAIL.fullmatch(address) or len(address) > _LONGEST):
        raise WrongInput(f"{address!r} er ikke en e-mailadresse.")
    return address
