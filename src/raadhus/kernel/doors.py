"""Every door (URL, API operation, command) names the one verb it needs. A door that names none stays shut.

A door is a function marked with `@door("meetings.read")`. core/access enforces the mark in its middleware and in the
API; a test walks every door times every role. The mark lives in the kernel so that audit, which lies below access,
can mark its doors too.
"""

from collections.abc import Callable
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])

MARK = "raadhus_verb"

# Doors that anyone may open, such as the log-in page and the health check, say so with this verb.
ANYONE = "access.anyone"


def door(verb: str) -> Callable[[_Function], _Function]:
    """Mark a view, API operation or command with the verb it needs, such as "meetings.read"."""

    def mark(function: _Function) -> _Function:
        setattr(function, MARK, verb)
        return function

    return mark


def verb_of(function: object) -> str | None:
    """Return the verb a door was marked with, or None: the door then stays shut."""
    return getattr(function, MARK, None)
