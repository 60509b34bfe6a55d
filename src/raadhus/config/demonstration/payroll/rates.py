"""The units, jobs and rates of data/personale.toml: how people come, stay, change and fall ill."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

FULL_TIME = 3700
_FAMILY = 3


@dataclass(frozen=True, slots=True)
class Year:
    """What a year is like, compared with the others; shares are of 1."""

    year: int
    leaving: float
    sickness: float
    full_time: float
    to_full: float
    to_part: float
    hired_age: int


@dataclass(frozen=True, slots=True)
class Family:
    """A group of jobs: who holds them, how many leave, and how many new places there are, year by year."""

    code: str
    leaving: float
    full_time: float
    hours: tuple[int, ...]
    men: float
    sickness: float
    growth: tuple[float, ...]
    school_year: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A job: its code and title, the collective agreement, and the pay of a full month in øre."""

    code: str
    title: str
    agreement: str
    monthly_ore: int


@dataclass(frozen=True, slots=True)
class EmploymentForm:
    """A form of employment: its share of the places, and what is special about it; ages are least, most and most usual."""

    form: str
    share: float
    hours: tuple[int, ...]
    leaving: float
    ages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """How many places a unit has when the history begins, and of which jobs."""

    places: int
    jobs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rates:
    """Everything of the file."""

    years: tuple[Year, ...]
    families: Mapping[str, Family]
    jobs: Mapping[str, Job]
    units: Mapping[str, UnitPlan]
    forms: tuple[EmploymentForm, ...]
    retire: tuple[float, ...]
    leaving_by_tenure: tuple[float, ...]
    leaving_by_age: tuple[float, ...]
    moves: float
    moves_anew: float
    beside: float
    beside_hours: tuple[int, ...]
    steps: tuple[tuple[int, float], ...]
    form_weights: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Add up the shares of the forms once, to choose by."""
        object.__setattr__(self, "form_weights", tuple(accumulate(one.share for one in self.forms)))

    def year(self, year: int) -> Year:
        """Return what a year is like; before the first known year as the first, after the last as the last."""
        return self.years[min(max(year - self.years[0].year, 0), len(self.years) - 1)]

    def family(self, job: str) -> Family:
        """Return the family of a job by its code."""
        return self.families[job[:_FAMILY]]


@cache
def rates() -> Rates:
    """Return data/personale.toml."""
    text = (files("raadhus.config.demonstration") / "data" / "personale.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Rates(
        years=tuple(Year(**row) for row in data["years"]),
        families={row["code"]: Family(**_frozen(row)) for row in data["families"]},
        jobs={code: _job(code, row) for code, row in data["jobs"].items()},
        units={key: UnitPlan(**row) for key, row in data["units"].items()},
        forms=tuple(EmploymentForm(**_frozen(row)) for row in data["forms"]),
        retire=tuple(data["retire"]),
        leaving_by_tenure=tuple(data["leaving_by_tenure"]),
        leaving_by_age=tuple(data["leaving_by_age"]),
        moves=data["moves"],
        moves_anew=data["moves_anew"],
        beside=data["beside"],
        beside_hours=tuple(data["beside_hours"]),
        steps=tuple((years, factor) for years, factor in data["steps"]),
    )


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def _job(code: str, row: dict[str, Any]) -> Job:
    return Job(code, row["title"], row["agreement"], row["monthly_kr"] * 100)
