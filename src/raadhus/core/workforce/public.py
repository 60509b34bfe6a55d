"""What the rest of the house may use of payroll's facts."""

from raadhus.core.workforce.queries.facts import AbsenceFact, absence_facts
from raadhus.core.workforce.queries.forgotten import absences_kept_from
from raadhus.core.workforce.queries.runs import payroll_changed_at
from raadhus.core.workforce.readers.payroll import lines_of
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm

__all__ = [
    "AbsenceFact",
    "AbsenceKind",
    "EmploymentForm",
    "absence_facts",
    "absences_kept_from",
    "lines_of",
    "payroll_changed_at",
]
