"""Verbs and events of how long payroll's facts are kept."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

VERBS = (
    Verb("workforce.read_retention", _("Se slettefrister for løndata"), frozenset({Role.HR, Role.DPO, Role.AUDITOR})),
    Verb("workforce.set_retention", _("Sætte slettefrister for løndata"), frozenset({Role.HR})),
    Verb("workforce.forget", _("Slette udløbne løndata"), frozenset({Role.HR, Role.ADMINISTRATOR})),
)
EVENTS = (
    EventType(
        "workforce.retention_set", _("satte slettefristen for {subject} til så mange måneder: {months}. {reason}")
    ),
    EventType("workforce.forgotten", _("slettede udløbne rækker ({count}): {subject}")),
)
