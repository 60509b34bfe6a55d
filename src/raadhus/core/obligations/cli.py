"""`raadhus obligations ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "fire": Lazy("raadhus.core.obligations.commands.fire:fire"),
        "list": Lazy("raadhus.core.obligations.commands.listing:show_list"),
        "remind": Lazy("raadhus.core.obligations.commands.remind:remind"),
    },
)
def obligations() -> None:
    """Forpligtelser: hvad der er lovet, påmindelser om det, og hvad årshjulet giver anledning til."""
