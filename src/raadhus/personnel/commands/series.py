"""`raadhus personnel name-series`: what the new series is, where measures are made otherwise than before."""

import os
from datetime import datetime

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.personnel.actions.naming_series import name_series
from raadhus.personnel.queries.naming_series import series_to_name
from raadhus.ui.terminal import print_json


@click.command("name-series")
@click.option("--text", help="Hvad der er nyt, som læserne ser det; uden den vises kun, hvad der er spurgt om.")
@click.option(
    "--from", "start", type=click.DateTime(["%Y-%m-%d"]), help="Den dag, serien begynder; ellers den første mulige."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("personnel.name_series")
def name(*, text: str | None, start: datetime | None, as_json: bool) -> None:
    """Giv en ny serie af personaletal et navn, når tallene opgøres anderledes end i den forrige udgivelse."""
    actor, now = command_actor(os.environ), timezone.now()
    asked = series_to_name(actor, now=now)
    if text is None and as_json:
        print_json({"changes": list(asked.changes), "days": [day.isoformat() for day in asked.days]})
        return
    if text is None:
        for one in (*asked.changes, *(f"kan begynde {day.isoformat()}" for day in asked.days)):
            click.echo(one)
        return
    row = name_series(actor=actor, text=text, start=start.date() if start else asked.start, now=now)
    if as_json:
        print_json({"start": row.start_date.isoformat(), "text": row.text})
        return
    click.echo(f"Den nye serie begynder {row.start_date.isoformat()}: {row.text}")
