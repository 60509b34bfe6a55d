"""What every page knows of the house: its name, the way around, and who is reading."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext, gettext_lazy

from raadhus.config.rooms import rooms
from raadhus.core.access.public import may, roles_of
from raadhus.kernel.actors import PUBLIC, Actor

# addresses by name; one that no installed part has is left out
OWN_LINKS = (("access:profile", gettext_lazy("Min profil")),)
FOOTER_LINKS = (
    ("manual", gettext_lazy("Brugervejledning")),
    ("accessibility", gettext_lazy("Tilgængelighedserklæring")),
)

# How many links the main menu's line holds at 1,280 points; behind them is "Mere".
_LINE = 8


def house(request: HttpRequest) -> dict[str, object]:
    """Return `house`, of which the frame of every page is written; it is worked out when a template first asks."""
    return {"house": SimpleLazyObject(lambda: _house(request))}


def _house(request: HttpRequest) -> dict[str, object]:
    actor: Actor = getattr(request, "actor", PUBLIC)
    now = timezone.now()
    return {
        "municipality": settings.MUNICIPALITY,
        "version": _version(),
        "person": "" if actor.is_public else actor.name,
        "roles": "" if actor.is_public else ", ".join(sorted(gettext(role.label) for role in roles_of(actor, now))),
        **in_line(navigation(actor, request.path, now)),
        "search_url": address("search:search"),
        "login_url": address("account_login"),
        "logout_url": address("account_logout"),
        "own_links": _links(OWN_LINKS),
        "footer": _links(FOOTER_LINKS),
    }


@cache
def _version() -> str:
    """Return our own version; it is read out of a file."""
    return version("raadhus")


def address(name: str) -> str:
    """Return the address of a named page, or nothing when no installed part has it."""
    return _address(name, settings.ROOT_URLCONF, get_script_prefix())


@cache
def _address(name: str, _addresses: str, _prefix: str) -> str:
    """Look an address up once: every page has nineteen of them, and they are the same while the house runs."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def navigation(actor: Actor, path: str, now: datetime) -> list[dict[str, str]]:
    """Return the links of the main navigation that the actor may follow, in order, with the one that is here marked."""
    declared = sorted((link for room in rooms() for link in room.navigation), key=lambda link: (link.order, link.label))
    open_to = [(link, url) for link in declared if may(actor, link.verb, now=now) and (url := address(link.url_name))]
    # /moeder/organer/ lies under both "Møder" and "Organer": the longest address is where one is
    nearest = max((url for _, url in open_to if path.startswith(url)), key=len, default="")
    return [{"url": url, "label": gettext(str(link.label)), "here": _here(url, path, nearest)} for link, url in open_to]


def in_line(links: list[dict[str, str]]) -> dict[str, object]:
    """Return what stands in the main menu's one line, and what stands behind "Mere": whoever may see everything has more than a line holds.

    Where one is always stands in the line, and a single link is never put behind a word of its own.
    """
    if len(links) <= _LINE + 1:
        return {"navigation": links, "more": []}
    here = next((link for link in links[_LINE:] if link["here"]), None)
    line = [*links[: _LINE - 1], here] if here else links[:_LINE]
    return {"navigation": line, "more": [link for link in links if link not in line]}


def _here(url: str, path: str, nearest: str) -> str:
    """Return what aria-current says of a link: the page itself, something below it, or nothing."""
    if url == path:
        return "page"
    return "true" if url == nearest and url != "/" else ""


def _links(named: Iterable[tuple[str, object]]) -> list[dict[str, str]]:
    return [{"url": url, "label": str(label)} for name, label in named if (url := address(name))]
