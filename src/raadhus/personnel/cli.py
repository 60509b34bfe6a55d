"""`raadhus personnel ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import LazyGroup


@click.group(cls=LazyGroup, lazy={})
def personnel() -> None:
    """Personaletal: udgivelse, opslag og måling."""
