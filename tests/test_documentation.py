"""The documentation cannot drift: settings, commands, words and dependencies are all written down."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import click
from django.apps import apps

from raadhus.config.cli import main
from raadhus.config.rooms import rooms

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "raadhus"
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
OPERATION = (ROOT / "docs" / "operation.md").read_text(encoding="utf-8")
DECISIONS = "\n".join(path.read_text(encoding="utf-8").lower() for path in (ROOT / "docs" / "decisions").glob("*.md"))

# What a dependency is called in the decisions, where that differs from its name on PyPI.
SPOKEN = {
    "argon2-cffi": "argon2",
    "django-allauth": "allauth",
    "django-csp": "csp",
    "django-ninja": "ninja",
    "django-linear-migrations": "linear",
    "django-template-partials": "partials",
    "python-docx": "python-docx",
}


def glossary_rows() -> list[list[str]]:
    rows = [line for line in GLOSSARY.splitlines() if line.startswith("|") and not re.match(r"^\|[\s|-]+$", line)]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows[1:]]


def words(name: str) -> set[str]:
    """The words of an identifier, in the singular as the glossary has them."""
    return set(re.findall(r"[a-z]+", re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()))


def commands(group: click.Group, path: str = "raadhus"):
    context = click.Context(group, obj={"prepare_database": lambda: None})
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


def test_every_glossary_row_has_four_cells_and_each_word_stands_once_in_both_languages():
    rows = glossary_rows()
    assert [row for row in rows if len(row) != 4 or not row[0] or not row[1] or not row[2]] == []
    for words_of_one_language in ([row[0] for row in rows], [row[1] for row in rows]):
        counted = Counter(words_of_one_language)
        assert [word for word, times in counted.items() if times > 1] == []


def test_every_model_is_a_word_of_the_glossary():
    known = set().union(*(words(row[0]) for row in glossary_rows()))
    models = [model for model in apps.get_models() if model.__module__.startswith("raadhus.")]
    assert sorted(model.__name__ for model in models if not words(model.__name__) & known) == []


def action_names():
    for path in [*PACKAGE.rglob("actions.py"), *PACKAGE.rglob("actions/*.py")]:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield node.name


def test_no_model_or_action_uses_a_word_the_glossary_forbids():
    never = {word.strip() for row in glossary_rows() for word in row[3].split(",") if word.strip()}
    models = [model.__name__ for model in apps.get_models() if model.__module__.startswith("raadhus.")]
    assert sorted(name for name in {*models, *action_names()} if words(name) & never) == []


def test_every_setting_from_the_environment_is_documented():
    text = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "config").rglob("*.py"))
    named = set(re.findall(r"[\"'](RAADHUS_[A-Z_]+)[\"']", text))
    assert sorted(name for name in named if f"`{name}`" not in OPERATION) == []


def defaults():
    """Yield each variable that the settings read with a fixed default, and that default as operation.md writes it."""
    for call in ast.walk(ast.parse((PACKAGE / "config" / "settings.py").read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("environment."):
            name, *given = [*call.args, *(keyword.value for keyword in call.keywords)]
            if not given and ast.unparse(call.func) == "environment.flag":
                yield name.value, "0"
            elif given and isinstance(given[0], ast.Constant):
                value = given[0].value
                yield name.value, str(int(value) if isinstance(value, bool) else value)


def test_every_setting_stands_with_its_true_default():
    cells = [line.split("|")[1:3] for line in OPERATION.splitlines() if line.startswith("| `RAADHUS_")]
    told = {name: told for names, told in cells for name in re.findall(r"`(RAADHUS_[A-Z0-9_]+)`", names)}
    found = dict(defaults())
    assert len(found) > 20
    assert {name: value for name, value in found.items() if f"`{value}`" not in told[name]} == {}


def test_every_command_says_what_it_does_and_is_documented():
    found = list(commands(main))
    assert [path for path, command in found if not (command.help or command.short_help)] == []
    manual = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    leaves = [path for path, command in found if not isinstance(command, click.Group)]
    assert [path for path in leaves if path not in manual and path.removeprefix("raadhus ") not in manual] == []


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.match(r"[a-z0-9-]+", line, re.IGNORECASE)[0].lower() for line in project["dependencies"]]
    assert [name for name in names if SPOKEN.get(name, name) not in DECISIONS] == []


def test_every_verb_has_a_danish_label_and_belongs_to_its_room():
    for room in rooms():
        for verb in room.verbs:
            assert verb.name.startswith(f"{room.name}."), verb.name
            assert verb.label[:1].isupper(), verb.name


def test_relative_links_lead_somewhere():
    links = [
        (path, link)
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8"))
    ]
    assert [(path.name, link) for path, link in links if not (path.parent / link).exists()] == []


def test_every_decision_has_a_number_of_its_own_that_its_heading_says():
    decisions = {path.name: path for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")}
    numbers = [name[:4] for name in decisions]
    assert sorted({number for number in numbers if numbers.count(number) > 1}) == []
    headings = {name: path.read_text(encoding="utf-8").splitlines()[0] for name, path in decisions.items()}
    assert [name for name, heading in headings.items() if not heading.startswith(f"# {name[:4]} ")] == []


def test_where_to_change_a_thing_names_files_that_exist():
    table = CONTRIBUTING.partition("## Where do I change")[2].partition("\n## ")[0]
    named = re.findall(r"`([\w/.-]+(?:\.\w+|/))`", table)
    assert len(named) > 20
    assert [name for name in named if not any((base / name).exists() for base in (PACKAGE, ROOT))] == []


def test_files_that_the_rules_and_decisions_tell_of_exist():
    files = {
        path.as_posix() for folder in ("src", "tests", "benchmarks", "tools") for path in (ROOT / folder).rglob("*.py")
    }
    named = [
        (path.name, name)
        for folder in ("rules", "decisions")
        for path in (ROOT / "docs" / folder).glob("*.md")
        for name in re.findall(r"`([\w/]+\.py)`", path.read_text(encoding="utf-8"))
    ]
    assert len(named) > 20
    assert [(document, name) for document, name in named if not any(file.endswith(f"/{name}") for file in files)] == []


def test_the_change_log_tells_nothing_twice():
    lines = [line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    assert sorted({line for line in lines if lines.count(line) > 1}) == []
