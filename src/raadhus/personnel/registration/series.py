"""Verbs and events of the series of figures."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

VERBS = (Verb("personnel.name_series", _("Give en ny serie af personaletal et navn"), frozenset({Role.HR})),)
EVENTS = (EventType("personnel.series_named", _("gav den nye serie af personaletal fra {start} et navn: {subject}")),)
