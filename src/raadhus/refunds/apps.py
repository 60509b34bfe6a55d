"""Registration of refunds: what the room tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel import lazy
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
        navigation=(NavigationLink(_("Refusion"), "refunds:watch", "refunds.watch", order=400),),
        tiles=(
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
