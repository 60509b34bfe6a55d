"""Registration of personnel figures: what the room tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel.rooms import NavigationLink, Room
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
        navigation=(NavigationLink(_("Personaletal"), "personnel:overview", "personnel.read", order=420),),
        tiles=(),
        urls=("personale/", "raadhus.personnel.urls"),
        api=("raadhus.personnel.api:router", "personnel"),
    )
