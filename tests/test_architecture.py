"""The house keeps its shape: import contracts, budgets, names and order, as tests."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "raadhus"
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "common.py", "services.py"}


def sources(*, tests: bool) -> list[Path]:
    every = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]
    every += list((ROOT / "tests").rglob("*.py")) if tests else []
    return sorted(path for path in every if ("tests" in path.parts) == tests)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its decorators and its docstring."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1


def function_budget(path: Path) -> int:
    inner = path.relative_to(PACKAGE).parts
    return 30 if "rules" in inner or "actions" in inner or path.name == "actions.py" else 50


def too_long(paths: list[Path], budget) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length(node)} lines"
        for path in paths
        for node in functions(path)
        if length(node) > budget(path)
    ]


def test_the_import_contracts_hold_without_exceptions():
    configuration = (ROOT / "importlinter.ini").read_text(encoding="utf-8")
    assert "ignore_imports" not in configuration
    linter = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run(
        [linter, "--config", "importlinter.ini"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


def test_functions_stay_within_their_budget():
    assert too_long(sources(tests=False), function_budget) == []


def test_tests_are_short():
    assert too_long(sources(tests=True), lambda _: 30) == []


@pytest.mark.parametrize("tests", [False, True])
def test_files_have_at_most_400_lines(tests):
    counts = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(tests=tests)}
    assert {str(path.relative_to(ROOT)): count for path, count in counts.items() if count > 400} == {}


def test_templates_have_at_most_120_lines():
    templates = [path for path in PACKAGE.rglob("templates/**/*") if path.is_file()]
    counts = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in templates}
    assert {path: count for path, count in counts.items() if count > 120} == {}


def test_a_file_couples_to_at_most_sixteen_modules():
    """Python's own modules are not counted: they couple a file to nothing that changes."""
    found = {}
    for path in sources(tests=False):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
        modules |= {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
        coupled = {module for module in modules if module and module.split(".")[0] not in sys.stdlib_module_names}
        if len(coupled) > 16:
            found[str(path.relative_to(ROOT))] = len(coupled)
    assert found == {}


def test_no_file_is_called_by_a_name_that_says_nothing():
    assert [path for path in PACKAGE.rglob("*.py") if path.name in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("folder", ["kernel", "rules"])
def test_rules_and_kernel_never_read_the_clock(folder):
    clock = re.compile(r"\b(?:datetime|timezone)\.now\(|\bdate\.today\(|\btime\.time\(")
    paths = [path for path in sources(tests=False) if folder in path.relative_to(PACKAGE).parts]
    assert [str(path) for path in paths if clock.search(path.read_text(encoding="utf-8"))] == []


def test_actions_and_queries_never_read_the_clock():
    clock = re.compile(r"\b(?:datetime|timezone)\.now\(|\bdate\.today\(")
    paths = [path for path in sources(tests=False) if {"actions", "queries"} & {*path.parts, path.stem}]
    assert [str(path) for path in paths if clock.search(path.read_text(encoding="utf-8"))] == []


def test_every_switched_off_check_says_why():
    marks = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[^\]]*\])?|nosec)(?P<reason>.*)$")
    bare = []
    for path in [*sources(tests=False), *sources(tests=True)]:
        if path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = marks.search(line)
            if found and len(found["reason"].strip(" -#")) < 8:
                bare.append(f"{path.relative_to(ROOT)}:{number}")
    assert bare == []


# The scripts of the live editor, which the budget of all pages leaves out; they are loaded where a case is written.
EDITOR = PACKAGE / "meetings" / "static" / "meetings" / "editor"


def test_the_editors_own_scripts_stay_within_their_budget():
    assert sum(path.stat().st_size for path in EDITOR.glob("*.js")) <= 40_000
    assert max(len(path.read_text(encoding="utf-8").splitlines()) for path in EDITOR.glob("*.js")) <= 250


def test_own_styles_and_scripts_stay_within_their_budget():
    every = [path for path in PACKAGE.rglob("static/**/*") if path.is_file() and "vendor" not in path.parts]
    own = [path for path in every if path.parent != EDITOR or path.suffix == ".css"]
    for ending, budget in ((".css", 30_000), (".js", 6_000)):
        assert sum(path.stat().st_size for path in own if path.suffix == ending) <= budget, ending


def test_actions_name_their_actor():
    missing = []
    for path in sources(tests=False):
        if path.name != "actions.py" and path.parent.name != "actions":
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                names = {argument.arg for argument in node.args.kwonlyargs}
                if "actor" not in names or node.args.args:
                    missing.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert missing == []
