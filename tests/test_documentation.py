"""The documentation cannot drift: settings, commands, words and dependencies are all written down."""

import ast
import re
import tomllib
from pathlib import Path

import click
import pytest
from django.apps import apps

from raadhus.config.cli import main
from raadhus.config.rooms import rooms

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "raadhus"
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
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


def test_every_glossary_row_has_four_cells_and_stands_once():
    rows = glossary_rows()
    assert [row for row in rows if len(row) != 4 or not row[0] or not row[1] or not row[2]] == []
    english = [row[0] for row in rows]
    assert sorted({word for word in english if english.count(word) > 1}) == []


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


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/operation.md"])
def test_relative_links_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []
