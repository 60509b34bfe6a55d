"""What stands between a meeting and the public: every check of the gate, with what only the database knows."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from raadhus.kernel.errors import DomainError
from raadhus.meetings.models import AgendaItem, ItemSection, Meeting
from raadhus.meetings.queries.gate_checks import attachments, closed_items, links
from raadhus.meetings.queries.gate_files import Progress, file_checks
from raadhus.meetings.queries.gate_language import language, personal_findings, personal_let_be
from raadhus.meetings.queries.gate_subject import GateSubject
from raadhus.meetings.queries.records import records
from raadhus.meetings.queries.wording import finding_said
from raadhus.meetings.rules.disclosure import leaks_by_case_number
from raadhus.meetings.rules.gate import Finding, findings, text_of
from raadhus.meetings.rules.gate_report import Check, CheckName, GateReport
from raadhus.meetings.rules.record import MeetingRecord


class NotReady(DomainError):
    """The meeting may not be published as it is; `findings` says why, and the sentence is the first of them."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(dict.fromkeys(finding.message for finding in found)))
        self.findings = found


def gate_report(meeting: Meeting, *, progress: Progress | None = None) -> GateReport:
    """Return every check of the meeting as it would be published. It speaks of closed items: show it only to those who may publish."""
    subject = GateSubject(meeting)
    return GateReport((*quick_checks(subject), *file_checks(subject, progress)))


def quick_checks(subject: GateSubject) -> tuple[Check, ...]:
    """Return the checks that need no file to be written."""
    return (
        _reading(subject),
        _personal_data(subject),
        closed_items(subject),
        _case_numbers(subject),
        language(subject),
        links(subject),
        attachments(subject),
    )


def gate_findings(meeting: Meeting) -> tuple[Finding, ...]:
    """Return what blocks and what warns, from the meeting's own text and its case numbers: what the review page shows."""
    subject = GateSubject(meeting)
    return tuple(
        finding
        for check in (_personal_data(subject), _reading(subject), _case_numbers(subject))
        for finding in check.findings
    )


def stop_if_blocked(meeting: Meeting) -> None:
    """Raise NotReady when something blocks; warnings let through."""
    stops = gate_report(meeting).stops
    if stops:
        raise NotReady(stops)


def _reading(subject: GateSubject) -> Check:
    meeting = subject.meeting
    found = []
    if meeting.confirmed_reading_id not in {None, meeting.newest_reading_id}:
        message = _("En nyere læsning venter på at blive bekræftet; den bekræftede er den, der offentliggøres.")
        found.append(Finding("newer_reading", message, None, blocks=False))
    shown = meeting.confirmed_reading or meeting.newest_reading
    looked = _("Læsning %(number)s, bekræftet af %(name)s")
    named = {"number": shown.number if shown else "?", "name": meeting.confirmed_by_name or _("ingen endnu")}
    return Check(CheckName.READING, looked % named, tuple(found))


def _personal_data(subject: GateSubject) -> Check:
    found = [finding_said(finding) for finding in findings(subject.record)]
    looked = _("CPR-numre, mailadresser, telefonnumre, kontonumre og privatadresser i alt, der bliver offentligt")
    every = tuple(dict.fromkeys((*found, *personal_findings(subject))))
    return Check(CheckName.PERSONAL_DATA, looked, every, let_be=personal_let_be(subject))


def _case_numbers(subject: GateSubject) -> Check:
    related = _related(subject.meeting, subject.record)
    found = tuple(dict.fromkeys(_linked(subject.record, related)))
    looked = _("Dette møde og %(count)s andre med de samme numre") % {"count": len(related)}
    return Check(CheckName.CASE_NUMBERS, looked, found)


def _linked(record: MeetingRecord, related: list[MeetingRecord]) -> Iterator[Finding]:
    for leak in leaks_by_case_number((record, *related)):
        if record.id not in {leak.closed_meeting, leak.open_meeting}:
            continue
        number = leak.closed_number if leak.closed_meeting == record.id else leak.open_number
        message = _(
            "Sagsnummer %(case)s står både ved et lukket punkt og ved det åbne punkt »%(title)s«: "
            "den, der sammenholder dem, kan se, hvad det lukkede handler om."
        ) % {"case": leak.case_number, "title": leak.open_title}
        yield Finding("case_number_leak", message, number, blocks=False)


def _related(meeting: Meeting, record: MeetingRecord) -> list[MeetingRecord]:
    """Return the other published meetings that could share a case number between a closed and an open item."""
    own_closed = {item.case_number for item in record.items if item.closed and item.case_number}
    own_open = [item for item in record.items if not item.closed]
    printed = "\n".join(f"{item.case_number or ''}\n{text_of(item)}" for item in own_open)
    closed_elsewhere = AgendaItem.objects.filter(is_current=True, closed=True).exclude(case_number="")
    numbers = closed_elsewhere.exclude(meeting=meeting).values_list("case_number", flat=True).distinct()
    mentioned = [number for number in numbers if number in printed]
    in_text = Q(pk__in=[])
    for number in own_closed:
        in_text |= Q(text__contains=number)
    telling = ItemSection.objects.filter(in_text, item__is_current=True, item__closed=False)
    shared = Q(items__case_number__in=own_closed, items__is_current=True)
    other = Meeting.objects.filter(
        shared
        | Q(items__case_number__in=mentioned, items__closed=True, items__is_current=True)
        | Q(items__in=telling.values("item"))
    )
    # Closed elsewhere counts whether published or not: what is published later would still join up.
    return records(Meeting.objects.filter(pk__in=other.exclude(pk=meeting.pk).values("pk")))
