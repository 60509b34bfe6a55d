"""`raadhus personnel publish`: from payroll to a published cube, or nothing. Run it every night; it is safe to repeat."""

import os
import sys

import click
from django.conf import settings
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.personnel.actions.releasing import release_figures
from raadhus.personnel.queries.ahead import draw_all_ahead
from raadhus.personnel.queries.cubes import cube_of
from raadhus.ui.terminal import print_json


@click.command("publish")
@click.option("--dry-run", "is_rehearsal", is_flag=True, help="Gør alt undtagen at udgive.")
@click.option("--workers", type=click.IntRange(1, 16), default=1, show_default=True, help="Processer ad gangen.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("personnel.release")
def publish(*, is_rehearsal: bool, workers: int, as_data: bool) -> None:
    """Udgiv personaletal for de måneder, kvartaler og år, lønsystemet nu har fortalt om; rettelser kommer i en ny udgivelse.

    Slutkode 0, når tallene er udgivet, eller der ikke er noget nyt; 2, når noget standser dem, og så er intet udgivet.
    """
    now = timezone.now()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Udgiver", total=None)

        def told(step: str, done: int, total: int) -> None:
            progress.update(task, description=step, completed=done, total=total)

        outcome = release_figures(
            actor=command_actor(os.environ),
            today=timezone.localdate(now),
            now=now,
            progress=told,
            workers=workers,
            is_rehearsal=is_rehearsal,
        )
        if outcome.release is not None:
            progress.update(task, description="Tegner diagrammer", total=None)
            draw_all_ahead(cube_of(outcome.release), now, settings.CHARTS_AHEAD)
    number = None if outcome.release is None else outcome.release.number
    if as_data:
        print_json({"number": number, "is_rehearsal": is_rehearsal, "told": list(outcome.told)})
        return
    click.echo(f"Udgivelse {number} er klar." if number else "Intet er udgivet.")
    for said in outcome.told:
        click.echo(f"  {said}")
