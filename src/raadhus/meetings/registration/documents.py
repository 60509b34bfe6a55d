"""Verbs and events of imported documents, their readings, and bodies."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EMPLOYEES, EVERYONE, Role
from raadhus.kernel.rooms import EventType, Verb

_SECRETARY = frozenset({Role.SECRETARY})
# Who sees everything: the board, and the auditor who checks it. Their looking leaves a trace.
_CLOSED = BOARD | {Role.AUDITOR}

VERBS = (
    Verb("meetings.read", _("Læse publicerede møder"), EVERYONE),
    Verb("meetings.read_internal", _("Læse publicerede møder i organer, som borgerne ikke følger"), EMPLOYEES),
    Verb("meetings.read_unpublished", _("Læse åbne punkter, før mødet publiceres"), _CLOSED | {Role.CENTRE_HEAD}),
    Verb("meetings.read_closed", _("Læse lukkede punkter"), _CLOSED, sensitive=True),
    Verb("meetings.read_document", _("Se et importeret dokument og dets læsninger"), _CLOSED, sensitive=True),
    Verb("meetings.export_meeting", _("Hente et møde som fil"), EVERYONE),
    Verb("meetings.import_document", _("Importere dagsordener og referater"), _SECRETARY),
    Verb("meetings.correct_reading", _("Rette en læsning"), _SECRETARY),
    Verb("meetings.confirm_reading", _("Bekræfte en læsning"), _SECRETARY),
    Verb("meetings.publish_meeting", _("Publicere et møde"), _SECRETARY),
    Verb("meetings.unpublish_meeting", _("Trække et møde tilbage"), _SECRETARY),
    Verb("meetings.describe_closed_item", _("Skrive den offentlige tekst om et lukket punkt"), _SECRETARY),
    Verb("meetings.confirm_obligation", _("Bekræfte en foreslået forpligtelse"), _SECRETARY),
    Verb("meetings.dismiss_obligation", _("Afvise en foreslået forpligtelse"), _SECRETARY),
    Verb("meetings.create_body", _("Oprette et organ"), _SECRETARY),
    Verb("meetings.change_body", _("Ændre et organ"), _SECRETARY),
)

# No sentence holds anything from inside an item; {subject} is body, day and kind.
EVENTS = (
    EventType("meetings.document_imported", _("importerede version {version} af dokumentet til {subject}")),
    EventType("meetings.reading_corrected", _("rettede læsningen af {subject} (læsning {number})")),
    EventType("meetings.reading_restored", _("gik tilbage til læsning {restored} af {subject} (læsning {number})")),
    EventType("meetings.reading_confirmed", _("bekræftede læsning {number} af {subject}")),
    EventType("meetings.meeting_published", _("publicerede {subject}")),
    EventType("meetings.meeting_unpublished", _("trak {subject} tilbage: {reason}")),
    EventType("meetings.closed_item_described", _("skrev offentlig tekst om lukket punkt {number} på {subject}")),
    EventType("meetings.obligation_confirmed", _("bekræftede en forpligtelse fra punkt {number} på {subject}")),
    EventType("meetings.obligation_dismissed", _("afviste en foreslået forpligtelse fra punkt {number} på {subject}")),
    EventType("meetings.closed_read_by_member", _("læste {subject} med lukkede punkter som medlem af organet")),
    EventType("meetings.body_created", _("oprettede organet {subject}")),
    EventType("meetings.body_changed", _("ændrede organet {subject}")),
)
