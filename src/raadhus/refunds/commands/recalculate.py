"""`raadhus refunds recalculate`: every case worked out anew from payroll's absences; safe to run as often as one likes."""

import os
import sys
from datetime import datetime

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from raadhus.core.access.public import command_actor
from raadhus.kernel.danish import counted, kroner
from raadhus.kernel.doors import door
from raadhus.refunds.actions.recalculating import recalculate as work_out_anew
from raadhus.ui.terminal import print_json


@click.command("recalculate")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="Regn, som det står den dag (i dag).")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("refunds.recalculate")
def recalculate(*, on: datetime | None, as_data: bool) -> None:
    """Genberegn alle refusionssager efter lønsystemets fravær; det, HR og NemRefusion har sagt, bevares."""
    now = timezone.now()
    today = on.date() if on else timezone.localdate(now)
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Genberegner", total=None)

        def told(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        made = work_out_anew(actor=command_actor(os.environ), today=today, now=now, progress=told)
    if as_data:
        values = {"as_of": today.isoformat(), "cases": made.cases, "changed": made.changed, "lost_ore": made.lost_ore}
        print_json(values)
    else:
        click.echo(f"{counted(made.cases, 'sag', 'sager')}, {made.changed} ændret; tabt i alt {kroner(made.lost_ore)}")
