"""Registration of core.organisation: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class OrganisationConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.organisation"
    label = "organisation"
    verbose_name = "Organisation"
    room = Room(name="organisation", label="Organisation")
