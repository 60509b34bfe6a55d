"""Registration of core.access: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class AccessConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.access"
    label = "access"
    verbose_name = "Adgang"
    room = Room(name="access", label="Adgang")
