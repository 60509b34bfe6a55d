"""What an item says of itself once it is closed: when, by whom, who was not there for it."""

from datetime import datetime

from raadhus.kernel.actors import Actor
from raadhus.meetings.models import Treatment
from raadhus.meetings.queries.treatment_state import people_of
from raadhus.meetings.queries.treatments import clock_time
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.deciding.presence import away_for
from raadhus.meetings.rules.drafts import DraftState, DraftStep, stepped


def mark_decided(treatment: Treatment, actor: Actor, now: datetime) -> None:
    """Mark a locked item and its draft as treated; the caller saves the item."""
    treatment.started_at = treatment.started_at or now
    people = people_of(treatment.sitting)
    away = away_for(people, started=clock_time(treatment.started_at), ended=clock_time(now))
    gone = {*treatment.absent, *away} - {*treatment.disqualified}
    treatment.absent = [one.key for one in people if one.key in gone]
    treatment.decided_at, treatment.decided_by_name = now, actor.name[:200]
    draft = treatment.draft
    with said_aloud():
        draft.state = stepped(DraftState(draft.state), DraftStep.TREAT).value
    draft.changed_at = now
    draft.save(update_fields=["state", "changed_at"])
