"""What HR says is right although it looks wrong: which findings that may be said of, and what a release tells of it (docs/rules/personnel.md)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from raadhus.kernel.danish import MONTHS
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.checks.findings import ABSENCES, WHOLE, Check, Finding, Severity


class Implausible(WrongInput):
    """Something in the facts stops the release; a line for each thing. `findings` are all that was found."""

    def __init__(self, stopping: Iterable[Finding], findings: tuple[Finding, ...]) -> None:
        """Say what stops the release."""
        super().__init__("\n".join(one.sentence for one in stopping))
        self.findings = findings


def may_be_accepted(finding: Finding) -> bool:
    """Return whether it stops the release and yet may be right."""
    return finding.severity is Severity.STOPS and finding.may_be_right


def stopping(findings: Iterable[Finding], accepted: Collection[str]) -> tuple[Finding, ...]:
    """Return what stops the release: `accepted` are the states that somebody has said are right, and count where they may."""
    return tuple(
        one for one in findings if one.severity is Severity.STOPS and not (one.may_be_right and one.state in accepted)
    )


def told_of(findings: Iterable[Finding], reasons: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return what everybody may know of the accepted findings: each of the whole municipality with its reason, of the others the kind alone.

    `reasons` are by state. An employment, a unit or a figure is never named: that is for HR.
    """
    accepted = [one for one in findings if may_be_accepted(one) and one.state in reasons]
    whole = [
        {"check": str(one.check), "label": one.check.label, "month": month_words(one.day), "reason": reasons[one.state]}
        for one in accepted
        if is_of_all(one.check, one.where)
    ]
    few = Counter(one.check for one in accepted if not is_of_all(one.check, one.where))
    return [
        *whole,
        *({"check": str(check), "label": check.label, "count": count} for check, count in sorted(few.items())),
    ]


def is_of_all(check: str, where: str) -> bool:
    """Return whether a finding is about the whole municipality and so about no small group."""
    return check == Check.MONTH and where in {WHOLE, ABSENCES}


def month_words(day: date) -> str:
    """Return "marts 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}"
