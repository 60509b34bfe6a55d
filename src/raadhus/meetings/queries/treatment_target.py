"""Where the lasting address of an item at a sitting leads for a viewer."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, Treatment
from raadhus.meetings.queries.composition import item_key
from raadhus.meetings.queries.live_minutes import item_url
from raadhus.meetings.queries.naming import item_address
from raadhus.meetings.queries.sight import sight_of, visible_meetings
from raadhus.meetings.rules.reading import Kind


def treatment_target(*, viewer: Actor, treatment_id: UUID, now: datetime) -> str:
    """Return the item's page in the minutes once the viewer may see them, else the meeting's. Raises NotFound."""
    sight = sight_of(viewer, now)
    shown = AgendaItem.objects.filter(
        pk=item_key(treatment_id, Kind.MINUTES), is_current=True, meeting__in=visible_meetings(sight)
    ).first()
    if shown is not None:
        return item_address(shown.meeting_id, shown.pk)
    row = Treatment.objects.filter(pk=treatment_id).first()
    if row is not None and may(viewer, "meetings.write_minutes", now=now):
        return item_url(row.sitting_id, row.pk)
    if row is not None and may(viewer, "meetings.read_sittings", now=now):
        return reverse("meetings:workroom", args=[row.sitting_id])
    raise NotFound(_("Punktet findes ikke, eller det er ikke offentliggjort."))


def sitting_of(treatment_id: UUID) -> UUID:
    """Return the id of the sitting that an item belongs to. Raises NotFound."""
    found = Treatment.objects.filter(pk=treatment_id).values_list("sitting_id", flat=True).first()
    if found is None:
        raise NotFound(_("Punktet findes ikke."))
    return found
