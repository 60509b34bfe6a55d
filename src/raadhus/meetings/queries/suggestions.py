"""The obligations that a document suggests and that nobody has answered yet."""

from dataclasses import dataclass

from raadhus.meetings.models import Meeting, SuggestedObligation
from raadhus.meetings.rules.states import SuggestionState


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested obligation for a person to answer."""

    id: str
    item_number: str
    item_title: str
    is_closed: bool
    text: str
    owner_text: str
    to_body: str
    due: str
    due_text: str
    due_inferred: bool
    anchor: str


def open_suggestions(meeting: Meeting) -> list[Suggestion]:
    """Return the open suggestions of a meeting, for those who may see its document."""
    rows = SuggestedObligation.objects.filter(
        item__meeting=meeting, item__is_current=True, state=SuggestionState.OPEN
    ).select_related("item")
    return [
        Suggestion(
            id=str(row.pk),
            item_number=row.item.number,
            item_title=row.item.title,
            is_closed=row.item.closed,
            text=row.text,
            owner_text=row.owner_text,
            to_body=row.to_body,
            due=row.due,
            due_text=row.due_text,
            due_inferred=row.due_inferred,
            anchor=f"s-{row.source['start']}-{row.source['end']}",
        )
        for row in rows.order_by("item__position", "position")
    ]
