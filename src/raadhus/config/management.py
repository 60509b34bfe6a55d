"""`raadhus manage ...`: Django's own commands, for developers (makemigrations, migrate)."""

import os
import sys

import click


@click.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - commands without a database must start without Django

    execute_from_command_line([sys.argv[0], *arguments])
