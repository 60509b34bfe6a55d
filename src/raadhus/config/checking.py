"""`raadhus check`: tell whether this installation is in order."""

import os
from collections.abc import Callable

import click
from django.utils import timezone

from raadhus.config.inspection import Checked, check_installation
from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.ui.terminal import DONE, FINDINGS, print_json

FORMAT = "raadhus-check/1"
_SHOWN = 20


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@click.pass_context
@door("audit.check")
def check(ctx: click.Context, *, as_json: bool) -> None:
    """Se efter, om installationen er i orden. Svarer 1, når noget skal rettes."""
    checked = check_installation(actor=command_actor(os.environ), now=timezone.now())
    if as_json:
        listed = [
            {"name": one.name, "label": one.label, "ok": not one.findings, "findings": list(one.findings)}
            for one in checked
        ]
        print_json({"format": FORMAT, "ok": not any(one.findings for one in checked), "checks": listed})
    else:
        for one in checked:
            _tell(one, click.echo)
    ctx.exit(FINDINGS if any(one.findings for one in checked) else DONE)


def _tell(one: Checked, write: Callable[[str], None]) -> None:
    write(f"{'ok    ' if not one.findings else 'fund  '} {one.label}")
    for finding in one.findings[:_SHOWN]:
        write(f"       {finding}")
    if len(one.findings) > _SHOWN:
        write(f"       ... og {len(one.findings) - _SHOWN} til.")
