"""`raadhus personnel digest`: one e-mail to each who subscribes to a view, once for each release."""

import os
import sys

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.personnel.actions.digesting import SentDigests, send_digests
from raadhus.personnel.queries.digest import due_digests
from raadhus.ui.terminal import print_json


@click.command()
@click.option("--dry-run", is_flag=True, help="Vis, hvem der ville få en mail, og send intet.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("personnel.send_digests")
def digest(*, dry_run: bool, as_data: bool) -> None:
    """Send mail om nye personaletal til dem, der har bedt om den."""
    now, actor = timezone.now(), command_actor(os.environ)
    made = SentDigests(due_digests(now), 0) if dry_run else send_digests(actor=actor, now=now)
    if as_data:
        # Whom and of what release; what they follow is their own.
        rows = [
            {"owner_key": one.owner_key, "email": one.email, "release": one.release, "subject": one.subject}
            for one in made.sent
        ]
        print_json({"sent": not dry_run, "failed": made.failed, "digests": rows})
    else:
        for one in made.sent:
            click.echo(f"{one.name} <{one.email}>: {one.subject}")
        click.echo(f"{len(made.sent)} {'ville blive sendt' if dry_run else 'sendt'}, {made.failed} kunne ikke sendes.")
    if made.failed:
        sys.exit(1)
