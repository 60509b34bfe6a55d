import json

import pytest
from click.testing import CliRunner

from raadhus.meetings.cli import meetings
from raadhus.meetings.tests.example_meeting import EXAMPLE
from raadhus.meetings.tests.signed_meetings import signed


@pytest.fixture
def run(tmp_path):
    def verify(file, *options, keys=True):
        path, published = tmp_path / "referat.json", tmp_path / "noegler.json"
        path.write_text(file if isinstance(file, str) else json.dumps(file), encoding="utf-8")
        published.write_text(json.dumps({"format": "raadhus-signing-keys/1", "keys": signed(EXAMPLE)["keys"]}))
        return CliRunner().invoke(
            meetings, ["verify", str(path), *(["--key", str(published)] if keys else []), *options]
        )

    return verify


def test_signed_minutes_verify(run):
    answer = run(signed(EXAMPLE))
    assert (answer.exit_code, "Alt i filen er det, der blev underskrevet." in answer.output) == (0, True)


def test_without_the_municipalitys_keys_the_answer_says_what_it_is_worth(run):
    answer = run(signed(EXAMPLE), keys=False)
    assert (answer.exit_code, "--key" in answer.output) == (0, True)


def test_a_changed_item_is_named_and_the_exit_code_is_one(run):
    file = signed(EXAMPLE)
    file["leaves"][1]["content"]["title"] = "Andet"
    answer = run(file, "--json")
    said = json.loads(answer.output)
    assert (answer.exit_code, said["verified"], said["findings"][0]["item"]) == (1, False, 1)


@pytest.mark.parametrize("text", ["", "{}", "Referat", '{"format": "raadhus-signed-minutes/1"}'])
def test_another_file_is_wrong_input_in_one_line(run, text):
    answer = run(text)
    assert answer.exit_code == 2
    assert answer.output.strip().count("\n") == 0


def test_a_file_that_is_not_there_is_wrong_input(tmp_path):
    assert CliRunner().invoke(meetings, ["verify", str(tmp_path / "nej.json")]).exit_code == 2


def test_a_file_that_is_no_signed_minutes_is_named(tmp_path):
    path = tmp_path / "referat.json"
    path.write_text("{")
    result = CliRunner().invoke(meetings, ["verify", str(path)])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"raadhus: {path}: ")
