"""Registration of meetings: what it tells the house about itself."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_noop as _

from raadhus.kernel.lazy import Source, call
from raadhus.kernel.ports import AGENDA_INTAKES, CASE_REGISTERS, DECISION_FIGURES, FIGURE_SOURCES
from raadhus.kernel.rooms import NavigationLink, Room, Tile
from raadhus.meetings.registration import TOPICS


def keep_signed_minutes(config: AppConfig) -> None:
    """Have the database's guards of signed minutes lifted before tables are altered, and set after."""
    pre_migrate.connect(call("raadhus.meetings.models.guards:before_migrations"), sender=config, weak=False)
    post_migrate.connect(call("raadhus.meetings.models.guards:after_migrations"), sender=config, weak=False)


class MeetingsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.meetings"
    label = "meetings"
    verbose_name = "Møder"
    room = Room(
        name="meetings",
        label=_("Møder"),
        verbs=tuple(verb for topic in TOPICS for verb in topic.VERBS),
        events=tuple(event for topic in TOPICS for event in topic.EVENTS),
        navigation=(
            NavigationLink(_("Møder"), "meetings:meetings", "meetings.read", 10),
            NavigationLink(_("Mødeplan"), "meetings:sittings", "meetings.read_sittings", 12),
            NavigationLink(_("Sager til møder"), "meetings:drafts_mine", "meetings.read_own_drafts", 14),
            NavigationLink(_("Organer"), "meetings:bodies", "meetings.read", 510),
            NavigationLink(_("Vejledning"), "guide:contents", "meetings.read_guide", 520),
            NavigationLink(_("Import"), "meetings:import", "meetings.import_document", 600),
        ),
        tiles=(
            Tile(
                "next_meeting",
                _("Næste møde"),
                "meetings.read_internal",
                call("raadhus.meetings.queries.tiles:next_meeting"),
                10,
            ),
            Tile(
                "waiting_minutes",
                _("Referater, der venter på din underskrift"),
                "meetings.sign_minutes",
                call("raadhus.meetings.queries.waiting_minutes:waiting_tile"),
                15,
            ),
            Tile(
                "returned_drafts",
                _("Dine sager til møder"),
                "meetings.read_own_drafts",
                call("raadhus.meetings.queries.draft_tiles:own_drafts"),
                16,
            ),
            Tile(
                "waiting",
                _("Læsninger, der venter"),
                "meetings.confirm_reading",
                call("raadhus.meetings.queries.tiles:waiting"),
                20,
            ),
            Tile(
                "latest_published",
                _("Senest publiceret"),
                "meetings.read",
                call("raadhus.meetings.queries.tiles:latest"),
                30,
            ),
        ),
        search=(
            Source(
                "meetings",
                _("Møder"),
                "raadhus.meetings.queries.searching:search_source",
                (("meeting", _("Møde")), ("agenda_item", _("Dagsordenspunkt"))),
            ),
            Source(
                "guide",
                _("Vejledning"),
                "raadhus.meetings.queries.guide_search:search_source",
                (("guide_article", _("Vejledning")),),
            ),
        ),
        urls=("moeder/", "raadhus.meetings.urls"),
        other_urls=(("vejledning/", "raadhus.meetings.urls.guide"),),
        api=("", "raadhus.meetings.api:router"),
    )

    def ready(self) -> None:
        """Tell cases what meetings hold under their numbers, and the house its figures."""
        from raadhus.meetings.actions.firings import StandingIntake  # noqa: PLC0415 - models are loaded by now
        from raadhus.meetings.queries.case_register import case_register  # noqa: PLC0415 - models are loaded by now
        from raadhus.meetings.queries.deciding_figures import deciding_figures  # noqa: PLC0415 - models are loaded by now

        CASE_REGISTERS.register("meetings", case_register)
        FIGURE_SOURCES.register("meetings", deciding_figures)
        DECISION_FIGURES.register("meetings", deciding_figures)
        keep_signed_minutes(self)
        AGENDA_INTAKES.register("meetings", StandingIntake())
