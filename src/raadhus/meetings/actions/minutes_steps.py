"""What happens to the sitting when its minutes move. Called inside the transaction of actions/minutes.py, which has asked for access."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from raadhus.kernel.actors import Actor
from raadhus.meetings.actions.composing import NothingChanged, compose_document
from raadhus.meetings.models import Meeting
from raadhus.meetings.models.freezing import SignatoryGiven
from raadhus.meetings.queries.locked_sittings import locked_sitting, touch_sitting
from raadhus.meetings.queries.roster import roster_of
from raadhus.meetings.queries.searching import announce_meeting
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.sittings import SittingState, SittingStep, stepped


def composed_minutes(
    *, actor: Actor, sitting_id: str | UUID, now: datetime
) -> tuple[Meeting, tuple[SignatoryGiven, ...]]:
    """Return the document of the sitting's minutes as they stand now, and who took part.

    Raises CannotStepSitting when the sitting is not held.
    """
    sitting = locked_sitting(sitting_id)
    with said_aloud():
        stepped(SittingState(sitting.state), SittingStep.PUT_UP)
    roster = tuple(roster_of(sitting))
    try:
        with transaction.atomic():
            return compose_document(actor=actor, sitting=sitting, kind=Kind.MINUTES, now=now).meeting, roster
    except NothingChanged:
        # Withdrawn and put up again as they were: the document of the version before says it already.
        return sitting.documents.get(kind=Kind.MINUTES), roster


def step_along(*, actor: Actor, meeting: Meeting, step: SittingStep, now: datetime) -> None:  # noqa: ARG001 - as every action
    """Let the sitting that the minutes were written in move with them (imported minutes have none), and tell the search."""
    announce_meeting(meeting)
    if meeting.sitting_id is None:
        return
    sitting = locked_sitting(meeting.sitting_id)
    with said_aloud():
        sitting.state = stepped(SittingState(sitting.state), step).value
    touch_sitting(sitting, now, "state")
