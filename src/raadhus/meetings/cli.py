"""`raadhus meetings ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "parse": Lazy("raadhus.meetings.commands.parse:parse", database=False),
    },
)
def meetings() -> None:
    """Møder: læs, importér og eksportér dagsordener og referater."""
