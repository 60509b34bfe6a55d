import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner

from raadhus.config.cli import main

SCHEMA = Path(__file__).parents[5] / "docs" / "formats" / "obligations-list.schema.json"


def test_the_list_has_its_published_form(promise):
    promise(due="2026-Q3")
    promise(owner_key=None, unit_key=None, due=None, to_body="Direktionen")
    result = CliRunner().invoke(main, ["obligations", "list", "--json"], obj={"prepare_database": lambda: None})
    answer = json.loads(result.stdout)
    jsonschema.validate(answer, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [one["due"] for one in answer] == ["2026-Q3", None]
