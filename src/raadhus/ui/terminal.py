"""The terminal's components: lazy command groups, JSON output, and one clear line on wrong input.

Exit codes of the house: 0 done, 1 findings, 2 wrong input. A command never shows a traceback.
"""

import importlib
import json
import os
import traceback
from collections.abc import Callable, Mapping
from copy import copy
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from raadhus.kernel.errors import DomainError

DONE, FINDINGS, WRONG_INPUT = 0, 1, 2


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

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error becomes one line on standard error and exit code 2, never a traceback.

        What nobody anticipated is a mistake in raadhus: the line says where it happened, and RAADHUS_DEBUG=1 shows it all.
        """
        try:
            return super().invoke(ctx)
        except DomainError as error:
            sentence = str(error)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise
        except OSError as error:
            sentence = ": ".join(filter(None, (error.strerror or str(error), str(error.filename or ""))))
        except Exception as error:
            if ctx.parent is not None or os.environ.get("RAADHUS_DEBUG") == "1":
                raise
            sentence = _unforeseen(error)
        click.echo(f"raadhus: {sentence}", err=True)
        return ctx.exit(WRONG_INPUT)


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
        return callback(*arguments, **options)

    guarded = copy(command)
    guarded.callback = opened
    return guarded


def print_json(value: object) -> None:
    """Write a value as JSON in UTF-8, two spaces deep, with a final newline."""
    # In UTF-8 whatever the terminal's own character set is; half characters (of file names) are written as JSON escapes.
    data = (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
    click.echo(data, nl=False)
