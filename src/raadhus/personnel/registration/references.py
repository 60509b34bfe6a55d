"""Verbs and events of the reference values and of those who are served."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb
from raadhus.personnel.registration.figures import READERS

VERBS = (
    Verb("personnel.read_references", _("Se sammenligningstal"), READERS),
    Verb("personnel.import_references", _("Indlæse sammenligningstal"), frozenset({Role.HR})),
    Verb("personnel.undo_references", _("Fortryde en indlæsning af sammenligningstal"), frozenset({Role.HR})),
)
EVENTS = (
    EventType("personnel.references_imported", _("indlæste {subject}: {added} nye, {corrected} rettede")),
    EventType("personnel.references_refused", _("fik afvist {subject}: {reason}")),
    EventType("personnel.references_undone", _("fortrød indlæsningen af {subject}. {reason}")),
)
