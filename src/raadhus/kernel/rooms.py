"""What a room (or a part of core) tells the house about itself, declared once in its apps.py as `room = Room(...)`.

config collects the declarations; nothing else knows every room. Everything here is plain data and dotted paths.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from raadhus.kernel.actors import Actor
from raadhus.kernel.roles import Role


@dataclass(frozen=True, slots=True)
class Verb:
    """One row of the policy table.

    `name` is "room.verb" and is the same word as the action, the audit event and the command.
    `label` is Danish, in the infinitive ("Godkend referat"). `roles` are those that may, within the scope they were granted.
    `sensitive` verbs (closed items, identified people) are audited when they are used to look.
    """

    name: str
    label: str
    roles: frozenset[Role]
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class EventType:
    """A registered audit event. `sentence` is Danish with {placeholders} filled from the event's data: "rettede læsningen af {title}"."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A link in the main navigation, shown to those who may `verb`. `url_name` is Django's. Lower `order` comes first."""

    label: str
    url_name: str
    verb: str
    order: int = 100


@dataclass(frozen=True, slots=True)
class TileContent:
    """What a tile shows: a template and its context. None from the tile's function means: nothing for this viewer."""

    template: str
    context: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile on the front page, for those who may `verb`. `content` gets the viewer and the moment."""

    name: str
    title: str
    verb: str
    content: Callable[[Actor, datetime], TileContent | None]
    order: int = 100


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that can be found.

    `key` is unique within the source. `allowed` are the access labels of which the viewer needs at least one
    (see SearchSource.viewer_labels); an entry without labels is found by nobody.
    """

    key: str
    title: str
    body: str
    url: str
    date: date | None
    kind: str
    allowed: frozenset[str]
    facets: dict[str, str] = field(default_factory=dict)


class SearchSource(Protocol):
    """How a room puts its things into the one search. It registers an implementation in its Room."""

    @property
    def name(self) -> str:
        """The source's own name, such as "meetings"."""
        ...

    @property
    def label(self) -> str:
        """What people call it."""
        ...

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return all entries, or those with the given keys; a key that is gone is simply left out."""
        ...

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the access labels this viewer holds now; the search filters by them inside the query."""
        ...


@dataclass(frozen=True, slots=True)
class Room:
    """Everything a room registers. Dotted paths are resolved by config, so that apps.py holds no logic.

    `urls` is (prefix, module), `other_urls` more of them for what people look for under a name of its own;
    `api` the dotted path of a ninja Router and its prefix, `commands` maps a command's
    name to "module:attribute" for the lazy command line.
    """

    name: str
    label: str
    verbs: tuple[Verb, ...] = ()
    events: tuple[EventType, ...] = ()
    navigation: tuple[NavigationLink, ...] = ()
    tiles: tuple[Tile, ...] = ()
    search: tuple[SearchSource, ...] = ()
    urls: tuple[str, str] | None = None
    other_urls: tuple[tuple[str, str], ...] = ()
    api: tuple[str, str] | None = None
