"""`raadhus refunds remind`: one e-mail to each who can stop that refund is lost, once for each step and level."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.refunds.actions import reminding
from raadhus.refunds.queries.reminders import due_reminders
from raadhus.refunds.rules.digest import Digest
from raadhus.ui.terminal import print_json


@click.command()
@click.option("--dry-run", is_flag=True, help="Vis, hvem der ville få hvad, og send intet.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("refunds.remind")
def remind(*, dry_run: bool, as_data: bool) -> None:
    """Mind leder, HR og centerchef om de fravær, hvor der snart eller allerede mistes refusion."""
    now = timezone.now()
    today, actor = timezone.localdate(now), command_actor(os.environ)
    digests = due_reminders(today) if dry_run else reminding.remind(actor=actor, today=today, now=now)
    if as_data:
        print_json({"sent": not dry_run, "reminders": [as_json(one) for one in digests]})
        return
    for one in digests:
        click.echo(f"{one.name} <{one.email}>: {one.subject}")
        if dry_run:
            click.echo("\n".join(f"    {line}" for line in one.text.splitlines()))
    click.echo(f"{len(digests)} {'ville blive sendt' if dry_run else 'sendt'}.")


def as_json(one: Digest) -> dict[str, object]:
    """Return a reminder as JSON values."""
    steps = [
        {"case": item.case_key, "step": item.step, "level": item.level, "deadline": item.deadline.isoformat()}
        for item in one.missing
    ]
    return {
        "person_key": one.person_key,
        "email": one.email,
        "recipient": one.recipient,
        "subject": one.subject,
        "text": one.text,
        "missing": steps,
    }
