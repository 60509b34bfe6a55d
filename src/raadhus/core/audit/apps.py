"""Registration of core.audit: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, NavigationLink, Room, Verb

_READERS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})


class AuditConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.audit"
    label = "audit"
    verbose_name = "Revisionsspor"
    room = Room(
        name="audit",
        label=_("Revisionsspor"),
        verbs=(
            Verb("audit.read", _("Læse revisionssporet"), _READERS),
            Verb("audit.verify", _("Efterprøve revisionssporet"), _READERS),
            Verb("audit.seal", _("Forsegle revisionssporets åbne segment"), frozenset({Role.ADMINISTRATOR})),
            Verb("audit.drop", _("Slette et udløbet segment af revisionssporet"), frozenset({Role.ADMINISTRATOR})),
            Verb("audit.backup", _("Gemme hele installationen i en sikkerhedskopi"), frozenset({Role.ADMINISTRATOR})),
            Verb("audit.restore", _("Gendanne installationen fra en sikkerhedskopi"), frozenset({Role.ADMINISTRATOR})),
            Verb("audit.check", _("Se efter, om installationen er i orden"), _READERS),
            Verb("audit.erase", _("Slette personligt indhold i revisionssporet"), frozenset({Role.ADMINISTRATOR})),
        ),
        events=(
            EventType("audit.sealed", _("forseglede {subject} med {entries} poster")),
            EventType("audit.dropped", _("slettede {subject} med {entries} poster efter udløb")),
            EventType("audit.restored", _("gendannede installationen fra {subject}, lavet {made_at}")),
            EventType("audit.erased", _("slettede personligt indhold i {count} poster om {subject}: {reason}")),
        ),
        navigation=(NavigationLink(_("Revisionsspor"), "audit:entries", "audit.read", order=900),),
        urls=("revisionsspor/", "raadhus.core.audit.urls"),
        api=("raadhus.core.audit.api:router", "audit"),
    )
