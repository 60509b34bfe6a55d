"""The page before publication: the gate's report in groups, and the long part of it one step at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Meeting
from raadhus.meetings.queries.gate_files import look_at, waiting_formats
from raadhus.meetings.queries.gate_subject import GateSubject
from raadhus.meetings.queries.gatekeeping import gate_report
from raadhus.meetings.queries.lists import MeetingRow, row_of
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import shown_label, subject_of
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.gate_report import Check, CheckName, GateReport, Verdict
from raadhus.meetings.writer import Format


@dataclass(frozen=True, slots=True)
class PublishPage:
    """A meeting at the gate. `report` is None while files wait to be looked at: `looked_at` of `total` have been.

    `is_internal`: citizens will not see it, because the body's meetings are for employees.
    """

    row: MeetingRow
    label: str
    report: GateReport | None
    stops: Sequence[Check]
    warns: Sequence[Check]
    passed: Sequence[Check]
    looked_at: int
    total: int
    mend_url: str
    is_ours: bool
    is_internal: bool
    may_be_let_be: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class MeetingGate:
    """The gate's report with the meeting's name, for API and commands."""

    id: str
    label: str
    report: GateReport


def publish_page(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> PublishPage:
    """Return the page. Raises NotFound, or NotAllowed for those who may not publish."""
    meeting = _at_the_gate(viewer, meeting_id, now)
    waiting = len(waiting_formats(GateSubject(meeting)))
    report = None if waiting else gate_report(meeting)
    shown = report or GateReport(())
    return PublishPage(
        row=row_of(meeting),
        label=shown_label(meeting),
        report=report,
        stops=shown.with_verdict(Verdict.STOPS),
        warns=shown.with_verdict(Verdict.WARNS),
        passed=shown.with_verdict(Verdict.PASSED, Verdict.SKIPPED),
        looked_at=len(Format) - waiting,
        total=len(Format),
        is_internal=not meeting.body.is_public,
        **_mended_at(meeting),
        may_be_let_be=[
            one
            for check in shown.checks
            if check.name is CheckName.LANGUAGE
            for one in check.findings
            if one.item_number
        ]
        if meeting.sitting_id
        else (),
    )


def _mended_at(meeting: Meeting) -> dict[str, Any]:
    """Return where what is wrong is put right: where it was written, or in the reading of an imported document."""
    ours = meeting.sitting_id is not None
    at = ("meetings:workroom", meeting.sitting_id) if ours else ("meetings:review", meeting.pk)
    return {"mend_url": reverse(at[0], args=[at[1]]), "is_ours": ours}


def gate_steps(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> Iterator[tuple[int, int]]:
    """Look at one file after the other, those looked at before left out; yield how many are done, and of how many."""
    subject = GateSubject(_at_the_gate(viewer, meeting_id, now))
    waiting = waiting_formats(subject)
    for place, format_ in enumerate(waiting, start=1):
        look_at(subject, format_)
        yield len(Format) - len(waiting) + place, len(Format)


def meeting_gate(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> MeetingGate:
    """Return the whole report, however long it takes. Raises NotFound, or NotAllowed for those who may not publish."""
    meeting = _at_the_gate(viewer, meeting_id, now)
    return MeetingGate(str(meeting.pk), shown_label(meeting), gate_report(meeting))


def _at_the_gate(viewer: Actor, meeting_id: str | UUID, now: datetime) -> Meeting:
    found = Meeting.objects.select_related("body", "newest_reading", "confirmed_reading")
    meeting = found.filter(pk=uuid_of(meeting_id)).first()
    # The report speaks of closed items: whoever reads it has looked at them.
    require(viewer, "meetings.read_closed", now=now, subject=subject_of(meeting) if meeting else None)
    if meeting is None:
        raise NotFound(_("Mødet findes ikke."))
    return meeting
