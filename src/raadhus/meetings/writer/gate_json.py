"""The gate's report as plain JSON values (docs/formats/meetings-gate.md)."""

from typing import Any

from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.gate_report import Check, GateReport


def gate_json(meeting_id: str, label: str, report: GateReport) -> dict[str, Any]:
    """Return the report of one meeting."""
    verdict = "stops" if report.stops else "warns" if report.warnings else "passed"
    return {"meeting": meeting_id, "label": label, "verdict": verdict, "checks": [_check(one) for one in report.checks]}


def _check(check: Check) -> dict[str, Any]:
    return {
        "check": check.name.value,
        "label": check.name.label,
        "verdict": check.verdict.value,
        "looked_at": check.looked_at,
        "skipped": check.skipped,
        "findings": [_finding(one) for one in check.findings],
        "notes": [_finding(one) for one in check.notes],
        "let_be": [_finding(one) for one in check.let_be],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "message": str(finding.message),
        "item": finding.item_number,
        "blocks": finding.blocks,
    }
