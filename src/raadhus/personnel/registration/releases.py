"""Verbs and events of the releases, the settings and the list of job codes."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb(
        "personnel.read_releases",
        _("Se udgivelser af personaletal"),
        BOARD | _HR | {Role.AUDITOR, Role.DPO, Role.ADMINISTRATOR},
    ),
    Verb("personnel.release", _("Udgive personaletal"), _HR | {Role.ADMINISTRATOR}),
    Verb("personnel.read_settings", _("Se forudsætninger for personaletal"), BOARD | _HR | {Role.AUDITOR, Role.DPO}),
    Verb("personnel.set_settings", _("Ændre forudsætninger for personaletal"), _HR),
    Verb("personnel.set_occupations", _("Føre listen over stillingskoder"), _HR),
)
EVENTS = (
    EventType("personnel.released", _("udgav {subject}: {months}")),
    EventType("personnel.release_refused", _("fik ikke udgivet {subject}: {reason}")),
    EventType("personnel.release_frozen", _("slettede grunddata bag {subject}; den kan ikke længere genberegnes")),
    EventType("personnel.settings_set", _("ændrede forudsætningerne fra {start}. {reason}")),
    EventType("personnel.occupations_set", _("ændrede listen over stillingskoder: {count} linjer")),
)
