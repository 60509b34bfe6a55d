"""`raadhus personnel bench`: how fast the house's own published figures answer, on the machine where they are."""

import os
import sys
import time

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.danish import number
from raadhus.kernel.doors import door
from raadhus.personnel.queries.measuring import measure_cube
from raadhus.ui.terminal import print_json

LIMIT_MS = 5.0


@click.command("bench")
@click.option("--questions", type=click.IntRange(20, 100_000), default=1_000, show_default=True, help="Antal opslag.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("personnel.read_releases")
def bench(*, questions: int, as_data: bool) -> None:
    """Mål, hvor hurtigt de udgivne personaletal svarer her: tilfældige opslag i den nyeste udgivelse.

    Slutkode 1, når fem af hundrede opslag tager mere end 5 millisekunder.
    """
    viewer, now = command_actor(os.environ), timezone.now()
    times = measure_cube(viewer=viewer, questions=questions, timer=time.perf_counter, now=now)
    if as_data:
        print_json({**times._asdict(), "limit": LIMIT_MS})
    else:
        click.echo(f"Udgivelse {times.release}: {times.questions} opslag, {times.answered} med tal.")
        for words, value in (("Halvdelen", times.p50), ("95 af 100", times.p95), ("Alle", times.slowest)):
            click.echo(f"  {words} inden for {number(value, 1)} ms")
    sys.exit(0 if times.p95 <= LIMIT_MS else 1)
