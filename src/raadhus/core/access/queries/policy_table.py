"""The one policy table: the verbs that every room declared in its apps.py."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from raadhus.kernel.rooms import Room, Verb


class UnknownVerb(LookupError):
    """A door or an action names a verb that no room declared: a fault in the program, never a person's."""


def rooms() -> tuple[Room, ...]:
    """Return the rooms as declared, in the order of INSTALLED_APPS."""
    declared = (getattr(app, "room", None) for app in apps.get_app_configs())
    return tuple(room for room in declared if isinstance(room, Room))


@cache
def policy_table() -> Mapping[str, Verb]:
    """Return verb name -> policy row. Raises ImproperlyConfigured when a verb is declared twice or under another room's name."""
    table: dict[str, Verb] = {}
    for room in rooms():
        for verb in room.verbs:
            if verb.name in table:
                raise ImproperlyConfigured(f"The verb {verb.name} is declared twice.")
            if not verb.name.startswith(f"{room.name}."):
                raise ImproperlyConfigured(
                    f"The room {room.name} declares {verb.name}; its verbs begin with {room.name}."
                )
            table[verb.name] = verb
    return MappingProxyType(table)


def verb_named(name: str) -> Verb:
    """Return the policy row. Raises UnknownVerb."""
    try:
        return policy_table()[name]
    except KeyError as error:
        raise UnknownVerb(f"No room declares the verb {name}.") from error
