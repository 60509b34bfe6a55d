"""Verbs and events of the ledger, the figures and the case to the board."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb("refunds.read_sums", _("Se den tabte refusion i tal"), BOARD | _HR | {Role.CENTRE_HEAD, Role.AUDITOR}),
    Verb("refunds.read_exact", _("Se den nøjagtige tabel pr. center"), _HR | {Role.AUDITOR}),
    Verb("refunds.set_earlier_year", _("Oplyse et tidligere års tab"), _HR),
    Verb("refunds.propose", _("Foreslå en sag om mistet refusion"), _HR),
)
EVENTS = (
    EventType("refunds.earlier_year_set", _("oplyste tabet i {subject}: {source}")),
    EventType("refunds.proposed", _("foreslog en sag om {subject}")),
    EventType("refunds.decided", _("fik beslutningen om {subject}: {outcome}")),
)
