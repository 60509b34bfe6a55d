"""A row of payroll, read and checked: an employment or an absence, and what is said about a row that was not."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm

MOST_PROBLEMS = 1_000


class Subject(StrEnum):
    """What a file is about."""

    EMPLOYMENTS = "employments"
    ABSENCES = "absences"


@lru_cache(maxsize=100_000)
def iso(day: date) -> str:
    """Return a day as 2024-01-08. A file has few different days and writes each a million times."""
    return day.isoformat()


class EmploymentRow(NamedTuple):
    """One stretch of an employment under the same terms, [start, end). Hours are hundredths a week; money is øre a month.

    A named tuple, because a file has a million of them.
    """

    key: str
    employment: str
    person: str
    name: str
    unit: str
    start: date
    end: date | None
    weekly_hours: int
    form: EmploymentForm
    job_code: str
    job_title: str
    agreement: str
    hired: date | None
    leave_reason: str
    born: date | None
    gender: str
    monthly_ore: int | None


class AbsenceRow(NamedTuple):
    """One absence, from its first to its last day (None while it goes on). Hours are hundredths away a week, of a partial one."""

    key: str
    employment: str
    first: date
    last: date | None
    kind: AbsenceKind
    code: str
    weekly_hours_away: int | None
    registered: date | None
    sends_notification: bool


class EndingRow(NamedTuple):
    """A row that tells only that an employment has ended, with its last day; what is known of its terms stays until then."""

    employment: str
    last: date


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong: the line in the file (0 for the whole file), the column (empty for the whole row), and the Danish sentence.

    A sentence never holds a CPR number, a name or any other word out of the file.
    """

    line: int
    column: str
    message: str


@dataclass(slots=True)
class Problems:
    """The first problems of a file, and how many there are in all: a wrong column gives one on each of a million lines."""

    first: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, problem: Problem) -> None:
        """Count a problem, and keep it when it is among the first."""
        self.count += 1
        if len(self.first) < MOST_PROBLEMS:
            self.first.append(problem)
