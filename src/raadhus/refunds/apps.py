"""Registration of refunds: what the room tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel import lazy
from raadhus.kernel.ports import AGENDA_INTAKES, FIGURE_SOURCES, PROPOSAL_ORIGINS
from raadhus.kernel.rooms import NavigationLink, Room, Tile
from raadhus.refunds.registration import TOPICS


class RefundsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.refunds"
    label = "refunds"
    verbose_name = "Refusion"
    room = Room(
        name="refunds",
        label=_("Refusion"),
        verbs=tuple(verb for topic in TOPICS for verb in topic.VERBS),
        events=tuple(event for topic in TOPICS for event in topic.EVENTS),
        navigation=(
            NavigationLink(_("Refusion"), "refunds:watch", "refunds.watch", order=400),
            NavigationLink(_("Mistet refusion"), "refunds:ledger", "refunds.read_sums", order=410),
        ),
        tiles=(
            Tile(
                "refunds_lost",
                _("Tabt refusion"),
                "refunds.read_sums",
                lazy.call("raadhus.refunds.queries.lost_tile:lost_tile"),
                order=155,
            ),
            Tile(
                "refunds_watch",
                _("Frister for refusion"),
                "refunds.watch",
                lazy.call("raadhus.refunds.queries.watch_sums:watch_tile"),
                order=150,
            ),
        ),
        urls=("refusion/", "raadhus.refunds.urls"),
        api=("raadhus.refunds.api:router", "refunds"),
    )

    def ready(self) -> None:
        """Tell the house the figures, where decisions about the cases go back to, and who writes the case a standing decision asks for."""
        from raadhus.refunds.actions.proposing import StatementIntake  # noqa: PLC0415 - models are loaded by now
        from raadhus.refunds.actions.receiving import RefundOrigin  # noqa: PLC0415 - models are loaded by now
        from raadhus.refunds.queries.figures import FIGURE_SOURCE  # noqa: PLC0415 - models are loaded by now

        FIGURE_SOURCES.register("refunds", FIGURE_SOURCE)
        PROPOSAL_ORIGINS.register("refunds", RefundOrigin())
        # Before the meetings, which take every firing: ours is the whole case and not an empty draft.
        AGENDA_INTAKES.register("case_of_refunds", StatementIntake())
