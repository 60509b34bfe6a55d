"""Verbs and events of the guide."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EVERYONE, Role
from raadhus.kernel.rooms import EventType, Verb

VERBS = (
    Verb("meetings.read_guide", _("Læse vejledningen"), EVERYONE),
    Verb("meetings.write_guide", _("Skrive i vejledningen"), BOARD | {Role.CENTRE_HEAD}),
    Verb("meetings.approve_guide", _("Godkende svar i vejledningen"), BOARD),
)

EVENTS = (
    EventType("meetings.guide_written", _("skrev i vejledningen: {question}")),
    EventType("meetings.guide_approved", _("godkendte version {number} af vejledningens svar: {question}")),
    EventType("meetings.guide_withdrawn", _("trak et svar i vejledningen tilbage: {reason}")),
)
