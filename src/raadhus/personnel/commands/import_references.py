"""`raadhus personnel import-references FILE`: figures from outside, the whole file or nothing of it; safe to repeat."""

import os
from pathlib import Path

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.personnel.actions.importing_references import ImportReport
from raadhus.personnel.actions.importing_references import import_references as take_in
from raadhus.personnel.actions.importing_references import import_served as take_in_served
from raadhus.personnel.queries.reference_imports import SERVED, VALUES
from raadhus.personnel.queries.reference_plans import preview_served, preview_values
from raadhus.personnel.queries.served import SOURCE
from raadhus.personnel.rules.benchmarks.mapping import TableChoice, choice_of
from raadhus.personnel.rules.measures.provenance import DST
from raadhus.ui.terminal import DONE, WRONG_INPUT, print_json


@click.command("import-references")
@click.argument("path", type=click.Path(path_type=Path), metavar="FIL")
@click.option("--source", default="DST", show_default=True, help="Kilden til en tabel fra Statistikbanken.")
@click.option("--definition", default="", help="Hvad tabellens tal måler, for eksempel sick_days_per_full_time.")
@click.option("--origin", default="", help="Hvor det er læst; ellers tabellens navn.")
@click.option(
    "--variable", "variables", multiple=True, metavar="NAVN=HVAD", help="year, area, group eller en værdi: SEKTOR=1025."
)
@click.option("--served", is_flag=True, help="Filen er folketallet efter område, alder og tid.")
@click.option("--ages", default="0-5, 6-16, 80+", show_default=True, help="Aldersgrupper af dem, der betjenes.")
@click.option("--dry-run", is_flag=True, help="Vis, hvad der ville ske; skriv intet.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON (docs/formats/reference-values.md).")
@click.pass_context
@door("personnel.import_references")
def import_references(
    ctx: click.Context,
    *,
    path: Path,
    source: str,
    definition: str,
    origin: str,
    variables: tuple[str, ...],
    served: bool,
    ages: str,
    dry_run: bool,
    as_data: bool,
) -> None:
    """Indlæs sammenligningstal: vores egen tabel (CSV, XLSX) eller Statistikbankens (CSV, PX, JSON-stat).

    Alt eller intet, og den samme fil igen ændrer intet. Slutkode 0, når filen er indlæst; 2, når den er afvist.
    """
    data = path.read_bytes()
    if served:
        report = _people(path.name, data, ages, source, dry_run=dry_run)
    else:
        choice = choice_of(source, definition, origin or path.name, variables) if variables or definition else None
        report = _values(path.name, data, choice, dry_run=dry_run)
    if as_data:
        print_json({**as_json(report), "is_written": not dry_run and bool(report.key)})
    else:
        _tell(report, dry_run=dry_run)
    ctx.exit(WRONG_INPUT if report.is_refused else DONE)


def _values(name: str, data: bytes, choice: TableChoice | None, *, dry_run: bool) -> ImportReport:
    actor, now = command_actor(os.environ), timezone.now()
    if not dry_run:
        return take_in(actor=actor, file_name=name, data=data, choice=choice, now=now)
    plan = preview_values(actor, data, name, choice, now)
    added, corrected = len(plan.outcome.added), len(plan.outcome.corrected)
    return ImportReport(VALUES, name, plan.rows, added, corrected, len(plan.wrong), plan.wrong)


def _people(name: str, data: bytes, ages: str, source: str, *, dry_run: bool) -> ImportReport:
    actor, now = command_actor(os.environ), timezone.now()
    if not dry_run:
        return take_in_served(
            actor=actor, file_name=name, data=data, ages=ages, source=SOURCE if source == DST else source, now=now
        )
    plan = preview_served(actor, data, name, ages, now)
    added, corrected = map(len, plan.outcome)
    return ImportReport(SERVED, name, len(plan.read), added, corrected, len(plan.wrong), plan.wrong)


def as_json(report: ImportReport) -> dict[str, object]:
    """Return a report as JSON values (docs/formats/reference-values.schema.json)."""
    names = (
        "kind",
        "file_name",
        "is_refused",
        "is_known_file",
        "rows",
        "added",
        "corrected",
        "unchanged",
        "problem_count",
    )
    return {**{name: getattr(report, name) for name in names}, "problems": [one._asdict() for one in report.problems]}


def _tell(report: ImportReport, *, dry_run: bool) -> None:
    for one in report.problems:
        place = ", ".join(f"{word} {said}" for word, said in (("linje", one.line), ("kolonnen", one.column)) if said)
        click.echo(f"  {place + ': ' if place else ''}{one.message}", err=True)
    if report.is_refused:
        click.echo(f"{report.file_name}: afvist, {report.problem_count} fejl; intet er ændret.", err=True)
        return
    if report.is_known_file:
        click.echo(f"{report.file_name}: indlæst før; intet er ændret.")
        return
    counts = f"{report.added} nye, {report.corrected} rettede, {report.unchanged} kendte"
    click.echo(f"{report.file_name}: {counts}.{' Intet er skrevet.' if dry_run else ''}")
