"""Registration of core.documents: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class DocumentsConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.documents"
    label = "documents"
    verbose_name = "Dokumenter"
    room = Room(name="documents", label="Dokumenter")
