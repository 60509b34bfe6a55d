"""Registration of core.search: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel import changes, lazy
from raadhus.kernel.roles import EVERYONE, Role
from raadhus.kernel.rooms import EventType, Room, Verb


class SearchConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.search"
    label = "search"
    verbose_name = "Søgning"
    room = Room(
        name="search",
        label=_("Søgning"),
        verbs=(
            Verb("search.find", _("Søge"), EVERYONE),
            Verb("search.refresh", _("Opdatere søgeindekset"), frozenset({Role.ADMINISTRATOR})),
            Verb("search.rebuild", _("Bygge søgeindekset forfra"), frozenset({Role.ADMINISTRATOR})),
        ),
        events=(
            EventType(
                "search.rebuilt",
                _("byggede søgeindekset: {indexed} indekseret, {unchanged} uændret, {removed} fjernet"),
            ),
        ),
        urls=("soeg/", "raadhus.core.search.urls"),
        api=("raadhus.core.search.api:router", "search"),
    )

    def ready(self) -> None:
        """Let the index follow what changes."""
        changes.listen(lazy.call("raadhus.core.search.commands.follow:follow"))
