"""Publish and unpublish a meeting, and write what the public is told about a closed item."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError
from raadhus.meetings.actions.addressing import give_addresses
from raadhus.meetings.actions.case_files import open_case_files
from raadhus.meetings.actions.deriving import take_back_cases
from raadhus.meetings.queries.gatekeeping import NotReady, gate_report, stop_if_blocked
from raadhus.meetings.queries.locked import locked_item, locked_meeting, stop_if_put_up
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.searching import announce_meeting


class NotConfirmed(DomainError):
    """The meeting has no confirmed reading; publishing an unconfirmed one would be publishing a guess."""


class NotClosed(DomainError):
    """A public text is written for closed items only; an open item shows its own."""


@transaction.atomic
def publish_meeting(*, actor: Actor, meeting_id: str | UUID, accept_warnings: bool = False, now: datetime) -> None:
    """Let the public see the meeting's confirmed reading, closed items closed.

    Raises NotConfirmed, or NotReady with the gate's findings: blocking ones always, warnings unless they are accepted.
    """
    require(actor, "meetings.publish_meeting", now=now)
    meeting = locked_meeting(meeting_id)
    if meeting.confirmed_reading_id is None:
        raise NotConfirmed(_("Bekræft læsningen, før mødet publiceres."))
    if meeting.published_at is not None:
        return
    report = gate_report(meeting)
    found = report.findings
    if report.stops or (report.warnings and not accept_warnings):
        raise NotReady(found)
    meeting.published_at = now
    meeting.save(update_fields=["published_at"])
    data = {"accepted_warnings": [finding.code for finding in report.warnings]}
    record(actor=actor, event="meetings.meeting_published", subject=subject_of(meeting), data=data, now=now)
    give_addresses(actor=actor, meeting=meeting, now=now)
    open_case_files(actor=actor, meeting=meeting, now=now)
    announce_meeting(meeting)


@transaction.atomic
def unpublish_meeting(*, actor: Actor, meeting_id: str | UUID, reason: str, now: datetime) -> None:
    """Take the meeting back from the public; `reason` goes into the audit trail. Copies that others took remain theirs."""
    require(actor, "meetings.unpublish_meeting", now=now)
    meeting = locked_meeting(meeting_id)
    if meeting.published_at is None:
        return
    meeting.published_at = None
    meeting.save(update_fields=["published_at"])
    data = {"reason": reason.strip()}
    record(actor=actor, event="meetings.meeting_unpublished", subject=subject_of(meeting), data=data, now=now)
    take_back_cases(actor=actor, meeting=meeting, now=now)
    announce_meeting(meeting)


@transaction.atomic
def describe_closed_item(
    *, actor: Actor, item_id: str | UUID, public_title: str, public_decision: str, now: datetime
) -> None:
    """Write what the public is told about a closed item; two empty texts take it back to its number and "Lukket".

    Raises NotClosed for an open item, and NotReady when the meeting is published and the text holds a CPR number.
    """
    require(actor, "meetings.describe_closed_item", now=now)
    item = locked_item(item_id)
    if not item.closed:
        raise NotClosed(_("Punktet er åbent; det viser sin egen tekst."))
    stop_if_put_up(item.meeting)
    item.public_title = public_title.strip()
    item.public_decision = public_decision.strip()
    item.save(update_fields=["public_title", "public_decision"])
    meeting = item.meeting
    if meeting.published_at is not None:
        stop_if_blocked(meeting)
    # The texts are public words, so the trail may hold them.
    data = {"number": item.number, "title": item.public_title, "decision": item.public_decision}
    record(actor=actor, event="meetings.closed_item_described", subject=subject_of(meeting), data=data, now=now)
    announce_meeting(meeting)
