"""Registration of core.cases: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel import lazy
from raadhus.kernel.roles import BOARD, EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, NavigationLink, Room, Verb

_KEEPERS = BOARD | {Role.CENTRE_HEAD, Role.UNIT_LEADER}
_PROPOSERS = _KEEPERS | {Role.HR, Role.SECURITY_OFFICER, Role.DPO, Role.PREPAREDNESS_LEAD}


class CasesConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.cases"
    label = "cases"
    verbose_name = "Sager"
    room = Room(
        name="cases",
        label=_("Sager"),
        verbs=(
            Verb("cases.read", _("Se sager"), EMPLOYEES),
            Verb("cases.read_closed", _("Se lukkede sager"), _KEEPERS | {Role.AUDITOR}, sensitive=True),
            Verb("cases.open", _("Oprette en sag"), _KEEPERS),
            Verb("cases.rename", _("Rette en sags titel"), _KEEPERS),
            Verb("cases.change_owner", _("Give en sag en anden ansvarlig"), _KEEPERS),
            Verb("cases.close", _("Afslutte en sag"), _KEEPERS),
            Verb("cases.reopen", _("Genåbne en sag"), _KEEPERS),
            Verb("cases.set_closed", _("Lukke en sag for offentligheden"), _KEEPERS),
            Verb("cases.link", _("Knytte sager sammen"), _KEEPERS),
            Verb("cases.read_proposals", _("Se sagsforslag"), BOARD | {Role.AUDITOR}),
            Verb("cases.read_own_proposals", _("Se egne sagsforslag"), EMPLOYEES),
            Verb("cases.propose", _("Foreslå en sag til direktionen"), _PROPOSERS),
            Verb("cases.withdraw", _("Trække et sagsforslag tilbage"), _PROPOSERS),
            Verb("cases.plan", _("Sætte et sagsforslag på dagsordenen"), BOARD),
            Verb("cases.decide", _("Føre beslutningen om et sagsforslag"), BOARD),
            Verb("cases.hand_back", _("Give en beslutning tilbage til rummet"), BOARD),
        ),
        events=(
            EventType("cases.opened", _("oprettede sagen {subject}")),
            EventType("cases.renamed", _("omdøbte sagen fra {before} til {after}")),
            EventType("cases.owner_changed", _("gav {subject} fra {before} til {after}")),
            EventType("cases.closed", _("afsluttede sagen {subject} fra {on}")),
            EventType("cases.reopened", _("genåbnede sagen {subject}")),
            EventType("cases.closed_to_public", _("lukkede sagen for offentligheden")),
            EventType("cases.opened_to_employees", _("åbnede sagen {subject} for alle medarbejdere")),
            EventType("cases.linked", _("knyttede {subject} til {other}")),
            EventType("cases.unlinked", _("løste {subject} fra {other}")),
            EventType("cases.proposed", _("foreslog sagen {subject}")),
            EventType("cases.withdrawn", _("trak sagsforslaget {subject} tilbage")),
            EventType("cases.planned", _("satte {subject} på dagsordenen: {label}")),
            EventType("cases.unplanned", _("tog {subject} af dagsordenen")),
            EventType("cases.decided", _("førte beslutningen om {subject} i {body}: {outcome}")),
            EventType("cases.handed_back", _("gav beslutningen om {subject} tilbage til {room}")),
        ),
        navigation=(NavigationLink(_("Sager"), "cases:cases", "cases.read", order=200),),
        search=(
            lazy.Source("cases", _("Sager"), "raadhus.core.cases.queries.source:SEARCH", kinds=(("case", _("Sag")),)),
        ),
        urls=("sager/", "raadhus.core.cases.urls"),
        api=("raadhus.core.cases.api:router", "cases"),
    )
