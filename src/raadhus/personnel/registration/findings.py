"""Verbs and events of what is found in payroll's facts before figures are made of them."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb("personnel.read_findings", _("Se fund i løndata før udgivelse af personaletal"), _HR, sensitive=True),
    Verb("personnel.accept_findings", _("Godtage et fund i løndata, der standser personaletal"), _HR),
)
EVENTS = (
    EventType("personnel.finding_accepted", _("godtog et fund i løndata: {subject}")),
    EventType("personnel.finding_refused_again", _("fortrød, at et fund i løndata var godtaget: {subject}")),
)
