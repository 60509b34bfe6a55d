"""Verbs and events of a meeting that is being held, item by item."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

_SECRETARY = frozenset({Role.SECRETARY})

VERBS = (
    Verb("meetings.open_sitting", _("Åbne et møde"), _SECRETARY),
    Verb("meetings.write_minutes", _("Skrive referat, mens mødet er i gang"), _SECRETARY),
    Verb("meetings.decide_item", _("Afslutte og genåbne et punkt på mødet"), _SECRETARY),
    Verb("meetings.close_sitting", _("Afslutte et møde"), _SECRETARY),
)

# {subject} is "Direktionen 16-06-2026" or "Direktionen 16-06-2026, punkt 3": never a title or a decision.
EVENTS = (
    EventType("meetings.sitting_opened", _("åbnede mødet {subject}")),
    EventType("meetings.sitting_closed", _("afsluttede mødet {subject}")),
    EventType("meetings.sitting_reopened", _("genåbnede mødet {subject}")),
    EventType("meetings.attendance_set", _("rettede fremmødet til {subject}")),
    EventType("meetings.absence_set", _("skrev, hvem der var ude af lokalet ved {subject} (inhabile: {disqualified})")),
    EventType("meetings.item_started", _("begyndte {subject}")),
    EventType("meetings.item_added", _("tog en sag på dagsordenen på mødet: {subject}")),
    EventType("meetings.outcome_given", _("gav udfald ved {subject} (indstillinger: {count})")),
    EventType("meetings.decision_written", _("skrev på beslutningen ved {subject}")),
    EventType("meetings.change_undone", _("fortrød den seneste ændring ved {subject}")),
    EventType("meetings.order_added", _("skrev et pålæg ved {subject}")),
    EventType("meetings.order_removed", _("tog et pålæg ud ved {subject}")),
    EventType("meetings.vote_recorded", _("skrev en afstemning ved {subject}")),
    EventType("meetings.vote_removed", _("tog en afstemning ud ved {subject}")),
    EventType("meetings.dissent_recorded", _("skrev en mindretalsudtalelse ved {subject}")),
    EventType("meetings.dissent_removed", _("tog en mindretalsudtalelse ud ved {subject}")),
    EventType("meetings.item_decided", _("afsluttede {subject}")),
    EventType("meetings.item_reopened", _("genåbnede {subject}")),
)
