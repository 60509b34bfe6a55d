"""Registration of meetings: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel.lazy import Source, call
from raadhus.kernel.ports import CASE_REGISTERS
from raadhus.kernel.roles import BOARD, EMPLOYEES, EVERYONE, Role
from raadhus.kernel.rooms import EventType, NavigationLink, Room, Tile, Verb

_SECRETARY = frozenset({Role.SECRETARY})
# Who sees everything: the board, and the auditor who checks it. Their looking leaves a trace.
_CLOSED = BOARD | {Role.AUDITOR}

_VERBS = (
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
_EVENTS = (
    EventType("meetings.document_imported", _("importerede version {version} af dokumentet til {subject}")),
    EventType("meetings.reading_corrected", _("rettede læsningen af {subject} (læsning {number})")),
    EventType("meetings.reading_restored", _("gik tilbage til læsning {restored} af {subject} (læsning {number})")),
    EventType("meetings.reading_confirmed", _("bekræftede læsning {number} af {subject}")),
    EventType("meetings.meeting_published", _("publicerede {subject}")),
    EventType("meetings.meeting_unpublished", _("trak {subject} tilbage: {reason}")),
    EventType("meetings.closed_item_described", _("skrev offentlig tekst om lukket punkt {number} på {subject}")),
    EventType("meetings.obligation_confirmed", _("bekræftede en forpligtelse fra punkt {number} på {subject}")),
    EventType("meetings.obligation_dismissed", _("afviste en foreslået forpligtelse fra punkt {number} på {subject}")),
    EventType("meetings.body_created", _("oprettede organet {subject}")),
    EventType("meetings.body_changed", _("ændrede organet {subject}")),
)


class MeetingsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.meetings"
    label = "meetings"
    verbose_name = "Møder"
    room = Room(
        name="meetings",
        label=_("Møder"),
        verbs=_VERBS,
        events=_EVENTS,
        navigation=(
            NavigationLink(_("Møder"), "meetings:meetings", "meetings.read", 10),
            NavigationLink(_("Organer"), "meetings:bodies", "meetings.read", 20),
            NavigationLink(_("Import"), "meetings:import", "meetings.import_document", 30),
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
        ),
        urls=("moeder/", "raadhus.meetings.urls"),
        api=("", "raadhus.meetings.api:router"),
    )

    def ready(self) -> None:
        """Tell cases what meetings hold under their numbers."""
        from raadhus.meetings.queries.case_register import case_register  # noqa: PLC0415 - models are loaded by now

        CASE_REGISTERS.register("meetings", case_register)
