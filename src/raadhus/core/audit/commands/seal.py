"""`raadhus audit seal`: close the open segment now."""

import click
from django.utils import timezone

from raadhus.core.audit.actions.segments import seal
from raadhus.kernel.actors import system
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json


@click.command("seal")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("audit.seal")
def seal_command(*, as_json: bool) -> None:
    """Forsegl det åbne segment nu. Ellers forsegles det af sig selv, når en ny måned begynder."""
    sealed = seal(actor=system("command-line", "Kommandolinjen"), now=timezone.now())
    if as_json:
        print_json(
            None
            if sealed is None
            else {"segment": sealed.segment, "entries": sealed.entries, "last_mac": sealed.last_mac}
        )
    elif sealed is None:
        click.echo("Det åbne segment er tomt; der er intet at forsegle.")
    else:
        click.echo(f"Segment {sealed.segment} er forseglet med {sealed.entries} poster. Anker: {sealed.last_mac}")
