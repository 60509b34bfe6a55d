"""`raadhus audit ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "verify": Lazy("raadhus.core.audit.commands.verify:verify_command"),
        "anchors": Lazy("raadhus.core.audit.commands.anchors:anchors_command"),
        "seal": Lazy("raadhus.core.audit.commands.seal:seal_command"),
        "drop": Lazy("raadhus.core.audit.commands.drop:drop_command"),
    },
)
def audit() -> None:
    """Revisionssporet: efterprøv, forankr, forsegl og slet efter udløb."""
