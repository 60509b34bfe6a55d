"""Registration of core.workforce: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.core.workforce.registration import TOPICS
from raadhus.kernel.rooms import NavigationLink, Room


class WorkforceConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.workforce"
    label = "workforce"
    verbose_name = "Løndata"
    room = Room(
        name="workforce",
        label=_("Løndata"),
        verbs=tuple(verb for topic in TOPICS for verb in topic.VERBS),
        events=tuple(event for topic in TOPICS for event in topic.EVENTS),
        navigation=(NavigationLink(_("Løndata"), "workforce:sources", "workforce.read_sources", 610),),
        urls=("loendata/", "raadhus.core.workforce.urls"),
        api=("raadhus.core.workforce.api:router", "workforce"),
    )
