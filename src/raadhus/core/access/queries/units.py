"""Names of units for the screens of access. Organisation, which lies above, registers where they come from."""

from collections.abc import Callable
from datetime import date

# Returns (unit key, name as people know it) for every unit of a day, in the order to show them.
Directory = Callable[[date], tuple[tuple[str, str], ...]]


class _UnitDirectory:
    """The registered directory; without one, units are shown by their keys and none can be chosen."""

    names: Directory = staticmethod(lambda _on: ())


def register_unit_directory(directory: Directory) -> None:
    """Let organisation tell the names of the units on a day."""
    _UnitDirectory.names = staticmethod(directory)


def unit_choices(on: date) -> tuple[tuple[str, str], ...]:
    """Return (key, name) of every unit on that day."""
    return _UnitDirectory.names(on)


def unit_label(key: str | None, on: date) -> str:
    """Return a unit's name, or its key when the directory has no such unit; nothing for None."""
    return "" if key is None else dict(unit_choices(on)).get(key, key)
