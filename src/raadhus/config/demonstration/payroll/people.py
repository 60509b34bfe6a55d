"""Invented people and their terms of employment: names made of parts, jobs by centre, pay by hours."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

from raadhus.config.demonstration.payroll.records import Term

FULL_TIME = 3700
_MALE_SHARE = 0.24
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Job:
    """A job: its title, the collective agreement, and the pay of a full month in øre."""

    title: str
    agreement: str
    monthly_ore: int


_PLAIN = Job("Administrativ medarbejder", "Kontor", 33_200_00)
_JOBS = {
    "cba": (_PLAIN, Job("Konsulent", "AC", 44_900_00), Job("It-medarbejder", "Kontor", 39_400_00)),
    "spc": (Job("Lærer", "Lærere", 39_800_00), Job("Pædagog", "Pædagoger", 34_600_00), _PLAIN),
    "sac": (Job("Socialrådgiver", "Socialrådgivere", 38_100_00), Job("Jobkonsulent", "Kontor", 36_300_00), _PLAIN),
    "soc": (
        Job("Social- og sundhedshjælper", "Social- og sundhedspersonale", 30_400_00),
        Job("Social- og sundhedsassistent", "Social- og sundhedspersonale", 33_900_00),
        Job("Sygeplejerske", "Sygeplejersker", 37_700_00),
    ),
    "fdc": (Job("Pædagog", "Pædagoger", 34_600_00), Job("Pædagogmedhjælper", "Pædagogmedhjælpere", 27_900_00)),
    "fkc": (Job("Bibliotekar", "AC", 38_600_00), _PLAIN),
    "uuc": (Job("Ungdomskonsulent", "Pædagoger", 36_900_00), _PLAIN),
    "ceis": (
        Job("Rengøringsassistent", "Rengøring", 27_600_00),
        Job("Teknisk servicemedarbejder", "Teknik", 31_500_00),
    ),
    "db": (Job("Specialarbejder", "Teknik", 31_200_00), Job("Gartner", "Teknik", 32_100_00)),
}
# (form, share, weekly hours to choose among)
_USUAL = (3700, 3700, 3700, 3700, 3500, 3400, 3200, 3200, 3000, 2960, 2800, 2500)
_FORMS: tuple[tuple[str, float, tuple[int, ...]], ...] = (
    ("monthly", 0.90, _USUAL),
    ("hourly", 0.05, (1000, 1200, 1500)),
    ("fleksjob", 0.02, (800, 1200, 1500, 1850)),
    ("apprentice", 0.03, (3700,)),
)
_BORN_EARLIEST, _BORN_YEARS = date(1960, 1, 1), 44


@cache
def _names() -> dict[str, list[str]]:
    text = (files("raadhus.config.demonstration") / "data" / "navne.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class Invented:
    """Makes people and employments, one after the other, numbered from a number on; the same again from the same number."""

    def __init__(self, number: int) -> None:
        self._chance = Random(number)  # noqa: S311 - invented people; nothing is secret
        self._number = number

    def employment(self) -> str:
        """Return the next number of an employment."""
        self._number += 1
        return f"A{self._number}"

    def stays(self, employment: str, unit: str, *, hours: int, form: str = "") -> Term:
        """Return the terms of somebody who has been there since long before and stays."""
        hired = date(2009, 1, 1) + _DAY * self._chance.randrange(4_000)
        return self._term(employment, unit, hired.replace(day=1), form=form or "monthly", hours=hours)

    def hires(self, unit: str, start: date) -> Term:
        """Return the terms of a new employee."""
        form, _, hours = self._chance.choices(_FORMS, [share for _, share, _ in _FORMS])[0]
        return self._term(self.employment(), unit, start, form=form, hours=self._chance.choice(hours))

    def _term(self, employment: str, unit: str, hired: date, *, form: str, hours: int) -> Term:
        job = self._chance.choice(_JOBS.get(unit.partition("-")[0], (_PLAIN,)))
        is_man = self._chance.random() < _MALE_SHARE
        parts = (self._chance.choice(_names()[part]) for part in ("men" if is_man else "women", "shore", "house"))
        name = "{} {}{}".format(*parts)
        return Term(
            employment=employment,
            person=f"P{employment[1:]}",
            name=name,
            unit=unit,
            start=hired,
            last=None,
            hours=hours,
            form=form,
            job=job.title if form != "apprentice" else "Elev",
            agreement=job.agreement,
            hired=hired,
            born=self._birthday(form),
            gender="M" if is_man else "K",
            monthly_ore=job.monthly_ore * hours // FULL_TIME,
        )

    def _birthday(self, form: str) -> date:
        if form == "apprentice":
            return date(1999, 1, 1) + _DAY * self._chance.randrange(2_000)
        return _BORN_EARLIEST + _DAY * self._chance.randrange(_BORN_YEARS * 365)
