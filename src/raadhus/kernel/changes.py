"""How a part tells that something of its own has changed, without knowing who listens.

The announcement is made inside the transaction that made the change. A listener that reads the database must itself wait for
the commit; core/search does. Nobody listening is no fault: an import command may run without the search.
"""

from collections.abc import Callable, Iterable

Listener = Callable[[str, tuple[str, ...]], None]

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Call `listener(source_name, keys)` for every announcement from now on; the same listener is kept once."""
    if listener not in _listeners:
        _listeners.append(listener)


def announce(source_name: str, keys: Iterable[str]) -> None:
    """Tell that the things with these keys in the search source of that name were made, changed or removed."""
    changed = tuple(dict.fromkeys(keys))
    if not changed:
        return
    for listener in tuple(_listeners):
        listener(source_name, changed)
