"""`raadhus audit drop`: drop a sealed segment whose retention has passed."""

from datetime import timedelta

import click
from django.conf import settings
from django.utils import timezone

from raadhus.core.audit.actions.segments import drop
from raadhus.kernel.actors import system
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json


@click.command("drop")
@click.argument("segment", type=int)
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("audit.drop")
def drop_command(segment: int, *, as_json: bool) -> None:
    """Slet alle poster i et forseglet SEGMENT, hvis opbevaringstid er udløbet. Resten kan stadig efterprøves."""
    retention = timedelta(days=settings.AUDIT_RETENTION_DAYS)
    seal = drop(
        actor=system("command-line", "Kommandolinjen"), segment=segment, retention=retention, now=timezone.now()
    )
    if as_json:
        print_json({"segment": segment, "entries": seal.entries})
        return
    click.echo(f"Segment {segment} er slettet med {seal.entries} poster. Dets segl og anker er bevaret.")
