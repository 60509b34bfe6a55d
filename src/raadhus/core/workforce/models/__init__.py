"""The tables of payroll intake: sources with their mapping, runs, and what was known of employments and absences when."""

from raadhus.core.workforce.models.facts import AbsenceVersion, EmploymentVersion
from raadhus.core.workforce.models.intake import ImportRun, PayrollSource
from raadhus.core.workforce.models.retention import Forgetting, RetentionPeriod

__all__ = ["AbsenceVersion", "EmploymentVersion", "Forgetting", "ImportRun", "PayrollSource", "RetentionPeriod"]
