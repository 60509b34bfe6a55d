"""`raadhus organisation ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(cls=LazyGroup, lazy={"import": Lazy("raadhus.core.organisation.commands.importing:import_command")})
def organisation() -> None:
    """Organisationen: importér enheder, personer og ledere."""
