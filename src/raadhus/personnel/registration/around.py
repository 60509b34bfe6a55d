"""Verbs and events of what stands around the figures: annotations, targets, saved views and the monthly digest."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb
from raadhus.personnel.registration.figures import READERS

_LEADERS = frozenset({Role.HR, Role.CENTRE_HEAD, Role.UNIT_LEADER})

VERBS = (
    Verb("personnel.annotate", _("Skrive bemærkninger til personaletal"), _LEADERS),
    Verb(
        "personnel.set_target",
        _("Sætte målsætninger for personaletal"),
        frozenset({Role.HR, Role.CHIEF_EXECUTIVE, Role.CENTRE_HEAD}),
    ),
    Verb("personnel.save_view", _("Gemme egne visninger af personaletal"), READERS),
    Verb(
        "personnel.send_digests",
        _("Sende månedens overblik over personaletal"),
        frozenset({Role.HR, Role.ADMINISTRATOR}),
    ),
)
EVENTS = (
    EventType("personnel.annotated", _("skrev en bemærkning til {subject}")),
    EventType("personnel.annotation_removed", _("fjernede en bemærkning til {subject}")),
    EventType("personnel.annotation_restored", _("satte en fjernet bemærkning til {subject} ind igen")),
    EventType("personnel.target_set", _("satte målsætningen {subject} til {value}. {reason}")),
    EventType("personnel.target_removed", _("fjernede målsætningen {subject}")),
    EventType("personnel.target_restored", _("satte den fjernede målsætning {subject} ind igen")),
    EventType("personnel.view_saved", _("gemte {subject}")),
    EventType("personnel.view_removed", _("slettede {subject}")),
    EventType("personnel.view_restored", _("satte {subject} ind igen")),
    EventType("personnel.digests_sent", _("sendte {subject} til {count}")),
)
