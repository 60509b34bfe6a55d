"""The rooms of the house, as they declared themselves in their apps.py."""

from django.apps import apps

from raadhus.kernel.rooms import Room


def rooms() -> tuple[Room, ...]:
    """Return every declared room, in the order of INSTALLED_APPS."""
    declared = (getattr(app, "room", None) for app in apps.get_app_configs())
    return tuple(room for room in declared if isinstance(room, Room))
