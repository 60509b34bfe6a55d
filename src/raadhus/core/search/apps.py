"""Registration of core.search: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class SearchConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.search"
    label = "search"
    verbose_name = "Søgning"
    room = Room(name="search", label="Søgning")
