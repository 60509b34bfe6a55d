"""`raadhus personnel findings` and `accept`: what stops the figures, and that HR says that it is right."""

import os
from dataclasses import asdict
from datetime import datetime

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.actions.accepting import accept_finding, refuse_finding_again
from raadhus.personnel.queries.findings import findings_of_newest
from raadhus.ui.terminal import print_json


@click.command("findings")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("personnel.read_findings")
def findings(*, as_data: bool) -> None:
    """Vis, hvad der standser personaletallene eller skal ses efter, ved det nyeste forsøg på at udgive dem."""
    found = findings_of_newest(command_actor(os.environ), now=timezone.now())
    if as_data:
        rows = [
            {
                **asdict(one),
                "standing": one.standing,
                "day": one.day.isoformat(),
                "accepted_at": _moment(one.accepted_at),
            }
            for one in found.findings
        ]
        print_json({"tried_at": _moment(found.tried_at), "stopping": found.stopping, "findings": rows})
        return
    for one in found.findings:
        click.echo(f"{one.state}  {one.label}: {one.sentence}")
    click.echo(f"{len(found.findings)} fund; {found.stopping} standser tallene.")


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


@click.command("accept")
@click.argument("state", metavar="FUND")
@click.option("--reason", default="", help="Hvorfor det er rigtigt; uden navne.")
@click.option("--undo", is_flag=True, help="Fortryd, at fundet er godtaget.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("personnel.accept_findings")
def accept(*, state: str, reason: str, undo: bool, as_json: bool) -> None:
    """Godtag et fund, der standser personaletallene, med en begrundelse. FUND er koden fra `raadhus personnel findings`."""
    actor, now = command_actor(os.environ), timezone.now()
    if undo and reason:
        raise WrongInput("Brug enten --reason eller --undo.")
    if undo:
        refuse_finding_again(actor=actor, state=state, now=now)
    else:
        accept_finding(actor=actor, state=state, reason=reason, now=now)
    if as_json:
        print_json({"state": state, "accepted": not undo})
        return
    click.echo("Fundet standser tallene igen." if undo else "Fundet er godtaget.")
