"""`raadhus obligations remind`: one e-mail per owner of what is late or due within a week, at most once a day."""

from dataclasses import asdict

import click
from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from raadhus.core.obligations.actions import reminders as actions
from raadhus.core.obligations.queries.reminders import reminder_digests
from raadhus.core.obligations.rules.digest import Digest
from raadhus.kernel.actors import system
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json

REMINDER = system("reminders", "Påmindelserne")


def send(digest: Digest) -> None:
    """Send one reminder through Django's e-mail settings."""
    send_mail(digest.subject, digest.text, None, [digest.email], fail_silently=False)


@click.command()
@click.option("--dry-run", is_flag=True, help="Vis, hvem der ville få hvad, og send intet.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("obligations.remind")
def remind(*, dry_run: bool, as_data: bool) -> None:
    """Mind hver ansvarlig om det, der er over fristen eller forfalder inden for en uge."""
    now, address, house = timezone.now(), settings.ADDRESS, settings.MUNICIPALITY
    if dry_run:
        digests = reminder_digests(now, address=address, house=house)
    else:
        digests = actions.remind(actor=REMINDER, send=send, address=address, house=house, now=now)
    if as_data:
        print_json({"sent": not dry_run, "reminders": [asdict(one) for one in digests]})
        return
    for one in digests:
        click.echo(f"{one.owner_name} <{one.email}>: {one.subject}")
        if dry_run:
            click.echo("\n".join(f"    {line}" for line in one.text.splitlines()))
    click.echo(f"{len(digests)} {'ville blive sendt' if dry_run else 'sendt'}.")
