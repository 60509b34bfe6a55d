"""The manual can be read in the product, its links lead somewhere, and nothing beside it can be read."""

import re

import pytest

from raadhus.config.manual import FOLDER

pytestmark = pytest.mark.django_db
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_shown_with_its_title(client, name):
    title = (FOLDER / f"{name}.md").read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    assert f"<h1>{title}</h1>" in client.get(f"/hjaelp/{name}/").content.decode()


def test_the_index_leads_to_every_page_of_a_role():
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert {*re.findall(r"\(([a-z-]+)\.md\)", index)} == {*PAGES} - {"README", "tilgaengelighed"}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_and_picture_of_the_manual_exists(name):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (FOLDER / target).is_file()] == []


@pytest.mark.parametrize("address", ["/hjaelp/findes-ikke/", "/hjaelp/..%2Fsettings/", "/hjaelp/billeder/x.png"])
def test_nothing_beside_the_manual_is_shown(client, address):
    assert client.get(address).status_code == 404


def test_the_accessibility_statement_is_linked_from_every_page(client):
    assert b'href="/tilgaengelighed/"' in client.get("/").content
    assert client.get("/tilgaengelighed/").status_code == 200
