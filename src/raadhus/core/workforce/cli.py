"""`raadhus workforce ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "forget": Lazy("raadhus.core.workforce.commands.forget:forget"),
        "import": Lazy("raadhus.core.workforce.commands.import_files:import_files"),
        "runs": Lazy("raadhus.core.workforce.commands.list_runs:list_runs"),
    },
)
def workforce() -> None:
    """Løndata: ansættelser og fravær fra lønsystemets filer."""
