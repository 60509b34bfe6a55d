import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from django.utils import timezone

from raadhus.config.cli import main
from raadhus.core.obligations.public import Recurrence, Rhythm
from raadhus.core.obligations.tests.conftest import absence_over, moment

SCHEMA = Path(__file__).parents[5] / "docs" / "formats" / "obligations-fire.schema.json"
JANUARY = Recurrence(Rhythm.QUARTERLY, (1,))


@pytest.fixture
def run(monkeypatch):
    """Run the command on a day."""

    def on(day, *words):
        monkeypatch.setattr(timezone, "now", lambda: day)
        return CliRunner().invoke(main, ["obligations", "fire", *words], obj={"prepare_database": lambda: None})

    return on


def test_the_report_has_its_published_form(decide, desk, run):
    decide(recurrence=JANUARY)
    decide(title="Afsked af en navngiven", closed=True, public_label="Personalesag", recurrence=JANUARY)
    result = run(moment(2026, 7, 1), "--json")
    answer = json.loads(result.stdout)
    jsonschema.validate(answer, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [one["skipped"] for one in answer["looked"]] == [["2026-04"]] * 2
    assert "navngiven" not in result.stdout
    assert result.exit_code == 0


def test_a_dry_run_fires_nothing(decide, desk, run):
    decide(recurrence=JANUARY)
    assert "1 ville blive set på" in run(moment(2026, 7, 1), "--dry-run").stdout
    assert desk.got == []
    assert "1 set på" in run(moment(2026, 7, 1)).stdout
    assert "0 set på" in run(moment(2026, 7, 1)).stdout


def test_a_missing_figure_is_a_finding(decide, thermometer, run):
    decide(recurrence=JANUARY, condition=absence_over(5))
    result = run(moment(2026, 7, 1))
    assert (result.exit_code, "mangler" in result.stdout) == (1, True)
