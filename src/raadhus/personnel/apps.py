"""Registration of personnel figures: what the room tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel import lazy
from raadhus.kernel.ports import AGENDA_INTAKES, FIGURE_SOURCES, PROPOSAL_ORIGINS
from raadhus.kernel.rooms import NavigationLink, Room, Tile
from raadhus.personnel.registration import TOPICS


class PersonnelConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.personnel"
    label = "personnel"
    verbose_name = "Personaletal"
    room = Room(
        name="personnel",
        label=_("Personaletal"),
        verbs=tuple(verb for topic in TOPICS for verb in topic.VERBS),
        events=tuple(event for topic in TOPICS for event in topic.EVENTS),
        navigation=(
            NavigationLink(_("Personaletal"), "personnel:overview", "personnel.read", order=420),
            NavigationLink(_("Tal om Personale"), "personnel:publications", "personnel.read_published", order=430),
        ),
        tiles=(
            Tile(
                "personnel_newest",
                _("Personaletal"),
                "personnel.read",
                lazy.call("raadhus.personnel.queries.tile:newest_tile"),
                order=160,
            ),
            Tile(
                "personnel_limits",
                _("Grænser for personaletal"),
                "personnel.save_view",
                lazy.call("raadhus.personnel.queries.limits_tile:limits_tile"),
                order=170,
            ),
        ),
        search=(
            lazy.Source(
                "personnel",
                _("Personaletal"),
                "raadhus.personnel.queries.search:SEARCH",
                kinds=(
                    ("measure", _("Mål")),
                    ("unit_figures", _("Enheds personaletal")),
                    ("figure_note", _("Bemærkning til personaletal")),
                    ("personnel_publication", _("Tal om Personale")),
                ),
            ),
        ),
        urls=("personale/", "raadhus.personnel.urls"),
        api=("raadhus.personnel.api:router", "personnel"),
    )

    def ready(self) -> None:
        """Tell the house the figures, where decisions about our cases go back to, and who writes the case that a standing decision asks for."""
        from raadhus.personnel.actions.proposing import PublicationIntake  # noqa: PLC0415 - models are loaded by now
        from raadhus.personnel.actions.receiving import PersonnelOrigin  # noqa: PLC0415 - models are loaded by now
        from raadhus.personnel.queries.figure_source import FIGURE_SOURCE  # noqa: PLC0415 - models are loaded by now

        FIGURE_SOURCES.register("personnel", FIGURE_SOURCE)
        PROPOSAL_ORIGINS.register("personnel", PersonnelOrigin())
        # Before the meetings, which take every firing: ours is the whole case and not an empty draft.
        AGENDA_INTAKES.register("case_of_personnel", PublicationIntake())
