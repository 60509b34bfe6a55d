"""Registration of core.cases: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class CasesConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.cases"
    label = "cases"
    verbose_name = "Sager"
    room = Room(name="cases", label="Sager")
