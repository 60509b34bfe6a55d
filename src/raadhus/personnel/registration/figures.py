"""Verbs and events of the drill-down."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, Verb

# Everybody who sees figures at all: leaders those of their own units, the others those of all.
READERS = BOARD | {Role.HR, Role.AUDITOR, Role.CENTRE_HEAD, Role.UNIT_LEADER}

VERBS = (
    Verb("personnel.read", _("Se personaletal for egne enheder"), READERS),
    Verb("personnel.read_all", _("Se personaletal for alle enheder"), BOARD | {Role.HR, Role.AUDITOR}),
    Verb("personnel.read_measures", _("Se, hvordan personaletal er opgjort"), EMPLOYEES),
)
EVENTS: tuple[EventType, ...] = ()
