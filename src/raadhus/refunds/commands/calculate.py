"""`raadhus refunds calculate FILE`: absences in, lost refund out, with the reason for every krone; no database."""

from datetime import date, datetime
from pathlib import Path

import click

from raadhus.kernel.danish import kroner
from raadhus.refunds.readers.case_table import read_cases
from raadhus.refunds.rules.cases import Settings
from raadhus.refunds.rules.explaining import hours, reason_of, steps_of
from raadhus.refunds.rules.results import Calculation, calculate, calculation_to_json
from raadhus.ui.terminal import print_json


@click.command("calculate")
@click.argument("path", type=click.Path(path_type=Path), metavar="FIL")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON (docs/formats/refunds-calculate.md).")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="Regn, som det stod den dag (i dag).")
@click.option("--without-public-holidays", is_flag=True, help="Regn ikke helligdage på hverdage med.")
@click.option("--steps", is_flag=True, help="Vis hver dag for sig.")
def calculate_refunds(
    path: Path, *, as_json: bool, on: datetime | None, without_public_holidays: bool, steps: bool
) -> None:
    """Beregn tabt sygedagpengerefusion for fraværene i en tabel (CSV), med begrundelse for hver krone.

    Slutkode 0, når alt er beregnet; 2, når filen ikke kan læses, og så er intet beregnet.
    """
    as_of = on.date() if on else date.today()  # noqa: DTZ011 - the day in the place where the command is run
    settings = Settings(count_public_holidays=not without_public_holidays)
    result = calculate(read_cases(path.read_bytes(), path.name), settings, as_of)
    if as_json:
        print_json(calculation_to_json(result))
    else:
        _show(result, with_steps=steps)


def _show(result: Calculation, *, with_steps: bool) -> None:
    for loss in result.losses:
        if not loss.stretches and not with_steps:
            continue
        head = f"{loss.absence.case_id}  {loss.absence.unit}  {hours(loss.hours)} t  {kroner(loss.lost_ore)}"
        click.echo(f"{head}  {reason_of(loss, result.settings)}")
        if with_steps:
            for step in steps_of(loss, result.settings, result.as_of):
                click.echo(f"    {step}")
    click.echo()
    for unit, lost in result.by_unit.items():
        click.echo(f"{unit:30} {kroner(lost):>20}")
    click.echo(f"{'I alt':30} {kroner(result.total_ore):>20}")
    for one in result.settings.assumptions:
        click.echo(f"Forudsætning: {one.text}")
