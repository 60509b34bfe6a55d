"""`raadhus personnel ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "accept": Lazy("raadhus.personnel.commands.findings:accept"),
        "bench": Lazy("raadhus.personnel.commands.bench:bench"),
        "digest": Lazy("raadhus.personnel.commands.digest:digest"),
        "name-series": Lazy("raadhus.personnel.commands.series:name"),
        "publication": Lazy("raadhus.personnel.commands.publication:publication"),
        "import-references": Lazy("raadhus.personnel.commands.import_references:import_references"),
        "findings": Lazy("raadhus.personnel.commands.findings:findings"),
        "forget": Lazy("raadhus.personnel.commands.forget:forget"),
        "query": Lazy("raadhus.personnel.commands.query:query"),
        "publish": Lazy("raadhus.personnel.commands.publish:publish"),
    },
)
def personnel() -> None:
    """Personaletal: udgivelse, opslag og måling."""
