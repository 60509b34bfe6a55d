"""What `meetings lint` prints: for people grouped by document and item, and the JSON of docs/formats/meetings-lint.md."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from raadhus.meetings.commands.lint_places import Document
from raadhus.meetings.rules.lint import LintFinding, Severity, active
from raadhus.meetings.rules.reading import Kind

_KINDS = {Kind.AGENDA: "Dagsorden", Kind.MINUTES: "Referat"}
_COUNTED = {
    Severity.ERROR: ("fejl", "fejl"),
    Severity.WARNING: ("advarsel", "advarsler"),
    Severity.ADVICE: ("råd", "råd"),
}
# A report is read over shoulders and sent by mail: what these find is pointed at, never printed again.
_NEVER_QUOTED = frozenset({"cpr-number", "personal-data"})
_QUOTE = 100

Found = Sequence[tuple[Document, Sequence[LintFinding]]]


def as_json(document: Document, findings: Sequence[LintFinding]) -> Iterator[dict[str, Any]]:
    """Yield each finding as the JSON object of the format."""
    for one in findings:
        line, column = document.position(one.start)
        found = document.line_at(one.start)
        yield {
            "file": document.reading.file,
            "code": one.code,
            "severity": one.severity.value,
            "message": str(one.message),
            "help": one.help,
            "item": _number(document, one),
            "source": {
                "start": one.start,
                "end": one.end,
                "text": one.quote,
                "page": found[1].page if found else None,
                "line": line,
                "column": column,
            },
            "fix": {"start": one.fix.start, "end": one.fix.end, "replacement": one.fix.replacement}
            if one.fix
            else None,
            "suppressed": one.suppressed,
        }


def _number(document: Document, finding: LintFinding) -> str | None:
    return document.reading.items[finding.item].number if finding.item is not None else None


def report(found: Found) -> Iterator[str]:
    """Yield the lines for people: each document, its items, and what was found there, with where and how to put it right."""
    for document, findings in found:
        reading = document.reading
        yield (
            f"{reading.file}: {_KINDS[reading.kind]}, {reading.body or 'ukendt organ'}, {reading.date or 'ukendt dato'}: "
            f"{_counts(active(findings))}"
        )
        for place, group in groupby(findings, key=lambda one: one.item):
            yield f"  {_title(document, place)}"
            for finding in group:
                yield from _lines(document, finding)
        yield ""
    if any(active(findings) for _, findings in found):
        yield "Vejledning til en regel: raadhus meetings lint --explain KODE"


def _counts(findings: Sequence[LintFinding]) -> str:
    counted = Counter(one.severity for one in findings)
    said = [f"{counted[one]} {words[counted[one] > 1]}" for one, words in _COUNTED.items() if counted[one]]
    return ", ".join(said) or "ingen fund"


def _title(document: Document, place: int | None) -> str:
    if place is None:
        return "Uden for punkterne"
    item = document.reading.items[place]
    return f"Punkt {item.number}: {item.title}" if item.number else item.title


def _lines(document: Document, finding: LintFinding) -> Iterator[str]:
    line, column = document.position(finding.start)
    found = document.line_at(finding.start)
    page = f" (side {found[1].page})" if found and found[1].page else ""
    where = f"{document.reading.file}:{line}:{column}{page}"
    yield f"    {where}: {finding.severity.label.lower()} [{finding.code}] {finding.message}"
    if finding.code not in _NEVER_QUOTED:
        quote = " ".join(finding.quote.split())
        yield f"        »{quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + '…'}«"
    if finding.fix:
        yield "        kan rettes med --fix"
    if finding.suppressed:
        yield f"        undertrykt: {finding.suppressed}"
