"""`raadhus documents verify`: hash every kept file again. Exit code 1 when something is missing, changed or unknown."""

import os
from dataclasses import asdict

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.core.documents.queries import verify_files
from raadhus.kernel.doors import door
from raadhus.ui.terminal import FINDINGS, print_json


@click.command()
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@click.pass_context
@door("documents.verify")
def verify(ctx: click.Context, *, as_data: bool) -> None:
    """Efterprøv, at hver gemt fil stadig har det indhold, den blev gemt med."""
    findings = tuple(verify_files(command_actor(os.environ), now=timezone.now()))
    if as_data:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            click.echo(f"{finding.name}: {finding.sentence}")
        click.echo("Alle gemte filer er, som de blev gemt." if not findings else f"{len(findings)} fund.")
    ctx.exit(FINDINGS if findings else 0)
