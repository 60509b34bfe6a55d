"""`raadhus refunds ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "calculate": Lazy("raadhus.refunds.commands.calculate:calculate_refunds", database=False),
        "forget": Lazy("raadhus.refunds.commands.forget:forget"),
        "import-statuses": Lazy("raadhus.refunds.commands.import_statuses:import_statuses"),
        "recalculate": Lazy("raadhus.refunds.commands.recalculate:recalculate"),
        "remind": Lazy("raadhus.refunds.commands.remind:remind"),
    },
)
def refunds() -> None:
    """Refusion: hvad der er tabt af sygedagpengerefusion, og hvorfor."""
