"""Every rule of the linter, in the order in which `--list` and the guide show them."""

from raadhus.meetings.rules.lint import (
    abbreviations,
    amounts,
    answers,
    calendar,
    closed,
    follow_up,
    lead_ins,
    leftovers,
    percentages,
    personal,
    references,
    totals,
)
from raadhus.meetings.rules.lint.rule import Rule

RULES: tuple[Rule, ...] = (
    *answers.RULES,
    *lead_ins.RULES,
    *follow_up.RULES,
    *calendar.RULES,
    *totals.RULES,
    *amounts.RULES,
    *percentages.RULES,
    *references.RULES,
    *abbreviations.RULES,
    *leftovers.RULES,
    *closed.RULES,
    *personal.RULES,
)
BY_CODE = {rule.code: rule for rule in RULES}
