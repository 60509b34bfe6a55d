"""What the rest of the house may use of payroll's facts."""

from raadhus.core.workforce.queries.extracts import (
    EmploymentAbsence,
    EmploymentFact,
    employment_facts,
    every_absence,
    payroll_known_to,
)
from raadhus.core.workforce.queries.facts import AbsenceFact, absence_facts
from raadhus.core.workforce.queries.forgotten import absences_kept_from, employments_kept_from
from raadhus.core.workforce.queries.runs import payroll_changed_at
from raadhus.core.workforce.readers.payroll import lines_of
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm

__all__ = [
    "AbsenceFact",
    "AbsenceKind",
    "EmploymentAbsence",
    "EmploymentFact",
    "EmploymentForm",
    "absence_facts",
    "absences_kept_from",
    "employment_facts",
    "employments_kept_from",
    "every_absence",
    "lines_of",
    "payroll_changed_at",
    "payroll_known_to",
]
