"""The terminal's components: lazy command groups, JSON output, and one clear line on wrong input.

Exit codes of the house: 0 done, 1 findings, 2 wrong input; 130 when stopped with Ctrl-C. A command never shows a traceback.
"""

import importlib
import json
import os
import traceback
from collections.abc import Callable, Mapping
from copy import copy
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import click

from raadhus.kernel.errors import DomainError, NotFound
from raadhus.kernel.file_trouble import reason
from raadhus.ui.database_trouble import sentence_about
from raadhus.ui.usage import in_one_line

DONE, FINDINGS, WRONG_INPUT = 0, 1, 2

INTERRUPTED = 130
"""What shells answer for a program that was stopped with Ctrl-C: neither done, nor findings, nor wrong input."""


class Lazy(NamedTuple):
    """Where a command lives ("module:attribute"), and whether Django must be set up before it is imported."""

    target: str
    database: bool = True


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for, so that `meetings parse` starts without Django."""

    def __init__(self, *args: Any, lazy: Mapping[str, Lazy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in alphabetical order."""
        return sorted({*super().list_commands(ctx), *self._lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command; set Django up first when it needs the database."""
        if cmd_name not in self._lazy:
            return super().get_command(ctx, cmd_name)
        lazy = self._lazy[cmd_name]
        if lazy.database:
            prepare: Callable[[], None] = ctx.find_root().obj["prepare_database"]
            prepare()
        module, _, attribute = lazy.target.partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        open_door: Callable[[object], None] | None = (ctx.find_root().obj or {}).get("open_door")
        return _behind_door(command, open_door) if lazy.database and open_door else command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the command's own options; what it does not take becomes one line."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            _retell(error, is_inner=parent is not None)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error becomes one line on standard error and exit code 2, never a traceback.

        What nobody anticipated is a mistake in raadhus: the line says where it happened, and RAADHUS_DEBUG=1 shows it all.
        """
        try:
            return super().invoke(ctx)
        except DomainError as error:
            sentence = str(error)
        except click.UsageError as error:
            _retell(error, is_inner=ctx.parent is not None)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except SystemExit as stop:
            # A setting that cannot be used (config/environment.py) stops the program with its sentence.
            if not isinstance(stop.code, str):
                raise
            sentence = stop.code.removeprefix("raadhus: ")
        except (click.Abort, KeyboardInterrupt):
            click.echo("\nraadhus: afbrudt.", err=True)
            return ctx.exit(INTERRUPTED)
        except OSError as error:
            sentence = ": ".join(filter(None, (str(error.filename or ""), f"{reason(error)}.")))
        except Exception as error:
            if ctx.parent is not None or os.environ.get("RAADHUS_DEBUG") == "1":
                raise
            sentence = sentence_about(error) or _unforeseen(error)
        click.echo(f"raadhus: {sentence}", err=True)
        return ctx.exit(WRONG_INPUT)


def _retell(error: click.UsageError, *, is_inner: bool) -> NoReturn:
    """Raise the error as one line of Danish; an inner group leaves that to the outermost, and the help of an empty call stays."""
    if is_inner or isinstance(error, click.exceptions.NoArgsIsHelpError):
        raise error
    raise in_one_line(error) from error


def _unforeseen(error: Exception) -> str:
    """Return one line about an error that nobody anticipated: what it was, and where in the product."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}, {Path(place.filename).name} linje {place.lineno}"
    return f"uventet fejl ({where}): kør igen med RAADHUS_DEBUG=1, og meld fejlen med det, der så står."


def _behind_door(command: click.Command, open_door: Callable[[object], None]) -> click.Command:
    """Return the command so that, when it runs, its door (kernel/doors.py) is tried first; a group has none itself."""
    callback = command.callback
    if isinstance(command, click.Group) or callback is None:
        return command

    @wraps(callback)
    def opened(*arguments: Any, **options: Any) -> Any:
        open_door(callback)
        try:
            return callback(*arguments, **options)
        except NotFound as error:
            raise NotFound(f"{_asked_for()}{error}") from error

    guarded = copy(command)
    guarded.callback = opened
    return guarded


def _asked_for() -> str:
    """Return what the command's arguments asked for, so that what was not found is named."""
    context = click.get_current_context()
    given = (context.params.get(str(one.name)) for one in context.command.params if isinstance(one, click.Argument))
    named = ", ".join(str(one) for one in given if one)
    return f"{named}: " if named else ""


def print_json(value: object) -> None:
    """Write a value as JSON in UTF-8, two spaces deep, with a final newline."""
    # In UTF-8 whatever the terminal's own character set is; half characters (of file names) are written as JSON escapes.
    data = (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
    click.echo(data, nl=False)
