"""`raadhus personnel name-series`: what the new series is, where measures are made otherwise than before."""

import os
from datetime import datetime

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.personnel.actions.naming_series import name_series
from raadhus.personnel.queries.naming_series import series_to_name


@click.command("name-series")
@click.option("--text", help="Hvad der er nyt, som læserne ser det; uden den vises kun, hvad der er spurgt om.")
@click.option(
    "--from", "start", type=click.DateTime(["%Y-%m-%d"]), help="Den dag, serien begynder; ellers den første mulige."
)
@door("personnel.name_series")
def name(*, text: str | None, start: datetime | None) -> None:
    """Giv en ny serie af personaletal et navn, når tallene opgøres anderledes end i den forrige udgivelse."""
    actor, now = command_actor(os.environ), timezone.now()
    asked = series_to_name(actor, now=now)
    if text is None:
        for one in (*asked.changes, *(f"kan begynde {day.isoformat()}" for day in asked.days)):
            click.echo(one)
        return
    row = name_series(actor=actor, text=text, start=start.date() if start else asked.start, now=now)
    click.echo(f"Den nye serie begynder {row.start_date.isoformat()}: {row.text}")
