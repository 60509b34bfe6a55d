"""Invented people: names made of parts, birthdays, and their first terms of employment."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

from raadhus.config.demonstration.payroll.rates import FULL_TIME, Job, rates
from raadhus.config.demonstration.payroll.records import BEGINNING, Term

_DAY = timedelta(days=1)
_BORN_EARLIEST, _BORN_YEARS = date(1964, 1, 1), 25


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    number: str
    name: str
    born: date
    gender: str


@cache
def _names() -> dict[str, list[str]]:
    text = (files("raadhus.config.demonstration") / "data" / "navne.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def invented(chance: Random, number: str, born: date, men: float) -> Person:
    """Return a person with this number and birthday; `men` is the share of men among them."""
    names, is_man = _names(), chance.random() < men
    first, shore, house = (chance.choice(names[part]) for part in ("men" if is_man else "women", "shore", "house"))
    return Person(number, f"{first} {shore}{house}", born, "M" if is_man else "K")


def first_terms(person: Person, employment: str, unit: str, job: Job, hired: date, *, hours: int, form: str) -> Term:
    """Return the terms an employment has when it begins, or when the history does."""
    is_apprentice = form == "apprentice"
    return Term(
        employment=employment,
        person=person.number,
        name=person.name,
        unit=unit,
        start=max(hired, BEGINNING),
        last=None,
        hours=hours,
        form=form,
        job_code=job.code,
        job="Elev" if is_apprentice else job.title,
        agreement=job.agreement,
        hired=hired,
        born=person.born,
        gender=person.gender,
        monthly_ore=job.monthly_ore * hours // FULL_TIME,
    )


class Invented:
    """Makes those whose stories are told, one after the other, numbered from a number on; the same again from the same number."""

    def __init__(self, number: int) -> None:
        self._chance = Random(number)  # noqa: S311 - invented people; nothing is secret
        self._number = number

    def employment(self) -> str:
        """Return the next number of an employment."""
        self._number += 1
        return f"A{self._number}"

    def stays(self, employment: str, unit: str, *, hours: int, form: str = "") -> Term:
        """Return the terms of somebody who has been there since long before and stays."""
        hired = (date(2009, 1, 1) + _DAY * self._chance.randrange(4_000)).replace(day=1)
        born = _BORN_EARLIEST + _DAY * self._chance.randrange(_BORN_YEARS * 365)
        job = rates().jobs[next(iter(rates().units[unit].jobs))]
        person = invented(self._chance, f"P{employment[1:]}", born, rates().family(job.code).men)
        return first_terms(person, employment, unit, job, hired, hours=hours, form=form or "monthly")
