"""A source of the tests' own, whose entries a test puts there."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from django.apps import apps

from raadhus.core.search.public import rebuild
from raadhus.kernel.actors import system
from raadhus.kernel.rooms import SearchEntry

TESTER = system("tests", "Prøverne")


@dataclass
class Shelf:
    """A search source that holds what it is given. Persons hold the label with their own key, and everybody "public"."""

    name: str = "shelf"
    label: str = "Hylden"
    kinds: tuple[tuple[str, str], ...] = (("paper", "Papir"), ("book", "Bog"))
    held: dict[str, SearchEntry] = field(default_factory=dict)

    def entries(self, keys=None):
        wanted = self.held if keys is None else [key for key in keys if key in self.held]
        return [self.held[key] for key in wanted]

    def viewer_labels(self, viewer, now):  # noqa: ARG002 - the contract of search sources
        return frozenset({"public", viewer.key})

    def put(self, key, title, body="", **more):
        given = {"url": f"/hylde/{key}", "date": date(2025, 6, 2), "kind": "paper", "allowed": frozenset({"public"})}
        self.held[key] = SearchEntry(key=key, title=title, body=body, **{**given, **more})


@pytest.fixture
def shelf(db, monkeypatch):
    shelf = Shelf()
    config = apps.get_app_config("search")
    for app in apps.get_app_configs():
        if getattr(app, "room", None) and app is not config:
            monkeypatch.setattr(app, "room", replace(app.room, search=()))
    monkeypatch.setattr(config, "room", replace(config.room, search=(shelf,)))
    return shelf


@pytest.fixture
def index(shelf, now):
    """Index what lies on the shelf."""
    return lambda: rebuild(actor=TESTER, now=now)
