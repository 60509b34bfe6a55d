"""Registration of core.obligations: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class ObligationsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.obligations"
    label = "obligations"
    verbose_name = "Forpligtelser"
    room = Room(name="obligations", label="Forpligtelser")
