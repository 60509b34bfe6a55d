"""The gate's check of language and form, by the linter: what it calls an error stops a document that was written here."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from raadhus.meetings.models import MeetingReading, reading_of
from raadhus.meetings.queries.gate_subject import GateSubject
from raadhus.meetings.queries.lint_settings import reading_settings
from raadhus.meetings.queries.wording import said
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.gate_report import Check, CheckName
from raadhus.meetings.rules.lint import LintFinding, Severity, lint
from raadhus.meetings.rules.reading import Reading

_PERSONAL = "personal-data"
# Looked at by checks of their own, which know more than one document.
_ELSEWHERE = frozenset({"cpr-number", _PERSONAL, "closed-number-shared", "closed-case-number", "closed-without-ground"})
_MOST_SHOWN = 40


def language(subject: GateSubject) -> Check:
    """Check the open items' language and form. What somebody has suppressed with a reason is let be."""
    everything = [one for one in _found(subject) if one[1].code not in _ELSEWHERE]
    found = [one for one in everything if one[1].suppressed is None]
    let_be = tuple(_let_be(number, one) for number, one in everything if one.suppressed is not None)
    stops = [_finding(number, one, blocks=True) for number, one in found if _stops(subject, one)]
    notes = [_finding(number, one, blocks=False) for number, one in found if not _stops(subject, one)]
    looked = _("Linterens regler, %(count)s fund i åbne punkter") % {"count": len(found)}
    return Check(CheckName.LANGUAGE, looked, tuple(stops), notes=tuple(notes[:_MOST_SHOWN]), let_be=let_be)


def personal_findings(subject: GateSubject) -> Iterator[Finding]:
    """Yield mail addresses, telephone numbers, accounts and homes of people in the open items: a person must have seen them."""
    for number, one in _found(subject):
        if one.code == _PERSONAL and one.suppressed is None:
            yield _finding(number, one, blocks=False)


def personal_let_be(subject: GateSubject) -> tuple[Finding, ...]:
    """Return those of them that somebody has looked at and let be with a reason."""
    found = [(number, one) for number, one in _found(subject) if one.code == _PERSONAL]
    return tuple(_let_be(number, one) for number, one in found if one.suppressed is not None)


def _stops(subject: GateSubject, finding: LintFinding) -> bool:
    return subject.is_ours and finding.severity is Severity.ERROR


def _found(subject: GateSubject) -> Iterator[tuple[str | None, LintFinding]]:
    """Yield item number and finding outside closed items: what is wrong in those nobody is given."""
    row = subject.meeting.confirmed_reading or subject.meeting.newest_reading
    if row is None:
        return
    reading = reading_of(row)
    for finding in _linted(subject, row, reading):
        item = reading.items[finding.item] if finding.item is not None else None
        if item is None or not item.closed:
            yield (item.number if item else None), finding


def _linted(subject: GateSubject, row: MeetingReading, reading: Reading) -> tuple[LintFinding, ...]:
    settings = reading_settings(subject.meeting.body, subject.meeting.sitting_id, reading)
    return lint(reading, row.document.text, settings=settings)


def _let_be(number: str | None, found: LintFinding) -> Finding:
    shown = _finding(number, found, blocks=False)
    return replace(shown, message=_("%(found)s Ladt være: %(why)s") % {"found": shown.message, "why": found.suppressed})


def _finding(number: str | None, found: LintFinding, *, blocks: bool) -> Finding:
    where = _("Punkt %(number)s: ") % {"number": number} if number else ""
    return Finding(found.code, f"{where}{said(found.message)}", number, blocks=blocks)
