"""Verbs and events of bodies' members, cases on their way, sittings and the sending of agendas."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, Verb

_SECRETARY = frozenset({Role.SECRETARY})
_LEADERS = BOARD | {Role.CENTRE_HEAD, Role.UNIT_LEADER}

VERBS = (
    Verb("meetings.change_member", _("Føre et organs medlemmer"), _SECRETARY),
    Verb("meetings.switch_body", _("Sætte et organ i funktion eller nedlægge det"), _SECRETARY),
    Verb("meetings.read_own_drafts", _("Se egne sager til møder"), EMPLOYEES),
    Verb("meetings.read_drafts", _("Se enhedens sager til møder"), _LEADERS | {Role.AUDITOR}),
    Verb("meetings.read_closed_drafts", _("Se lukkede sager til møder"), BOARD, sensitive=True),
    Verb("meetings.write_draft", _("Skrive en sag til et møde"), EMPLOYEES),
    Verb("meetings.write_unit_draft", _("Rette enhedens sager til møder"), _LEADERS),
    Verb("meetings.write_any_draft", _("Rette enhver sag, indtil mødet begynder"), _SECRETARY),
    Verb("meetings.propose_draft", _("Foreslå en sag til dagsordenen"), EMPLOYEES),
    Verb("meetings.approve_draft", _("Godkende en sag til dagsordenen"), BOARD | {Role.CENTRE_HEAD}),
    Verb("meetings.return_draft", _("Sende en sag retur"), BOARD | {Role.CENTRE_HEAD}),
    Verb("meetings.withdraw_draft", _("Trække en sag tilbage"), EMPLOYEES),
    Verb("meetings.plan_draft", _("Sætte en sag på dagsordenen"), _SECRETARY),
    Verb("meetings.change_template", _("Rette sagsskabeloner"), _SECRETARY),
    Verb("meetings.read_sittings", _("Se planlagte møder"), EMPLOYEES),
    Verb("meetings.plan_sitting", _("Planlægge et møde"), _SECRETARY),
    Verb("meetings.cancel_sitting", _("Aflyse et møde"), _SECRETARY),
    Verb("meetings.send_agenda", _("Udsende en dagsorden"), _SECRETARY),
    Verb("meetings.notify", _("Sende ventende meddelelser om møder"), frozenset({Role.SECRETARY, Role.ADMINISTRATOR})),
)

# {subject} is "sag til Direktionen" or "Direktionen 16-06-2026": never a title.
EVENTS = (
    EventType("meetings.member_changed", _("ændrede medlemmerne af {subject}: {what}")),
    EventType("meetings.body_switched", _("satte {subject} til »{state}« fra {day}")),
    EventType("meetings.draft_created", _("oprettede en {subject}")),
    EventType("meetings.draft_changed", _("rettede oplysningerne om en {subject}")),
    EventType("meetings.draft_proposed", _("foreslog en {subject}")),
    EventType("meetings.draft_returned", _("sendte en {subject} retur")),
    EventType("meetings.draft_approved", _("godkendte en {subject} til dagsordenen")),
    EventType("meetings.draft_planned", _("satte en {subject} på dagsordenen {day}")),
    EventType("meetings.draft_unplanned", _("tog en {subject} af dagsordenen {day}")),
    EventType("meetings.draft_withdrawn", _("trak en {subject} tilbage")),
    EventType("meetings.draft_resumed", _("genoptog en {subject}")),
    EventType("meetings.draft_attachment_added", _("lagde et bilag (version {version}) på en {subject}")),
    EventType("meetings.draft_attachment_removed", _("fjernede et bilag fra en {subject}")),
    EventType("meetings.draft_attachment_restored", _("lagde et fjernet bilag tilbage på en {subject}")),
    EventType("meetings.closed_draft_read_by_member", _("læste en lukket {subject} som medlem af organet")),
    EventType(
        "meetings.closed_agenda_read_by_member", _("læste dagsordenen for {subject} med lukkede sager som medlem")
    ),
    EventType("meetings.template_changed", _("rettede sagsskabelonen {subject}")),
    EventType("meetings.sitting_planned", _("planlagde {subject}")),
    EventType("meetings.sitting_changed", _("ændrede {subject}: {what}")),
    EventType("meetings.sitting_cancelled", _("aflyste {subject}: {reason}")),
    EventType("meetings.agenda_ordered", _("ændrede rækkefølgen på dagsordenen for {subject}")),
    EventType("meetings.agenda_sent", _("udsendte dagsordenen for {subject} (version {version})")),
    EventType("meetings.notices_sent", _("sendte {count} meddelelser om møder")),
)
