"""`raadhus personnel query MEASURE UNIT`: published figures on the command line; the micro data are never opened."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.lookup import LookupAsked, look_up
from raadhus.ui.export import to_csv
from raadhus.ui.terminal import print_json

_HEAD = ("periode", "opdeling", "værdi", "tal", "sløret", "forklaring")


@click.command("query")
@click.argument("measure", metavar="MÅL")
@click.argument("unit", metavar="ENHED")
@click.option("--breakdown", type=click.Choice(["occupation", "age", "gender", "contract"]), help="Opdel på.")
@click.option("--year", type=int, help="Kun det år.")
@click.option("--month", type=click.IntRange(1, 12), help="Kun den måned.")
@click.option("--as-is", is_flag=True, help="Efter organisationen, som den er i dag.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@click.option("--csv", "as_table", is_flag=True, help="Svar som CSV.")
@door("personnel.read")
def query(
    *,
    measure: str,
    unit: str,
    breakdown: str | None,
    year: int | None,
    month: int | None,
    as_is: bool,
    as_data: bool,
    as_table: bool,
) -> None:
    """Vis et mål for en enhed, som det er udgivet: tal eller forklaringen på, at der ikke er noget."""
    asked = LookupAsked(measure, unit, breakdown or "", year, month, as_is)
    found = look_up(command_actor(os.environ), asked, now=timezone.now())
    if as_data:
        names = ("term", "breakdown", "breakdown_value", "value", "blurred", "words")
        print_json([dict(zip(names, _cells(one), strict=True)) for one in found])
    elif as_table:
        click.echo(to_csv(_HEAD, map(_cells, found)).decode("utf-8-sig"), nl=False)
    else:
        for one in found:
            said = one.words if one.value is None else f"{one.value}{' (sløret)' if one.blurred else ''}"
            click.echo(f"{one.term!s:10} {one.breakdown_value:30} {said}")


def _cells(one: CubeFigure) -> tuple[str | bool | None, ...]:
    value = None if one.value is None else str(one.value)
    return (str(one.term), one.breakdown, one.breakdown_value, value, one.blurred, one.words)
