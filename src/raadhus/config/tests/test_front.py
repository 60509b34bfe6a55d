"""The front page shows each reader what is theirs, and the frame leads only where one may go."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from django.test import Client

from raadhus.config import context, front
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.doors import ANYONE
from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import NavigationLink, Room, Tile, TileContent

pytestmark = pytest.mark.django_db


def content(viewer, now: datetime) -> TileContent:
    return TileContent("ui/components/status.html", {"kind": "info", "text": viewer.name})


@pytest.fixture
def example_rooms(monkeypatch):
    tiles = (
        Tile("later", "Senere", ANYONE, content, order=20),
        Tile("first", "Først", ANYONE, content, order=10),
        Tile("own", "Kun for ansatte", "access.read_own_account", content),
        Tile("nothing", "Tom", ANYONE, lambda *_: None),
    )
    links = (
        NavigationLink("Alle", "front", ANYONE),
        NavigationLink("Ansatte", "patterns", "access.read_own_account"),
        NavigationLink("Ikke bygget", "nowhere:at_all", ANYONE),
    )
    room = Room("example", "Eksempel", tiles=tiles, navigation=links)
    monkeypatch.setattr(front, "rooms", lambda: (room,))
    monkeypatch.setattr(context, "rooms", lambda: (room,))


def test_tiles_stand_in_their_order_and_an_empty_one_is_left_out(example_rooms, now):
    assert [tile["name"] for tile in front.tiles(PUBLIC, now)] == ["first", "later"]


def test_a_tile_is_shown_to_those_who_may_use_it(example_rooms, cast, now):
    names = [tile["name"] for tile in front.tiles(cast[Role.EMPLOYEE], now)]
    assert names == ["first", "later", "own"]


def test_the_navigation_shows_only_what_the_reader_may_open(example_rooms, cast, now):
    assert [link["label"] for link in context.navigation(PUBLIC, "/", now)] == ["Alle"]
    assert [link["label"] for link in context.navigation(cast[Role.EMPLOYEE], "/", now)] == ["Alle", "Ansatte"]


def test_the_navigation_marks_where_one_is(example_rooms, cast, now):
    marks = {link["label"]: link["here"] for link in context.navigation(cast[Role.EMPLOYEE], "/ui/patterns", now)}
    assert marks["Ansatte"] == "page"


def test_the_front_page_greets_a_citizen_with_the_municipality(client, settings):
    settings.MUNICIPALITY = "Prøvekøbing Kommune"
    assert b"Pr\xc3\xb8vek\xc3\xb8bing Kommune</h1>" in client.get("/").content


def test_the_front_page_shows_who_is_logged_in(client_of):
    page = client_of(Role.SECRETARY).get("/").content.decode()
    assert "Signe Sand" in page
    assert "Direktionssekretær" in page


def test_the_language_is_kept_and_the_page_is_the_same(client):
    answer = client.post("/sprog/", {"language": "en", "next": "/ui/patterns"})
    assert (answer.status_code, answer["Location"]) == (303, "/ui/patterns")
    assert "Front page" in client.get("/").content.decode()


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_a_change_of_language_leads_nowhere_else(client, target):
    assert client.post("/sprog/", {"language": "en", "next": target})["Location"] == "/"


def test_an_unknown_language_changes_nothing(client):
    assert "raadhus_language" not in client.post("/sprog/", {"language": "../../x"}).cookies
    assert not client.cookies


def test_the_change_of_language_needs_the_forms_own_token():
    answer = Client(enforce_csrf_checks=True).post("/sprog/", {"language": "en"})
    assert answer.status_code == 403
    assert "Formularen" in answer.content.decode()


def test_an_address_of_a_part_that_is_not_there_is_empty():
    assert context.address("nowhere:at_all") == ""


def test_the_frame_is_not_worked_out_for_an_answer_without_one(monkeypatch):
    monkeypatch.setattr(context, "_house", lambda _: pytest.fail("asked"))
    context.house(SimpleNamespace(path="/"))


def test_a_menu_longer_than_a_line_keeps_the_rest_behind_one_word_and_where_one_is_in_the_line(monkeypatch, cast, now):
    links = tuple(
        NavigationLink(f"Rum {n:02}", name, ANYONE, n) for n, name in enumerate(["front"] * 12 + ["patterns"])
    )
    monkeypatch.setattr(context, "rooms", lambda: (Room("example", "Eksempel", navigation=links),))
    found = context.in_line(context.navigation(PUBLIC, "/ui/patterns", now))
    assert [link["label"] for link in found["navigation"]] == [*(f"Rum {n:02}" for n in range(7)), "Rum 12"]
    assert [link["label"] for link in found["more"]] == [f"Rum {n:02}" for n in range(7, 12)]
    assert context.in_line(found["navigation"])["more"] == []
