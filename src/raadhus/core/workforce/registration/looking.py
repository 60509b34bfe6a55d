"""Verbs and events of looking people's employments and absences up."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb("workforce.read_employments", _("Slå ansættelser op"), _HR, sensitive=True),
    Verb("workforce.read_absences", _("Slå fravær og helbredsoplysninger op"), _HR, sensitive=True),
    Verb("workforce.read_lookups", _("Se, hvem der har slået ansatte op"), frozenset({Role.DPO, Role.AUDITOR})),
)
EVENTS: tuple[EventType, ...] = ()
