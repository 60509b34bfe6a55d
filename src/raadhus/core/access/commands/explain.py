"""`raadhus access explain`: why a person may, or may not, do something. Exit code 1 when not."""

import os
from datetime import datetime

import click
from django.utils import timezone

from raadhus.core.access.queries.actors import command_actor
from raadhus.core.access.queries.explanations import explain_person
from raadhus.core.access.queries.policy_table import UnknownVerb
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.ui.terminal import DONE, FINDINGS, print_json


@click.command()
@click.argument("person_key")
@click.argument("verb")
@click.option("--unit", help="Enhedens nøgle.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Dagen; uden den i dag.")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
@click.pass_context
@door("access.explain")
def explain_command(
    ctx: click.Context, person_key: str, verb: str, *, unit: str | None, on: datetime | None, as_json: bool
) -> None:
    """Forklar, hvorfor en person må eller ikke må noget."""
    now = timezone.now()
    viewer = command_actor(os.environ)
    day = on.date() if on else timezone.localdate(now)
    try:
        found = explain_person(viewer=viewer, person_key=person_key, verb=verb, unit=unit, on=day, now=now)
    except UnknownVerb as error:
        raise WrongInput(f"Der er ingen handling med navnet {verb}; se dem med raadhus access policy.") from error
    steps = [{"sentence": step.sentence, "speaks_for": step.speaks_for} for step in found.steps]
    if as_json:
        print_json({"allowed": found.verdict.allowed, "conclusion": found.conclusion, "steps": steps})
    else:
        click.echo(found.conclusion)
        for step in found.steps:
            click.echo(f"  {'+' if step.speaks_for else '-'} {step.sentence}")
    ctx.exit(DONE if found.verdict.allowed else FINDINGS)
