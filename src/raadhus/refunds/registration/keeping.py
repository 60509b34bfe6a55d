"""Verbs and events of recalculation, NemRefusion's statuses, settings and retention."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb("refunds.recalculate", _("Genberegne refusionen"), _HR | {Role.ADMINISTRATOR}),
    Verb("refunds.import_statuses", _("Indlæse status fra NemRefusion"), _HR | {Role.ADMINISTRATOR}),
    Verb("refunds.read_settings", _("Se forudsætninger og satser"), _HR | {Role.AUDITOR, Role.CENTRE_HEAD}),
    Verb("refunds.set_settings", _("Ændre forudsætninger for refusion"), _HR),
    Verb("refunds.forget", _("Slette udløbne refusionssager"), _HR | {Role.ADMINISTRATOR}),
)
EVENTS = (
    EventType("refunds.recalculated", _("genberegnede refusionssagerne: {cases} i alt, {changed} ændret")),
    EventType("refunds.statuses_imported", _("indlæste {subject}: {matched} passer, {changed} ændret")),
    EventType("refunds.statuses_refused", _("fik afvist {subject}: {count} fejl")),
    EventType("refunds.settings_set", _("ændrede forudsætningerne fra {start}. {reason}")),
    EventType("refunds.forgotten", _("slettede udløbne refusionssager: {count}")),
)
