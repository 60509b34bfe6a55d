"""Every command that answers with something takes --json."""

import click

from raadhus.config.cli import main

# Serves, or hands over to Django; the two exports write the format that they are asked for, JSON among them.
WITHOUT = {"serve", "demo", "manage", "meetings export", "meetings extract"}


def commands(group, path=()):
    context = click.Context(group, obj={"prepare_database": lambda: None})
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def test_a_command_that_answers_with_something_answers_as_json_too():
    without = {name for name, command in commands(main) if not any("--json" in one.opts for one in command.params)}
    assert without == WITHOUT
