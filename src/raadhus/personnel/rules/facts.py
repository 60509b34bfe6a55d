"""What the figures are made from: terms of employment and absences as payroll has them, and the settings the definitions leave open."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from raadhus.personnel.rules.measures.definitions import FULL_WEEK, Population


class Form(StrEnum):
    """How somebody is employed; the words are those of payroll intake."""

    MONTHLY = "monthly"
    FLEKSJOB = "fleksjob"
    APPRENTICE = "apprentice"
    SUBSIDISED = "subsidised"
    OTHER = "other"
    HOURLY = "hourly"


class Kind(StrEnum):
    """What an absence is; the words are those of payroll intake."""

    SICKNESS = "sickness"
    SICKNESS_SECTION_56 = "sickness_section_56"
    PARTIAL_SICKNESS = "partial_sickness"
    PARTIAL_SICKNESS_SECTION_56 = "partial_sickness_section_56"
    WORK_INJURY = "work_injury"
    PREGNANCY = "pregnancy"
    CHILD_SICK = "child_sick"
    PARENTAL = "parental"
    CARE_DAY = "care_day"
    HOLIDAY = "holiday"
    OTHER = "other"


# Own sickness and work injury together, as the benchmarks of municipalities count it.
SICKNESS = frozenset(
    {
        Kind.SICKNESS,
        Kind.SICKNESS_SECTION_56,
        Kind.PARTIAL_SICKNESS,
        Kind.PARTIAL_SICKNESS_SECTION_56,
        Kind.WORK_INJURY,
        Kind.PREGNANCY,
    }
)
# Neither worked nor absence in the statistics' sense: it is taken out of the possible time.
NOT_POSSIBLE = frozenset({Kind.CARE_DAY, Kind.HOLIDAY, Kind.OTHER})
FORMS: dict[Population, frozenset[Form]] = {
    Population.ORDINARY: frozenset({Form.MONTHLY, Form.HOURLY}),
    Population.MONTHLY: frozenset({Form.MONTHLY}),
    Population.EXTRAORDINARY: frozenset({Form.FLEKSJOB, Form.SUBSIDISED}),
    Population.APPRENTICES: frozenset({Form.APPRENTICE}),
}


class Terms(NamedTuple):
    """A stretch of one employment under the same terms, [start, end). Hours are hundredths a week, pay is øre a month."""

    person: str
    employment: str
    unit: str
    start: date
    end: date | None
    weekly_hours: int
    form: Form = Form.MONTHLY
    job_code: str = ""
    hired: date | None = None
    born: date | None = None
    gender: str = ""
    monthly_ore: int | None = None


class Absence(NamedTuple):
    """An absence from its first to its last day, None while it goes on. `hours_away` are hundredths a week, when only part of the week is."""

    employment: str
    first: date
    last: date | None
    kind: Kind
    hours_away: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the sources leave open. `known_to` is the last day payroll tells about: what goes on has lasted until then."""

    known_to: date
    full_time_hours: int = FULL_WEEK
    short_days: int = 14
    gap_days: int = 7
    new_months: int = 12
    retired_from_age: int = 55
