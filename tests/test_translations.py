"""Every Danish text of the screens has its English twin, with the same placeholders, and no catalogue keeps old ones."""

import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).parent.parent / "tools" / "messages.py"


@pytest.fixture(scope="module")
def messages():
    spec = importlib.util.spec_from_file_location("messages", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_english_catalogues_are_complete(messages):
    assert messages.problems() == []


def found_in(messages, folder, name, source):
    path = folder / name
    path.write_text(source, encoding="utf-8")
    return {text for text, _ in messages.messages_in(path)}


def test_texts_are_found_in_python(messages, tmp_path):
    source = 'x = _("Møde")\ny = ngettext("%(n)s møde", "%(n)s møder", n)\nz = pgettext("tid", "Nu")\n'
    assert found_in(messages, tmp_path, "views.py", source) == {"Møde", ("%(n)s møde", "%(n)s møder"), "Nu"}


def test_what_a_room_declares_is_found(messages, tmp_path):
    source = 'Verb("a.b", "Godkende", roles)\nNavigationLink("Møder", "x", "y")\nTile(name="n", title="Næste")\nLABELS = {1: "Et"}'
    assert found_in(messages, tmp_path, "apps.py", source) == {"Godkende", "Møder", "Næste", "Et"}


def test_texts_are_found_in_templates(messages, tmp_path):
    source = '<p>  {% translate "Søg" %}\n {% blocktranslate count n=n %}{{ n }} sag{% plural %}{{ n }} sager{% endblocktranslate %}'
    assert found_in(messages, tmp_path, "x.html", source) == {"Søg", ("%(n)s sag", "%(n)s sager")}


def test_a_translation_that_lost_its_placeholder_is_a_fault(messages):
    catalog = messages.Catalog(locale="en")
    message = catalog.add("%(n)s sager", "cases")
    assert list(messages._faults(message)) == ["other placeholders"]
