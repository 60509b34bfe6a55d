"""`raadhus workforce forget`: payroll's facts that are kept too long are deleted. Run it every night."""

import os
from typing import TYPE_CHECKING

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.core.workforce.actions import retention as actions
from raadhus.core.workforce.queries import retention as queries
from raadhus.kernel.danish import counted, short_date
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json

if TYPE_CHECKING:
    from raadhus.core.workforce.queries.retention import Due, Forgotten


@click.command()
@click.option("--dry-run", is_flag=True, help="Vis, hvad der ville blive slettet, og slet intet.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("workforce.forget")
def forget(*, dry_run: bool, as_data: bool) -> None:
    """Slet ansættelser, fravær, rettede oplysninger og importrapporter, der er ældre end deres slettefrist."""
    actor, now = command_actor(os.environ), timezone.now()
    today = timezone.localdate(now)
    found: tuple[Due, ...] | tuple[Forgotten, ...]
    if dry_run:
        found = tuple(one for one in queries.due(actor, today=today, now=now) if one.rows)
    else:
        found = actions.forget(actor=actor, today=today, now=now)
    if as_data:
        deleted = [{"kept": one.kept.value, "before": one.before.isoformat(), "rows": one.rows} for one in found]
        print_json({"dry_run": dry_run, "forgotten": deleted})
        return
    for one in found:
        click.echo(f"{one.rows:>9}  {one.kept.label} (før {short_date(one.before)})")
    rows = counted(sum(one.rows for one in found), "række", "rækker")
    click.echo(f"{rows} {'ville blive slettet' if dry_run else 'er slettet'}.")
