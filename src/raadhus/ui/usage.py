"""What a command says when it was called wrongly: one line in Danish on standard error, instead of click's four in English."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import IO, Any

import click

# What click's messages begin with; a message that does not is shown as it is.
_VALUE = re.compile(r"('.*'|\S+) (?:is not|does not)", re.DOTALL)
_SURPLUS = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


class WrongUsage(click.ClickException):
    """A command was called with something that it does not take; the message says what, and where the help is. Exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the one line on standard error (or on `file`)."""
        click.echo(f"raadhus: {self.message}", file=file, err=file is None)


def in_one_line(error: click.UsageError) -> WrongUsage:
    """Return click's error as one Danish line that names the option or argument, what it takes, and the command's help."""
    command = error.ctx.command_path if error.ctx else "raadhus"
    sentence = " ".join(_sentence(error).split()).rstrip(".")
    end = "?" if "; mente du " in sentence else "."
    return WrongUsage(f"{sentence}{end} Se {command} --help.")


def _sentence(error: click.UsageError) -> str:
    if isinstance(error, click.BadParameter):
        return _about_a_value(error)
    if isinstance(error, click.NoSuchOption):
        return f"{error.option_name} findes ikke{_meant(error.possibilities)}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"kommandoen {error.command_name} findes ikke{_meant(_near(error))}"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} er brugt forkert: den skal måske have en værdi efter sig"
    surplus = _SURPLUS.match(error.message)
    return f"der er for mange argumenter: {surplus[1]}" if surplus else error.message


def _near(error: click.exceptions.NoSuchCommand) -> list[str]:
    """Return the commands that look like the one asked for; click itself does not know those that are imported late."""
    group = error.ctx.command if error.ctx else None
    if not isinstance(group, click.Group) or error.ctx is None:
        return []
    return get_close_matches(error.command_name, group.list_commands(error.ctx))


def _meant(possibilities: list[str] | None) -> str:
    return f"; mente du {' eller '.join(sorted(possibilities))}" if possibilities else ""


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return "et argument"
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx) if error.ctx else str(error.param.name)


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    return f"; vælg {_one_of(kind)}" if isinstance(kind, click.Choice) else ""


def _one_of(kind: click.Choice[Any]) -> str:
    *others, last = [str(choice) for choice in kind.choices if str(choice)]
    return f"{', '.join(others)} eller {last}" if others else last


def _about_a_value(error: click.BadParameter) -> str:
    if isinstance(error, click.MissingParameter):
        return f"{_name(error)} mangler{_choices(error)}"
    kind = error.param.type if error.param else None
    expected = next((words(kind) for cls, words in _EXPECTED.items() if isinstance(kind, cls)), None)
    if expected is None:
        return f"{_name(error)}: {error.message}"
    given = _VALUE.match(error.message)
    return f"{_name(error)} skal være {expected}" + (f", ikke {given[1]}" if given else "")


def _range(kind: Any) -> str:
    if kind.max is None:
        return f"et helt tal, mindst {kind.min}"
    return f"et helt tal fra {kind.min} til {kind.max}"


_EXPECTED: dict[type, Callable[[Any], str]] = {
    click.Choice: _one_of,
    click.IntRange: _range,
    click.types.IntParamType: lambda _kind: "et helt tal",
    click.types.FloatParamType: lambda _kind: "et tal",
    click.DateTime: lambda _kind: "en dag, der findes, som 2026-01-31",
    click.Path: lambda kind: "en fil og ikke en mappe" if not kind.dir_okay else "en fil, der kan bruges",
}
