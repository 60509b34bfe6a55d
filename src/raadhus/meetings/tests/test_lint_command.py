"""`raadhus meetings lint`: exit codes, the JSON of its schema, settings, fixes, rules and guidance in the terminal."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.meetings.rules.lint import RULES

SCHEMA = json.loads((Path(__file__).parents[4] / "docs/formats/meetings-lint.schema.json").read_text(encoding="utf-8"))
AGENDA = """\
DAGSORDEN Direktionen d. 02-06-2025

Mødedato Mandag d. 02. juni 2025 kl. 09:00

## **Punkt 1: Nye cykelstier**

25/100

### Baggrund

Stien er slidt.? Den **skal** lægges om, siger TFC.?
"""
CLEAN = AGENDA.replace(".?", ".").replace("TFC", "alle")


def run(*arguments):
    return CliRunner().invoke(main, ["meetings", "lint", *map(str, arguments)])


@pytest.fixture
def paper(tmp_path):
    def write(text, name="dagsorden.md"):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


def codes(result):
    return [one["code"] for one in json.loads(result.stdout)]


def test_findings_end_with_1_and_none_with_0(paper):
    assert run(paper(AGENDA)).exit_code == 1
    result = run("--json", paper(CLEAN))
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_json_keeps_to_its_schema(paper):
    result = run("--json", paper(AGENDA))
    found = json.loads(result.stdout)
    jsonschema.validate(found, SCHEMA)
    assert codes(result) == ["conversion-mark", "abbreviation-undefined", "conversion-mark"]
    assert found[0]["source"]["text"] == ".?"
    assert (found[0]["item"], found[0]["fix"]["replacement"]) == ("1", ".")


def test_the_schema_refuses_a_severity_that_is_none(paper):
    found = json.loads(run("--json", paper(AGENDA)).stdout)
    found[0]["severity"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, SCHEMA)


def test_a_place_is_the_files_own_line_and_column(paper):
    path = paper(AGENDA)
    first = json.loads(run("--json", path).stdout)[0]["source"]
    line = AGENDA.splitlines()[first["line"] - 1]
    assert line[first["column"] - 1 :].startswith(".?")
    assert f"{path}:{first['line']}:{first['column']}: advarsel [conversion-mark]" in run(path).stdout


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_linted(paper, tmp_path):
    result = run("--json", tmp_path / "findes-ikke.txt", paper(AGENDA))
    assert result.exit_code == 2
    assert len(codes(result)) == 3
    assert len(result.stderr.strip().splitlines()) == 1
    assert "findes-ikke.txt" in result.stderr


@pytest.mark.parametrize(("options", "left"), [
    (("--select", "abbreviation-undefined"), ["abbreviation-undefined"]),
    (("--ignore", "conversion-mark,abbreviation-undefined"), []),
    (("--select", "weekday-wrong", "--select", "conversion-mark"), ["conversion-mark", "conversion-mark"]),
])  # fmt: skip
def test_rules_are_selected_and_ignored(paper, options, left):
    assert codes(run("--json", *options, paper(AGENDA))) == left


def test_no_file_and_an_unknown_code_are_wrong_input(paper):
    for arguments in ((), ("--select", "ingen-regel", paper(AGENDA)), ("--explain", "ingen-regel")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert len(result.stderr.strip().splitlines()) == 1


def test_the_rules_are_listed_and_explained():
    listed = run("--list").stdout
    assert all(rule.code in listed and rule.title in listed for rule in RULES)
    assert run("--explain", "weekday-wrong").stdout.startswith("# Ugedagen passer ikke til datoen")


def test_fixing_writes_the_file_and_tells_each_change(paper):
    path = paper(AGENDA.replace("\n", "\r\n"))
    result = run("--fix", "--select", "conversion-mark", path)
    assert path.read_bytes() == AGENDA.replace(".?", ".").replace("\n", "\r\n").encode()
    assert result.exit_code == 0
    assert result.stderr.count("er rettet til") == 2


def test_another_format_is_never_written(paper):
    page = "<html><body><h1>DAGSORDEN Direktionen d. 02-06-2025</h1><h2>Punkt 1: Stier</h2><h3>Baggrund</h3><p>Slidt.? Ja.</p></body></html>"
    path = paper(page, "dagsorden.html")
    result = run("--fix", path)
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, page)
    assert "kun tekst- og Markdown-filer" in result.stderr


def test_what_is_personal_is_pointed_at_and_not_printed_again(paper):
    result = run(paper(CLEAN.replace("alle", "010190-1234")))
    assert "[cpr-number]" in result.stdout
    assert "010190" not in result.stdout


def test_files_given_together_are_seen_together(paper):
    closed = CLEAN.replace("02-06-2025", "05-05-2025").replace("Nye cykelstier", "Lukket").split("### Baggrund")[0]
    result = run("--json", "--select", "closed-number-shared", paper(CLEAN), paper(closed, "anden.md"))
    assert codes(result) == ["closed-number-shared", "closed-number-shared"]


def test_it_starts_without_django():
    program = "import sys; import raadhus.meetings.commands.lint; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout.strip() == "False"
