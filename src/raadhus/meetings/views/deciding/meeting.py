"""The meeting is opened and closed, people come and go, and a case is taken in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from raadhus.kernel.doors import door
from raadhus.meetings.actions.deciding import add_item, close_sitting, open_sitting, reopen_sitting, set_attendance
from raadhus.meetings.views.deciding.answering import answer_meeting
from raadhus.meetings.views.deciding.said_in_forms import attendee_from


@door("meetings.open_sitting")
@require_POST
def open_meeting(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Open the meeting."""
    return answer_meeting(
        request,
        sitting_id,
        lambda actor, now, revision: open_sitting(actor=actor, sitting_id=sitting_id, revision=revision, now=now),
    )


@door("meetings.close_sitting")
@require_POST
def close_meeting(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Close the meeting."""
    return answer_meeting(
        request,
        sitting_id,
        lambda actor, now, _revision: close_sitting(actor=actor, sitting_id=sitting_id, now=now),
    )


@door("meetings.close_sitting")
@require_POST
def reopen_meeting(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Open a held meeting again."""
    return answer_meeting(
        request,
        sitting_id,
        lambda actor, now, _revision: reopen_sitting(actor=actor, sitting_id=sitting_id, now=now),
    )


@door("meetings.write_minutes")
@require_POST
def attendance(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Say how one was at the meeting."""
    return answer_meeting(
        request,
        sitting_id,
        lambda actor, now, _revision: set_attendance(
            actor=actor, sitting_id=sitting_id, attendee=attendee_from(request.POST), now=now
        ),
    )


@door("meetings.write_minutes")
@require_POST
def take_up(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Take a case in at the meeting."""
    agreed = request.POST.get("all_agree") == "ja"
    draft, reason = request.POST.get("draft", ""), request.POST.get("reason", "")
    return answer_meeting(
        request,
        sitting_id,
        lambda actor, now, _revision: add_item(
            actor=actor, sitting_id=sitting_id, draft_id=draft, reason=reason, all_agree=agreed, now=now
        ),
    )
