"""Registration of refunds: what the room tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel.rooms import Room
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
        urls=("refusion/", "raadhus.refunds.urls"),
        api=("raadhus.refunds.api:router", "refunds"),
    )
