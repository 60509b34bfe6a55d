"""Events of writing a case: what was written in, never what it says. The verbs are those of `agendas`."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.rooms import EventType, Verb

VERBS: tuple[Verb, ...] = ()

EVENTS = (
    EventType("meetings.section_written", _("skrev i et afsnit af en {subject}")),
    EventType("meetings.recommendations_written", _("skrev indstillingen til en {subject}")),
    EventType("meetings.section_added", _("føjede et afsnit til en {subject}")),
    EventType("meetings.section_moved", _("flyttede eller omdøbte et afsnit i en {subject}")),
    EventType("meetings.section_removed", _("fjernede et afsnit fra en {subject}")),
    EventType("meetings.section_restored", _("lagde et fjernet afsnit tilbage i en {subject}")),
    EventType("meetings.finding_suppressed", _("satte reglen {code} ud af kraft for en {subject}")),
    EventType("meetings.finding_unsuppressed", _("satte reglen {code} i kraft igen for en {subject}")),
)
