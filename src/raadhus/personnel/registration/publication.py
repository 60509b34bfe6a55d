"""Verbs and events of the publication, the half-yearly report, the case to the board and the package for the budget."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EVERYONE, Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb("personnel.read_published", _("Læse det udgivne Tal om Personale"), EVERYONE),
    Verb("personnel.read_drafts", _("Se Tal om Personale før udgivelsen"), BOARD | _HR | {Role.AUDITOR}),
    Verb("personnel.write_publication", _("Skrive Tal om Personale"), _HR),
    Verb("personnel.publish", _("Offentliggøre Tal om Personale"), _HR),
    Verb("personnel.propose", _("Foreslå en sag om personaletal"), _HR),
)
EVENTS = (
    EventType("personnel.publication_made", _("begyndte {subject}")),
    EventType("personnel.comment_written", _("skrev en kommentar i {subject}")),
    EventType("personnel.publication_renewed", _("lod {subject} bygge på udgivelse {number}")),
    EventType("personnel.published", _("offentliggjorde {subject}")),
    EventType("personnel.unpublished", _("trak {subject} tilbage. {reason}")),
    EventType("personnel.proposed", _("foreslog en sag om {subject}")),
    EventType("personnel.decided", _("fik beslutningen om {subject}: {outcome}")),
)
