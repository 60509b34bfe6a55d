"""That a page is open and writes, so that others at the same text are told."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import OpenEditor
from raadhus.meetings.queries.draft_sight import writable_draft
from raadhus.meetings.queries.presence import OthersHere, others_here

# An older mark says nothing any more.
_KEPT = timedelta(hours=1)


@transaction.atomic
def mark_open_editor(*, actor: Actor, draft_id: str | UUID, client_key: str, place: str, now: datetime) -> OthersHere:
    """Mark that a page is open at a place of the draft, and return who else is there and what is newest.

    Leaves no trace in the audit trail: it says nothing of what was read or written.
    """
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    mark = {"person_key": actor.key, "name": actor.name[:200], "place": place[:36], "seen_at": now}
    OpenEditor.objects.update_or_create(draft=draft, client_key=client_key[:64], defaults=mark)
    OpenEditor.objects.filter(draft=draft, seen_at__lt=now - _KEPT).delete()
    return others_here(draft, client_key[:64], now)
