"""What stands between a meeting and the public: the gate's findings, with what only the database knows."""

from django.db.models import Q
from django.utils.translation import gettext as _

from raadhus.kernel.errors import DomainError
from raadhus.meetings.models import AgendaItem, ItemSection, Meeting
from raadhus.meetings.queries.records import record_of, records, whole_items
from raadhus.meetings.queries.wording import finding_said
from raadhus.meetings.rules.disclosure import leaks_by_case_number
from raadhus.meetings.rules.gate import Finding, findings, text_of
from raadhus.meetings.rules.record import MeetingRecord


class NotReady(DomainError):
    """The meeting may not be published as it is; `findings` says why, and the sentence is the first of them."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(dict.fromkeys(finding.message for finding in found)))
        self.findings = found


def gate_findings(meeting: Meeting) -> tuple[Finding, ...]:
    """Return what blocks and what warns. It speaks of closed items: show it only to those who may publish."""
    record = record_of(meeting, whole_items(AgendaItem.objects.filter(meeting=meeting)))
    found = list(findings(record))
    if meeting.confirmed_reading_id not in {None, meeting.newest_reading_id}:
        message = _("En nyere læsning venter på at blive bekræftet; den bekræftede er den, der offentliggøres.")
        found.append(Finding("newer_reading", message, None, blocks=False))
    for leak in leaks_by_case_number((record, *_related(meeting, record))):
        if str(meeting.pk) not in {leak.closed_meeting, leak.open_meeting}:
            continue
        number = leak.closed_number if leak.closed_meeting == str(meeting.pk) else leak.open_number
        message = _(
            "Sagsnummer %(case)s står både ved et lukket punkt og ved det åbne punkt »%(title)s«: "
            "den, der sammenholder dem, kan se, hvad det lukkede handler om."
        ) % {"case": leak.case_number, "title": leak.open_title}
        found.append(Finding("case_number_leak", message, number, blocks=False))
    return tuple(dict.fromkeys(finding_said(finding) for finding in found))


def stop_if_blocked(meeting: Meeting) -> None:
    """Raise NotReady when something blocks; warnings let through."""
    blocking = tuple(finding for finding in gate_findings(meeting) if finding.blocks)
    if blocking:
        raise NotReady(blocking)


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
