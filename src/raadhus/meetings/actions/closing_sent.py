"""A case is closed after an agenda that shows it was sent: closed at once, without waiting for the next version."""

from datetime import datetime
from uuid import UUID, uuid5

from raadhus.kernel.actors import Actor
from raadhus.meetings.actions.deriving import close_items
from raadhus.meetings.models import AgendaItem, CaseDraft, Meeting, Sitting
from raadhus.meetings.queries.composition import item_key
from raadhus.meetings.rules.reading import Kind


def close_sent(*, actor: Actor, draft: CaseDraft, now: datetime) -> int:
    """Close the items that agendas of the body have of this case, also one that was taken off again; return how many.

    Inside the caller's transaction, which has asked whether the actor may. Opening is another matter: it waits for a version
    that is sent.
    """
    keys = set(_item_keys(draft))
    found = AgendaItem.objects.filter(pk__in=keys, closed=False)
    meetings = Meeting.objects.select_for_update().filter(pk__in=found.values("meeting"))
    return sum(close_items(actor=actor, meeting=one, keys=keys, now=now) for one in list(meetings))


def _item_keys(draft: CaseDraft) -> set[UUID]:
    """Return the keys that the case has, or had, on the agendas of its body: made of sitting and case, as in `plan_draft`."""
    sittings = Sitting.objects.filter(body_id=draft.body_id).values_list("pk", flat=True)
    return {item_key(uuid5(sitting, str(draft.pk)), kind) for sitting in sittings for kind in Kind}
