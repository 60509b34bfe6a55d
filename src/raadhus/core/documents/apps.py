"""Registration of core.documents: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, Room, Verb

# An auditor reads only; a mere employee attaches nothing to the board's things.
_KEEPERS = EMPLOYEES - {Role.AUDITOR, Role.EMPLOYEE}


class DocumentsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.documents"
    label = "documents"
    verbose_name = "Dokumenter"
    room = Room(
        name="documents",
        label=_("Dokumenter"),
        verbs=(
            Verb("documents.store", _("Gemme filer"), _KEEPERS),
            Verb("documents.verify", _("Efterprøve de gemte filer"), frozenset({Role.ADMINISTRATOR, Role.AUDITOR})),
        ),
        events=(EventType("documents.stored", _("gemte {subject} ({media_type}, {size} bytes)")),),
    )
