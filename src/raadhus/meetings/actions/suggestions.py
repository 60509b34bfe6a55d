"""Answer a suggested obligation: confirm it, and it is created where obligations live, or dismiss it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.core.obligations.public import Origin, create_obligation
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.meetings.models import SuggestedObligation
from raadhus.meetings.queries.locked import locked_suggestion
from raadhus.meetings.queries.naming import item_address, subject_of
from raadhus.meetings.rules.states import SuggestionState


class CannotConfirm(WrongInput):
    """The obligation cannot be created as written; the sentence says what to change."""


def _open(suggestion_id: str | UUID) -> SuggestedObligation:
    suggestion = locked_suggestion(suggestion_id)
    if suggestion.state != SuggestionState.OPEN:
        raise Conflict(_("Forslaget er allerede besvaret af %(name)s.") % {"name": suggestion.decided_by_name})
    return suggestion


def _origin(suggestion: SuggestedObligation) -> Origin:
    item = suggestion.item
    label = subject_of(item.meeting).label
    if item.number:
        label = _("%(meeting)s, punkt %(number)s") % {"meeting": label, "number": item.number}
    return Origin("agenda_item", str(item.pk), label, item_address(item.meeting_id, item.pk))


@transaction.atomic
def confirm_obligation(
    *,
    actor: Actor,
    suggestion_id: str | UUID,
    text: str,
    owner_key: str | None = None,
    owner_text: str = "",
    to_body: str = "",
    due: str | None = None,
    now: datetime,
) -> str:
    """Create the obligation as the person wrote it, and return its key.

    From a closed item it is made as closed: obligations then show others no more than which item it came from.
    Raises CannotConfirm, or Conflict when it is answered already.
    """
    require(actor, "meetings.confirm_obligation", now=now)
    suggestion = _open(suggestion_id)
    if not text.strip():
        raise CannotConfirm(_("Skriv, hvad der skal gøres."))
    origin = _origin(suggestion)
    obligation = create_obligation(
        actor=actor,
        text=text.strip(),
        owner_key=owner_key,
        owner_text=owner_text.strip(),
        due=due or None,
        origin=origin,
        to_body=to_body.strip(),
        closed=suggestion.item.closed,
        public_label=origin.label if suggestion.item.closed else "",
        decided=min(suggestion.item.meeting.date, localdate(now)),
        now=now,
    )
    suggestion.obligation_key = str(obligation.key)
    _answer(actor, suggestion, SuggestionState.CONFIRMED, "", now)
    return suggestion.obligation_key


@transaction.atomic
def dismiss_obligation(*, actor: Actor, suggestion_id: str | UUID, note: str = "", now: datetime) -> None:
    """Say that the suggestion is no obligation; it is not suggested again. Raises Conflict when it is answered already."""
    require(actor, "meetings.dismiss_obligation", now=now)
    _answer(actor, _open(suggestion_id), SuggestionState.DISMISSED, note, now)


def _answer(actor: Actor, suggestion: SuggestedObligation, state: SuggestionState, note: str, now: datetime) -> None:
    suggestion.state = state
    suggestion.note = note.strip()
    suggestion.decided_at = now
    suggestion.decided_by_name = actor.name[:200]
    suggestion.save()
    event = "meetings.obligation_confirmed" if state == SuggestionState.CONFIRMED else "meetings.obligation_dismissed"
    data = {"number": suggestion.item.number, "obligation": suggestion.obligation_key}
    record(actor=actor, event=event, subject=subject_of(suggestion.item.meeting), data=data, now=now)
