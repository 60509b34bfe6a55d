"""The JSON of `meetings parse` keeps to its schema, and the command to its exit codes."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.core.documents.text import read_document
from raadhus.meetings.reader import read_meeting, reading_to_json
from raadhus.meetings.tests import layouts_marked, layouts_numbered, layouts_other, layouts_registered

SCHEMA = json.loads((Path(__file__).parents[4] / "docs/formats/meetings-parse.schema.json").read_text(encoding="utf-8"))
LAYOUTS = layouts_numbered.LAYOUTS + layouts_registered.LAYOUTS + layouts_other.LAYOUTS + layouts_marked.LAYOUTS


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "referat.txt"
    path.write_text(layouts_registered.MANY_BODIES.text, encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(main, ["meetings", "parse", *map(str, arguments)])


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_reading_keeps_to_the_schema(layout):
    reading = read_meeting(read_document(layout.text.encode(), "x.txt"), file="x.txt")
    jsonschema.validate([reading_to_json(reading)], SCHEMA)


def test_the_schema_refuses_an_unknown_outcome():
    reading = read_meeting(read_document(layouts_registered.MANY_BODIES.text.encode(), "x.txt"), file="x.txt")
    data = reading_to_json(reading)
    data["items"][0]["decision"]["outcome"] = "agreed"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([data], SCHEMA)


def test_json_is_one_object_a_file(document):
    result = run("--json", document, document)
    assert result.exit_code == 0
    assert [len(one["items"]) for one in json.loads(result.stdout)] == [4, 4]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_printed(document, tmp_path):
    empty = tmp_path / "tom.txt"
    empty.write_bytes(b"")
    result = run("--json", empty, document, tmp_path / "findes-ikke.pdf")
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)) == 1
    told = result.stderr.strip().splitlines()
    assert len(told) == 2
    assert "tom.txt" in told[0]
    assert "findes-ikke.pdf" in told[1]


def test_without_json_a_person_can_read_it(document):
    result = run(document)
    assert result.exit_code == 0
    assert "Referat, Kommunalbestyrelsen, 2020-01-22" in result.stdout
    assert "Planstrategi 2020" in result.stdout
    assert "(lukket)" in result.stdout
