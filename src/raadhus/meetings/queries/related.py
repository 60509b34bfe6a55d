"""What other parts of the house hold about an item: its case, and the obligations that came of it; both as the viewer may see them."""

from dataclasses import dataclass
from datetime import datetime

from raadhus.core.cases.public import Asked, Case, cases
from raadhus.core.obligations.public import Obligation, of_origin
from raadhus.kernel.actors import Actor
from raadhus.meetings.rules.disclosure import DisclosedItem

_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Related:
    """The case with the item's number, if there is one that the viewer may see, and the item's obligations."""

    case: Case | None
    obligations: tuple[Obligation, ...]


def related_to(viewer: Actor, item: DisclosedItem, now: datetime) -> Related:
    """Return what is related to an item that the viewer is shown."""
    return Related(_case(viewer, item.case_number, now), of_origin(viewer, "agenda_item", item.id, now=now))


def _case(viewer: Actor, number: str | None, now: datetime) -> Case | None:
    if not number:
        return None
    found = cases(viewer, Asked(words=number), now=now)
    return next((one for one in found[:_LOOKED_AT] if one.case_number == number), None)
