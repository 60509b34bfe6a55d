"""`raadhus meetings parse FILE...`: documents in, readings out; no database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from raadhus.core.documents.text import read_path
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.reader import read_meeting, reading_to_json
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind, Reading, ReadItem
from raadhus.ui.terminal import WRONG_INPUT, print_json

_KINDS = {Kind.AGENDA: "Dagsorden", Kind.MINUTES: "Referat"}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL...")
@click.option("--json", "as_json", is_flag=True, help="Skriv læsningen som JSON (docs/formats/meetings-parse.md).")
@click.option(
    "--ocr", is_flag=True, help="Genkend teksten i scannede PDF-filer med tesseract, hvis det er installeret."
)
@click.pass_context
def parse(ctx: click.Context, files: tuple[Path, ...], *, as_json: bool, ocr: bool) -> None:
    """Læs dagsordener og referater (PDF, DOCX, HTML, tekst, Markdown) og vis, hvad der står i dem.

    Slutkode 0, når alle filer er læst, også når der er advarsler; 2, når en fil ikke kunne læses.
    """
    answers: list[dict[str, Any]] = []
    failed = False
    for path in files:
        try:
            reading = read_meeting(read_path(path, ocr=ocr), file=str(path))
        except WrongInput as error:
            click.echo(f"raadhus: {error}", err=True)
            failed = True
            continue
        if as_json:
            answers.append(reading_to_json(reading))
        else:
            click.echo("\n".join(summary(reading)))
    if as_json:
        print_json(answers)
    ctx.exit(WRONG_INPUT if failed else 0)


def summary(reading: Reading) -> Iterator[str]:
    """Yield the lines of a readable summary: the meeting, its items, and what a person should look at."""
    yield f"{reading.file}: {_KINDS[reading.kind]}, {reading.body or 'ukendt organ'}, {reading.date or 'ukendt dato'}"
    where = [f"kl. {reading.start_time}" if reading.start_time else None, reading.place]
    if any(where):
        yield "  " + ", ".join(part for part in where if part)
    if reading.participants:
        yield f"  Til stede: {', '.join(reading.participants)}"
    if reading.absent:
        yield f"  Fraværende: {', '.join(reading.absent)}"
    yield f"  {len(reading.items)} punkter"
    for item in reading.items:
        yield from _item(item)
    if reading.warnings:
        yield f"  {len(reading.warnings)} advarsler"
        for warning in reading.warnings:
            yield f"    [{warning.code}] {warning.message} (tegn {warning.source.start}-{warning.source.end})"
    yield ""


def _item(item: ReadItem) -> Iterator[str]:
    closed = " (lukket)" if item.closed else ""
    case = f"  [{item.case_number}]" if item.case_number else ""
    yield f"  {item.number or '-':>4}  {item.title}{closed}{case}"
    for rec in item.recommendations:
        label = f"{rec.label}. " if rec.label else ""
        yield f"        indstilling {label}{_outcome(rec.outcome)}"
    if item.decision and not item.recommendations:
        yield f"        beslutning: {_outcome(item.decision.outcome)}"
    if item.attachments:
        yield f"        {len(item.attachments)} bilag"
    for promise in item.obligations:
        due = f", {promise.due or promise.due_text}" if promise.due or promise.due_text else ""
        yield f"        løfte{f' til {promise.to_body}' if promise.to_body else ''}{due}: {promise.text[:90]}"


def _outcome(outcome: Outcome | None) -> str:
    return outcome.label if outcome else "ikke afgjort"
