"""The workroom of a sitting: its tabs, and how a sitting is found for a viewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from raadhus.core.access.public import may, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Sitting
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.rules.sittings import SittingState
from raadhus.ui.listing import Link

# For tabs that make sense once the meeting has begun.
FROM_SENT = frozenset({SittingState.SENT, SittingState.IN_SESSION, SittingState.HELD})

# For tabs about what was decided: the meeting is over.
AFTERWARDS = frozenset({SittingState.HELD, SittingState.FOR_APPROVAL, SittingState.SIGNED})


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the workroom: its Danish label, the address (it takes the sitting's id), and the verb that opens it.

    `states` are those of the sitting in which the tab is shown; None is all of them.
    """

    label: str
    url_name: str
    verb: str
    states: frozenset[SittingState] | None = None


TABS: tuple[Tab, ...] = (
    Tab(_("Dagsorden"), "meetings:workroom", "meetings.read_sittings"),
    Tab(_("Udsendte versioner"), "meetings:agenda_versions", "meetings.read_sittings"),
    Tab(_("Referat"), "meetings:live_minutes", "meetings.write_minutes", FROM_SENT),
    Tab(_("Underskrift"), "meetings:put_up", "meetings.sign_minutes", AFTERWARDS),
)


def seen_sitting(sitting_id: str | UUID, viewer: Actor, now: datetime) -> Sitting:
    """Return a sitting with its body. Raises NotAllowed or NotFound. What is on its agenda has its own sight."""
    require(viewer, "meetings.read_sittings", now=now)
    sitting = Sitting.objects.select_related("body").filter(pk=uuid_of(sitting_id)).first()
    if sitting is None:
        raise NotFound(gettext("Mødet findes ikke."))
    return sitting


def workroom_tabs(viewer: Actor, sitting: Sitting, here: str, now: datetime) -> Sequence[Link]:
    """Return the tabs that the viewer may open; `here` is the url name of the page that is shown."""
    state = SittingState(sitting.state)
    return [
        Link(reverse(tab.url_name, args=[sitting.pk]), gettext(tab.label), tab.url_name == here)
        for tab in TABS
        if (tab.states is None or state in tab.states) and may(viewer, tab.verb, now=now)
    ]
