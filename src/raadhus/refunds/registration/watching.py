"""Verbs and events of the watch list, the reminders and the leader's guide."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, Verb

_LEADERS = frozenset({Role.CENTRE_HEAD, Role.UNIT_LEADER, Role.HR})

VERBS = (
    Verb("refunds.read_guide", _("Læse vejledningen om refusion"), EMPLOYEES),
    Verb("refunds.watch", _("Se enhedens åbne fravær med frister"), _LEADERS, sensitive=True),
    Verb("refunds.act", _("Melde, at der er handlet"), _LEADERS),
    Verb("refunds.remind", _("Sende påmindelser om refusion"), frozenset({Role.HR, Role.ADMINISTRATOR})),
)
EVENTS = (
    EventType("refunds.acted", _("meldte, at der er handlet: {subject}")),
    EventType("refunds.act_undone", _("fortrød, at der er handlet: {subject}")),
    EventType("refunds.reminded", _("mindede {subject} om {count} fravær")),
)
