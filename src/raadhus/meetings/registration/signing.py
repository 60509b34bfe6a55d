"""Verbs and events of approval, signature and additions."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import BOARD, EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, Verb

_SECRETARY = frozenset({Role.SECRETARY})

# Who may sign is no role: every employee holds the verb, and the rule asks whether the person took part.
VERBS = (
    Verb("meetings.put_up_minutes", _("Lægge et referat frem til godkendelse"), _SECRETARY),
    Verb("meetings.withdraw_minutes", _("Trække et fremlagt referat tilbage"), _SECRETARY),
    Verb("meetings.approve_minutes", _("Godkende et referat eller gøre indsigelse"), EMPLOYEES),
    Verb("meetings.answer_objection", _("Besvare en indsigelse mod et referat"), _SECRETARY),
    Verb("meetings.sign_minutes", _("Underskrive et referat"), EMPLOYEES),
    Verb("meetings.complete_minutes", _("Afslutte underskrivningen efter fristen"), _SECRETARY),
    Verb("meetings.add_correction", _("Skrive en tilføjelse til et underskrevet referat"), EMPLOYEES),
    Verb(
        "meetings.check_signed",
        _("Efterprøve de underskrevne referater i databasen"),
        BOARD | {Role.AUDITOR, Role.ADMINISTRATOR},
    ),
    Verb(
        "meetings.rotate_signing_key",
        _("Skifte nøglen, som underskrifter forsegles med"),
        frozenset({Role.ADMINISTRATOR}),
    ),
)

EVENTS = (
    EventType("meetings.minutes_put_up", _("lagde version {version} af {subject} frem til godkendelse")),
    EventType("meetings.minutes_withdrawn", _("trak version {version} af {subject} tilbage: {reason}")),
    EventType("meetings.minutes_approved", _("godkendte version {version} af {subject}")),
    EventType("meetings.minutes_objected", _("gjorde indsigelse mod version {version} af {subject}")),
    EventType("meetings.objection_answered", _("besvarede en indsigelse fra {name} mod {subject}")),
    EventType("meetings.minutes_signed", _("underskrev version {version} af {subject}")),
    EventType("meetings.minutes_signed_with_reservation", _("underskrev version {version} af {subject} med forbehold")),
    EventType("meetings.minutes_not_signed", _("nægtede at underskrive version {version} af {subject}")),
    EventType("meetings.minutes_completed", _("afsluttede underskrivningen af version {version} af {subject}")),
    EventType("meetings.correction_added", _("skrev tilføjelse nummer {number} til {subject}")),
    EventType("meetings.signing_key_rotated", _("skiftede nøglen {key}, som underskrifter forsegles med")),
)
