"""`raadhus obligations fire`: look at the standing decisions that have come round; safe to run as often as one likes."""

import click
from django.utils import timezone

from raadhus.core.obligations.actions.firing import fire_standing
from raadhus.core.obligations.queries.firing import FiringReport, Looked, planned_firings
from raadhus.core.obligations.rules.firing import Result
from raadhus.kernel.actors import system
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json

WHEEL = system("annual_wheel", "Årshjulet")
FINDINGS = 1


def as_json(one: Looked) -> dict[str, object]:
    """Return one look as plain values (docs/formats); of a closed one no more than its public label."""
    closed, value = one.standing.closed, one.seen.value
    return {
        "key": one.standing.key,
        "title": one.standing.outward_name,
        "body": None if closed else one.standing.body,
        "closed": closed,
        "period": one.occurrence.period,
        "fires": one.occurrence.fires.isoformat(),
        "due": one.occurrence.due.isoformat(),
        "result": one.seen.result.value,
        "reason": None if closed else one.seen.reason,
        "value": str(value.value) if value and not closed else None,
        "unit": value.unit if value and not closed else None,
        "skipped": [each.period for each in one.skipped],
        "went_to": None if closed else one.went_to or None,
    }


@click.command()
@click.option("--dry-run", is_flag=True, help="Vis, hvad der ville ske, og gør intet.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("obligations.fire")
@click.pass_context
def fire(ctx: click.Context, *, dry_run: bool, as_data: bool) -> None:
    """Se på de stående beslutninger, der er kommet rundt; mangler et tal, er svaret 1."""
    now = timezone.now()
    report = planned_firings(WHEEL, now=now) if dry_run else fire_standing(actor=WHEEL, now=now)
    if as_data:
        looked = [as_json(one) for one in report.looked]
        ended = [{"key": one.key, "title": one.outward_name} for one in report.ended]
        print_json({"done": not dry_run, "looked": looked, "ended": ended})
    else:
        _tell(report, dry_run=dry_run)
    if any(one.seen.result is Result.MISSING for one in report.looked):
        ctx.exit(FINDINGS)


def _tell(report: FiringReport, *, dry_run: bool) -> None:
    for one in report.looked:
        reason = "(lukket)" if one.standing.closed else one.seen.reason
        click.echo(f"{one.occurrence.period}  {one.standing.outward_name}: {one.seen.result.label}. {reason}")
        if one.skipped:
            click.echo(f"         sprunget over: {', '.join(each.period for each in one.skipped)}")
        if one.went_to and not one.standing.closed:
            click.echo(f"         blev til: {one.went_to}")
    for standing in report.ended:
        click.echo(f"{standing.outward_name}: perioden er udløbet.")
    click.echo(f"{len(report.looked)} {'ville blive set på' if dry_run else 'set på'}.")
