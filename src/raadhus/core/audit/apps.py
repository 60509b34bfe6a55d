"""Registration of core.audit: what it tells the house about itself."""

from django.apps import AppConfig

from raadhus.kernel.rooms import Room


class AuditConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.audit"
    label = "audit"
    verbose_name = "Revisionsspor"
    room = Room(name="audit", label="Revisionsspor")
