"""The command `raadhus` when it is called wrongly or the house is not ready: one line that says what, where and what to do; exit code 2."""

import click
import pytest
from click.testing import CliRunner
from django.db import OperationalError, ProgrammingError

from raadhus.config.cli import main
from raadhus.kernel.errors import WrongInput
from raadhus.ui.database_trouble import sentence_about
from raadhus.ui.terminal import LazyGroup

WRONG = {
    "nosuch": "kommandoen nosuch findes ikke. Se raadhus --help.",
    "meetings lists": "kommandoen lists findes ikke; mente du lint eller list? Se raadhus meetings --help.",
    "--nosuch": "--nosuch findes ikke. Se raadhus --help.",
    "meetings lint --fixx": "--fixx findes ikke; mente du --fix? Se raadhus meetings lint --help.",
    "meetings parse": "FIL... mangler. Se raadhus meetings parse --help.",
    "meetings verify a b": "der er for mange argumenter: b. Se raadhus meetings verify --help.",
    "refunds calculate a --on 2024-13-01": (
        "--on skal være en dag, der findes, som 2026-01-31, ikke '2024-13-01'. Se raadhus refunds calculate --help."
    ),
    "serve --port abc": "--port skal være et helt tal fra 1 til 65535, ikke 'abc'. Se raadhus serve --help.",
    "search find a --page 0": "--page skal være et helt tal, mindst 1, ikke 0. Se raadhus search find --help.",
    "meetings sittings --when x": "--when skal være coming, past eller all, ikke 'x'. Se raadhus meetings sittings --help.",
}


@pytest.mark.parametrize("words", WRONG)
def test_what_a_command_does_not_take_gets_one_danish_line(words):
    result = CliRunner().invoke(main, words.split(), prog_name="raadhus")
    assert result.exit_code == 2
    assert result.stderr == f"raadhus: {WRONG[words]}\n"
    assert result.stdout == ""


def test_an_empty_call_still_shows_the_commands():
    result = CliRunner().invoke(main, [], prog_name="raadhus")
    assert "Commands:" in result.output


def raising(error):
    """Return a group with a command that raises the error."""
    group = LazyGroup("raadhus", lazy={})

    @group.command("go")
    def go():
        raise error

    return group


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (KeyboardInterrupt(), 130, "raadhus: afbrudt."),
        (click.Abort(), 130, "raadhus: afbrudt."),
        (SystemExit("RAADHUS_X: skriv 1 eller 0."), 2, "raadhus: RAADHUS_X: skriv 1 eller 0."),
        (PermissionError(13, "Permission denied", "/x"), 2, "raadhus: /x: du har ikke rettigheder til den."),
        (WrongInput("Det findes ikke."), 2, "raadhus: Det findes ikke."),
        (ZeroDivisionError(), 2, "raadhus: uventet fejl (ZeroDivisionError"),
    ],
)
def test_what_stops_a_command_is_one_line(error, code, line):
    result = CliRunner().invoke(raising(error), ["go"])
    assert result.exit_code == code
    assert result.stderr.strip().startswith(line)
    assert result.stderr.strip().count("\n") == 0


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OperationalError("no such table: meetings_meeting"), "raadhus manage migrate"),
        (ProgrammingError('relation "x" does not exist'), "raadhus manage migrate"),
        (OperationalError("database is locked"), "optaget"),
        (OperationalError("attempt to write a readonly database"), "rettigheder"),
        (OperationalError("database or disk is full"), "disken er fuld"),
        (OperationalError("unable to open database file"), "RAADHUS_DATA"),
        (OperationalError('connection failed: connection to server at "127.0.0.1", port 1 failed'), "RAADHUS_DATABASE"),
    ],
)
def test_a_database_that_cannot_answer_says_what_to_do(error, words):
    result = CliRunner().invoke(raising(error), ["go"])
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_fault_of_ours_is_not_called_the_databases():
    assert sentence_about(ValueError("no such table")) is None
    assert sentence_about(OperationalError("near SELECT: syntax error")) is None


def test_what_was_not_found_is_named(db):
    result = CliRunner().invoke(main, ["meetings", "gate", "1"], prog_name="raadhus")
    assert result.exit_code == 2
    assert result.stderr == "raadhus: 1: Det findes ikke.\n"
