"""Registration of meetings: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class MeetingsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.meetings"
    label = "meetings"
    verbose_name = "Møder"
    room = Room(name="meetings", label="Møder")
