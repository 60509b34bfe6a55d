"""`raadhus meetings lint FILE...`: findings in the text, with rule codes and guidance; no database."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.commands.lint_fixing import fix_file
from raadhus.meetings.commands.lint_places import Document, read_documents
from raadhus.meetings.commands.lint_report import as_json, report
from raadhus.meetings.commands.lint_settings import Choices, read_settings
from raadhus.meetings.guidance import guidance
from raadhus.meetings.rules.lint import RULES, LintFinding, active, lint_each
from raadhus.meetings.rules.profiles import Profile
from raadhus.ui.terminal import DONE, FINDINGS, WRONG_INPUT, print_json

_CODES = "KODE[,KODE]"


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FIL...")
@click.option("--json", "json_wanted", is_flag=True, help="Skriv fundene som JSON (docs/formats/meetings-lint.md).")
@click.option("--select", multiple=True, metavar=_CODES, help="Kun disse regler.")
@click.option("--ignore", multiple=True, metavar=_CODES, help="Ikke disse regler.")
@click.option(
    "--body", type=click.Choice([one.value for one in Profile]), help="Organets slags, når navnet ikke siger det."
)
@click.option("--settings", type=click.Path(path_type=Path), metavar="FIL.toml", help="Organernes egne valg.")
@click.option("--fix", is_flag=True, help="Ret det, der er sikkert, i tekst- og Markdown-filer, og vis hver rettelse.")
@click.option(
    "--ocr", is_flag=True, help="Genkend teksten i scannede PDF-filer med tesseract, hvis det er installeret."
)
@click.option("--list", "listing", is_flag=True, help="Vis reglerne.")
@click.option("--explain", metavar="KODE", help="Vis vejledningen til en regel.")
@click.pass_context
def lint(
    ctx: click.Context,
    files: tuple[Path, ...],
    *,
    json_wanted: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    body: str | None,
    settings: Path | None,
    fix: bool,
    ocr: bool,
    listing: bool,
    explain: str | None,
) -> None:
    """Find fejl i dagsordener og referater: regler med kode, alvor og vejledning.

    Filer, der gives sammen, ses sammen: et sagsnummer må ikke stå lukket i den ene og åbent i den anden.
    Slutkode 0 uden fund, 1 med fund, 2 når en fil ikke kunne læses.
    """
    if listing or explain:
        click.echo(guidance(explain).markdown if explain else "\n".join(_rules()))
        return
    if not files:
        raise WrongInput("angiv mindst én fil, eller brug --list for at se reglerne.")
    choices = read_settings(settings).with_codes(select, ignore, Profile(body) if body else None)
    documents, failed = read_documents(files, ocr=ocr)
    if fix:
        documents, refused = _fixed(documents, choices)
        failed = failed or refused
    found = _found(documents, choices)
    if json_wanted:
        print_json([one for document, findings in found for one in as_json(document, findings)])
    else:
        click.echo("\n".join(report(found)))
    ctx.exit(WRONG_INPUT if failed else FINDINGS if any(active(findings) for _, findings in found) else DONE)


def _found(documents: Sequence[Document], choices: Choices) -> list[tuple[Document, tuple[LintFinding, ...]]]:
    papers = [(one.reading, one.source.text, choices.of(one.reading.body)) for one in documents]
    return list(zip(documents, lint_each(papers), strict=True))


def _fixed(documents: Sequence[Document], choices: Choices) -> tuple[list[Document], bool]:
    """Fix each document that can be fixed, telling what changed on standard error, and read it again."""
    kept, refused = [], False
    for document, findings in _found(documents, choices):
        try:
            kept.append(fix_file(document, findings))
        except WrongInput as error:
            click.echo(f"raadhus: {error}", err=True)
            kept.append(document)
            refused = True
    return kept, refused


def _rules() -> Iterator[str]:
    width = max(len(rule.code) for rule in RULES)
    for rule in RULES:
        yield f"{rule.code:<{width}}  {rule.severity.label:<8}  {rule.title}"
