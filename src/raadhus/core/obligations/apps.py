"""Registration of core.obligations: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel import lazy
from raadhus.kernel.ports import FIGURE_SOURCES
from raadhus.kernel.roles import BOARD, EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, NavigationLink, Room, Tile, Verb

_MANAGERS = BOARD | {Role.CENTRE_HEAD, Role.UNIT_LEADER}


class ObligationsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.obligations"
    label = "obligations"
    verbose_name = "Forpligtelser"
    room = Room(
        name="obligations",
        label=_("Forpligtelser"),
        verbs=(
            Verb("obligations.read_own", _("Se egne forpligtelser"), EMPLOYEES),
            Verb("obligations.read", _("Se enhedens forpligtelser"), _MANAGERS | {Role.AUDITOR}),
            Verb(
                "obligations.read_closed",
                _("Se forpligtelser fra lukkede sager"),
                BOARD | {Role.AUDITOR},
                sensitive=True,
            ),
            Verb("obligations.create", _("Oprette en forpligtelse"), _MANAGERS),
            Verb("obligations.manage", _("Føre andres forpligtelser"), _MANAGERS),
            Verb("obligations.start", _("Gå i gang med en forpligtelse"), EMPLOYEES),
            Verb("obligations.wait", _("Sætte en forpligtelse til at afvente"), EMPLOYEES),
            Verb("obligations.complete", _("Melde en forpligtelse udført"), EMPLOYEES),
            Verb("obligations.reopen", _("Genåbne en forpligtelse"), _MANAGERS),
            Verb("obligations.hand_over", _("Give en forpligtelse en anden ansvarlig"), _MANAGERS),
            Verb("obligations.change_due", _("Ændre en forpligtelses frist"), _MANAGERS),
            Verb("obligations.lapse", _("Lade en forpligtelse bortfalde"), _MANAGERS),
            Verb("obligations.replace", _("Erstatte en forpligtelse"), _MANAGERS),
            Verb("obligations.remind", _("Sende påmindelser"), frozenset({Role.SECRETARY, Role.ADMINISTRATOR})),
            Verb("obligations.read_standing", _("Se stående beslutninger og årshjulet"), EMPLOYEES),
            Verb("obligations.create_standing", _("Oprette en stående beslutning"), BOARD),
            Verb("obligations.change_standing", _("Ændre en stående beslutning"), BOARD),
            Verb("obligations.adopt_standing", _("Sætte en stående beslutning i kraft"), BOARD),
            Verb("obligations.suspend_standing", _("Sætte en stående beslutning i bero"), BOARD),
            Verb("obligations.resume_standing", _("Genoptage en stående beslutning"), BOARD),
            Verb("obligations.end_standing", _("Lade en stående beslutning ophøre"), BOARD),
            Verb("obligations.supersede_standing", _("Lade en anden stående beslutning afløse"), BOARD),
            Verb("obligations.ask_to_end_standing", _("Foreslå, at ens stående beslutning ophører"), EMPLOYEES),
            Verb("obligations.keep_standing", _("Fastholde en stående beslutning"), BOARD),
            Verb(
                "obligations.fire",
                _("Lade årshjulet løbe"),
                frozenset({Role.SECRETARY, Role.ADMINISTRATOR}),
            ),
            Verb(
                "obligations.fire_standing_now",
                _("Forelægge en stående beslutning nu"),
                frozenset({Role.SECRETARY}),
            ),
            Verb("obligations.follow_calendar", _("Følge sine forpligtelser i en kalender"), EMPLOYEES),
        ),
        events=(
            EventType("obligations.created", _("oprettede forpligtelsen: {subject}")),
            EventType("obligations.started", _("gik i gang med: {subject}")),
            EventType("obligations.set_waiting", _("satte til at afvente: {subject}. {reason}")),
            EventType("obligations.completed", _("meldte udført: {subject}")),
            EventType("obligations.reopened", _("genåbnede: {subject}. {reason}")),
            EventType("obligations.handed_over", _("gav {subject} fra {before} til {after}")),
            EventType("obligations.due_changed", _("ændrede fristen for {subject} fra {before} til {after}. {reason}")),
            EventType("obligations.lapsed", _("lod bortfalde: {subject}. {reason}")),
            EventType("obligations.replaced", _("erstattede: {subject}")),
            EventType("obligations.shut", _("lukkede, fordi punktet blev lukket: {subject}")),
            EventType("obligations.unshut", _("åbnede, fordi punktet blev åbnet: {subject}")),
            EventType("obligations.standing_created", _("oprettede den stående beslutning: {subject}")),
            EventType("obligations.standing_changed", _("ændrede den stående beslutning: {subject}. {reason}")),
            EventType("obligations.standing_adopted", _("satte i kraft: {subject}. {reason}")),
            EventType("obligations.standing_suspended", _("satte i bero: {subject}. {reason}")),
            EventType("obligations.standing_resumed", _("genoptog: {subject}. {reason}")),
            EventType("obligations.standing_ended", _("lod ophøre: {subject}. {reason}")),
            EventType("obligations.standing_superseded", _("lod en anden afløse: {subject}. {reason}")),
            EventType("obligations.standing_end_asked", _("foreslog, at {subject} ophører. {reason}")),
            EventType("obligations.standing_kept", _("fastholdt: {subject}. {reason}")),
            EventType("obligations.standing_shut", _("lukkede, fordi punktet blev lukket: {subject}")),
            EventType("obligations.standing_unshut", _("åbnede, fordi punktet blev åbnet: {subject}")),
            EventType("obligations.standing_fired", _("lod forelægge: {subject} ({period}). {reason}")),
            EventType("obligations.standing_looked_at", _("så på {subject} ({period}): {reason}")),
            EventType("obligations.standing_figure_missing", _("manglede et tal til {subject} ({period}): {reason}")),
            EventType("obligations.standing_skipped", _("sprang over: {subject} ({period}). {reason}")),
            EventType("obligations.reminded", _("mindede {subject} om {count} forpligtelser")),
            EventType("obligations.calendar_opened", _("hentede en kalenderadresse")),
            EventType("obligations.calendar_closed", _("lukkede sin kalenderadresse")),
        ),
        navigation=(NavigationLink(_("Forpligtelser"), "obligations:mine", "obligations.read_own", order=300),),
        tiles=(
            Tile(
                "obligations",
                _("Lovet og forfaldent"),
                "obligations.read_own",
                lazy.call("raadhus.core.obligations.queries.lists:tile"),
                order=200,
            ),
            Tile(
                "obligations_overview",
                _("Opfølgning"),
                "obligations.read",
                lazy.call("raadhus.core.obligations.queries.overview:overview_tile"),
                order=210,
            ),
        ),
        search=(
            lazy.Source(
                "obligations",
                _("Forpligtelser"),
                "raadhus.core.obligations.queries.source:SEARCH",
                kinds=(("obligation", _("Forpligtelse")),),
            ),
            lazy.Source(
                "standing",
                _("Stående beslutninger"),
                "raadhus.core.obligations.queries.standing_source:SEARCH",
                kinds=(("standing_decision", _("Stående beslutning")),),
            ),
        ),
        urls=("forpligtelser/", "raadhus.core.obligations.urls"),
        api=("raadhus.core.obligations.api:router", "obligations"),
    )

    def ready(self) -> None:
        """Tell the house the figures that obligations have themselves."""
        from raadhus.core.obligations.queries.own_figures import FIGURE_SOURCE  # noqa: PLC0415 - models are loaded by now

        FIGURE_SOURCES.register("obligations", FIGURE_SOURCE)
