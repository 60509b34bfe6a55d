"""Verbs and events of the import of payroll's files."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

VERBS = (Verb("workforce.import_file", _("Indlæse en fil fra løn"), frozenset({Role.HR, Role.ADMINISTRATOR})),)
EVENTS = (
    EventType("workforce.imported", _("indlæste {subject}; nye: {added}, ændrede: {changed}, udgåede: {gone}")),
    EventType("workforce.import_refused", _("fik afvist {subject}: {count} fejl")),
)
