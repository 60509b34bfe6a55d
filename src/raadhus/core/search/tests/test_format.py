import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner

from raadhus.config.cli import main

SCHEMA = Path(__file__).parents[5] / "docs" / "formats" / "search-find.schema.json"


def test_the_answer_has_its_published_form(shelf, index):
    shelf.put("a", "Refusion", "Om refusion", facets={"body": "Direktionen"})
    shelf.put("b", "Refusion", date=None)
    index()
    result = CliRunner().invoke(main, ["search", "find", "refusion", "--json"], obj={"prepare_database": lambda: None})
    answer = json.loads(result.stdout)
    jsonschema.validate(answer, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert answer["total"] == 2
