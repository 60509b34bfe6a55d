"""What is wrong with the doors as declared: verbs that nobody declared, doors that name none."""

from collections.abc import Iterator

from raadhus.core.access.queries.doors import web_doors
from raadhus.core.access.queries.policy_table import policy_table, rooms
from raadhus.core.access.rules.foreign_doors import FOREIGN_DOORS, SHUT_DOORS


def unknown_verbs() -> tuple[str, ...]:
    """Return a line for every verb that is named somewhere and declared nowhere."""
    table = policy_table()
    return tuple(sorted({f"{where}: {verb}" for where, verb in _named_verbs() if verb not in table}))


def unmarked_doors() -> tuple[str, ...]:
    """Return the addresses that name no verb and are not meant to be shut. They are shut all the same."""
    return tuple(
        f"/{door.route} ({door.name or 'no name'})"
        for door in web_doors()
        if door.verb is None and not {door.name, door.route} & SHUT_DOORS
    )


def _named_verbs() -> Iterator[tuple[str, str]]:
    for door in web_doors():
        if door.verb is not None:
            yield f"/{door.route}", door.verb
    yield from FOREIGN_DOORS.items()
    for room in rooms():
        for link in room.navigation:
            yield f"{room.name} navigation {link.url_name}", link.verb
        for tile in room.tiles:
            yield f"{room.name} tile {tile.name}", tile.verb
