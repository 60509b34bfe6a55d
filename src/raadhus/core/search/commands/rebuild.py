"""`raadhus search rebuild`: build the index again, with progress; may be interrupted and goes on where it stopped."""

from dataclasses import asdict

import click
from django.utils import timezone

from raadhus.core.search import actions
from raadhus.kernel.actors import system
from raadhus.kernel.doors import door
from raadhus.ui.terminal import FINDINGS, print_json

OPERATOR = system("command-line", "Kommandolinjen")


def _show(label: str, done: int, total: int) -> None:
    click.echo(f"\r{label}: {done} af {total}", nl=done == total, err=True)


@click.command()
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@click.pass_context
@door("search.rebuild")
def rebuild(ctx: click.Context, *, as_data: bool) -> None:
    """Byg søgeindekset forfra. Det, der ikke er ændret, røres ikke."""
    try:
        done = actions.rebuild(actor=OPERATOR, now=timezone.now(), progress=_show)
    except KeyboardInterrupt:
        click.echo("\nAfbrudt. Det, der er nået, kan findes; kør kommandoen igen for resten.", err=True)
        ctx.exit(FINDINGS)
    if as_data:
        print_json(asdict(done))
    else:
        click.echo(f"{done.indexed} indekseret, {done.unchanged} uændret, {done.removed} fjernet.")
