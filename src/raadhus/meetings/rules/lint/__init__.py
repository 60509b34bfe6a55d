"""The linter of Danish agendas and minutes: pure; a reading and its text in, findings out. Prose: docs/rules/meetings-lint.md."""

from raadhus.meetings.rules.lint.engine import case_numbers, lint, lint_each
from raadhus.meetings.rules.lint.findings import Fix, LintFinding, Severity, active, applicable
from raadhus.meetings.rules.lint.registry import BY_CODE, RULES
from raadhus.meetings.rules.lint.rule import Rule
from raadhus.meetings.rules.lint.settings import DEFAULT, CaseNumbers, LintSettings, Suppression

__all__ = [
    "BY_CODE",
    "DEFAULT",
    "RULES",
    "CaseNumbers",
    "Fix",
    "LintFinding",
    "LintSettings",
    "Rule",
    "Severity",
    "Suppression",
    "active",
    "applicable",
    "case_numbers",
    "lint",
    "lint_each",
]
