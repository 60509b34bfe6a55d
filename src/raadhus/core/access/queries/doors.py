"""Which verb a door needs: every address that Django can resolve, ours and others'."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import ResolverMatch, URLPattern, URLResolver, get_resolver

from raadhus.core.access.rules.foreign_doors import FOREIGN_DOORS
from raadhus.kernel.doors import verb_of

# Operations of the API carry their own marks and are enforced one by one, in config/api.py.
API_APP = "ninja"

View = Callable[..., object]


@dataclass(frozen=True, slots=True)
class WebDoor:
    """One address: its route, its name with namespaces, its view, and the verb it needs (None: shut)."""

    route: str
    name: str
    view: View
    verb: str | None


def verb_of_view(view: View, name: str) -> str | None:
    """Return the verb a view was marked with (itself or its class), or what the table says of code that is not ours."""
    for marked in (view, getattr(view, "view_class", None)):
        verb = verb_of(marked)
        if verb is not None:
            return verb
    dotted = f"{getattr(view, '__module__', '')}.{getattr(view, '__qualname__', '')}"
    return FOREIGN_DOORS.get(name) or FOREIGN_DOORS.get(dotted)


def is_api(match: ResolverMatch) -> bool:
    """Return True for addresses under the API."""
    return API_APP in match.app_names


def web_doors() -> tuple[WebDoor, ...]:
    """Return every address outside the API, in the order Django tries them."""
    return tuple(_walk(get_resolver(), "", ()))


def _walk(resolver: URLResolver, prefix: str, namespaces: tuple[str, ...]) -> Iterator[WebDoor]:
    if resolver.app_name == API_APP:
        return
    inner = (*namespaces, resolver.namespace) if resolver.namespace else namespaces
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, route, inner)
        elif isinstance(pattern, URLPattern):
            name = ":".join((*inner, pattern.name)) if pattern.name else ""
            yield WebDoor(route, name, pattern.callback, verb_of_view(pattern.callback, name))
