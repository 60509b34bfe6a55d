"""Verbs and events of payroll's sources and their mapping."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb("workforce.read_sources", _("Se lønkilder og importer"), _HR | {Role.ADMINISTRATOR, Role.AUDITOR, Role.DPO}),
    Verb("workforce.set_source", _("Sætte en lønkilde op"), _HR),
    Verb("workforce.accept_cpr", _("Tillade CPR-numre i en lønkilde"), frozenset({Role.DPO})),
    Verb("workforce.refuse_cpr", _("Afvise CPR-numre i en lønkilde igen"), _HR | {Role.DPO}),
)
EVENTS = (
    EventType("workforce.source_set", _("satte lønkilden {subject} op. {changes}")),
    EventType("workforce.cpr_accepted", _("tillod CPR-numre i {subject}. {reason}")),
    EventType("workforce.cpr_refused", _("afviste igen CPR-numre i {subject}. {reason}")),
)
