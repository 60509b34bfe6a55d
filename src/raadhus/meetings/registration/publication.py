"""Verbs and events of publication: extracts of cases."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EVERYONE, Role
from raadhus.kernel.rooms import EventType, Verb

VERBS = (
    Verb("meetings.extract_case", _("Hente et uddrag af en sag til aktindsigt"), EVERYONE),
    Verb(
        "meetings.extract_case_internal",
        _("Lave et internt uddrag af en sag"),
        BOARD | {Role.AUDITOR, Role.CENTRE_HEAD},
        sensitive=True,
    ),
)

EVENTS: tuple[EventType, ...] = ()
