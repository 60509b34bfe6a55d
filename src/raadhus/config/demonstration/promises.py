"""What was promised in the demonstration: the importer's own suggestions, confirmed by the secretary. Safe to repeat.

Each gets an owner by turns, so that the board view shows several. Of those that are long past, two in three are done and the third is late.
"""

from datetime import datetime, timedelta

from raadhus.core.obligations.public import complete, parse_due
from raadhus.kernel.actors import Actor
from raadhus.meetings.public import confirm_obligation, review_page

OWNERS = ("torben-ravnkilde", "lisbet-krogsdal", "henriette-boegelund", "steen-aggerholm", "signe-holmbaek")
_HABIT = 3


def confirm_promises(*, actor: Actor, meeting_id: str, now: datetime, moment: datetime, start: int) -> int:
    """Confirm a meeting's suggestions that carry a due date, and return how many; the others wait for a person."""
    page = review_page(viewer=actor, meeting_id=meeting_id, now=now)
    dated = [suggestion for suggestion in page.suggestions if suggestion.due and not suggestion.is_closed]
    for number, suggestion in enumerate(dated, start=start):
        key = confirm_obligation(
            actor=actor,
            suggestion_id=suggestion.id,
            text=suggestion.text,
            owner_key=OWNERS[number % len(OWNERS)],
            to_body=suggestion.to_body,
            due=suggestion.due,
            now=moment,
        )
        long_past = parse_due(suggestion.due).last_day < (now - timedelta(days=30)).date()
        if long_past and number % _HABIT:
            complete(actor=actor, key=key, text="Fremlagt som aftalt; se referatet.", now=now)
    return len(dated)
