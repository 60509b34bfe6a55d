"""The obligations that a document suggests and that nobody has answered yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raadhus.meetings.models import Meeting, SuggestedObligation
from raadhus.meetings.queries.owners import OwnerChoice, suggested_owner
from raadhus.meetings.rules.states import SuggestionState


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested obligation for a person to answer. `owner` is the person its words mean, or the words themselves."""

    id: str
    item_number: str
    item_title: str
    is_closed: bool
    text: str
    owner_text: str
    owner: str
    to_body: str
    due: str
    due_text: str
    due_inferred: bool
    anchor: str


def open_suggestions(meeting: Meeting, owners: Sequence[OwnerChoice], on: date) -> list[Suggestion]:
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
            owner=_owner(row.owner_text, owners, on),
            to_body=row.to_body,
            due=row.due,
            due_text=row.due_text,
            due_inferred=row.due_inferred,
            anchor=f"s-{row.source['start']}-{row.source['end']}",
        )
        for row in rows.order_by("item__position", "position")
    ]


def _owner(text: str, owners: Sequence[OwnerChoice], on: date) -> str:
    meant = suggested_owner(text, owners, on)
    return meant.label if meant else text
