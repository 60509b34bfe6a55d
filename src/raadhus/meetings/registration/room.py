"""Verbs and events of the meeting room: what one keeps for oneself, what one takes along, what is shown on a wall."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, Verb

VERBS = (
    Verb("meetings.keep_notes", _("Skrive egne noter og markeringer til et møde"), EMPLOYEES),
    Verb("meetings.forget_notes", _("Slette private noter, hvis tid er udløbet"), frozenset({Role.ADMINISTRATOR})),
    Verb("meetings.present_closed_item", _("Vise et lukket punkt på en skærm i lokalet"), BOARD),
)

# Nothing that somebody notes is an event: who noted something on which item is theirs to tell.
EVENTS = (
    EventType("meetings.notes_forgotten", _("slettede {count} private noter og markeringer, hvis tid var udløbet")),
    EventType("meetings.closed_item_presented", _("viste lukket punkt {number} på {subject} på en skærm")),
    EventType("meetings.closed_items_taken", _("hentede {subject} som fil med lukkede punkter ({form})")),
)
