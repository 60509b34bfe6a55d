"""`raadhus documents ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(cls=LazyGroup, lazy={"verify": Lazy("raadhus.core.documents.commands.verify:verify")})
def documents() -> None:
    """Dokumenter: efterprøv, at de gemte filer er, som de blev gemt."""
