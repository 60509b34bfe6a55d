"""`raadhus search ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "find": Lazy("raadhus.core.search.commands.find:find"),
        "rebuild": Lazy("raadhus.core.search.commands.rebuild:rebuild"),
    },
)
def search() -> None:
    """Søgning: find i alt, og byg søgeindekset forfra."""
