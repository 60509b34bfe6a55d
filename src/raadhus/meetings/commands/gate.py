"""`raadhus meetings gate`: what stands between a meeting and the public."""

import os
import sys

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.queries.publish_page import gate_steps, meeting_gate
from raadhus.meetings.rules.gate_report import Check, Verdict
from raadhus.meetings.writer.gate_json import gate_json
from raadhus.ui.terminal import FINDINGS, print_json

_WORDS = {Verdict.STOPS: "STOPPER", Verdict.WARNS: "ADVARER", Verdict.PASSED: "i orden", Verdict.SKIPPED: "ikke kørt"}


@click.command("gate")
@click.argument("meeting_id")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON (docs/formats/meetings-gate.md).")
@click.pass_context
@door("meetings.publish_meeting")
def gate(ctx: click.Context, *, meeting_id: str, as_data: bool) -> None:
    """Kør portens kontroller af et møde, som det ville blive publiceret nu.

    Slutkode 0, når intet stopper og intet skal accepteres; 1, når noget gør; 2, når mødet ikke findes.
    """
    viewer, now = command_actor(os.environ), timezone.now()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Efterprøver filerne", total=None)
        for done, total in gate_steps(viewer=viewer, meeting_id=meeting_id, now=now):
            progress.update(task, completed=done, total=total)
    found = meeting_gate(viewer=viewer, meeting_id=meeting_id, now=now)
    if as_data:
        print_json(gate_json(found.id, found.label, found.report))
    else:
        click.echo(found.label)
        for check in found.report.checks:
            _tell(check)
    ctx.exit(FINDINGS if found.report.findings else 0)


def _tell(check: Check) -> None:
    click.echo(f"{_WORDS[check.verdict]:>9}  {check.name.label}: {check.looked_at}")
    for finding in check.findings:
        click.echo(f"           {'!' if finding.blocks else '-'} {finding.message}")
    for note in check.notes:
        click.echo(f"           · {note.message}")
    for one in check.let_be:
        click.echo(f"           · {one.message}")
    if check.skipped:
        click.echo(f"           {check.skipped}")
