"""`raadhus audit verify`: tell whether the trail is as it was written."""

from pathlib import Path

import click
from django.conf import settings

from raadhus.core.audit.queries.findings import finding_sentence
from raadhus.core.audit.queries.verification import verify
from raadhus.core.audit.reader import kept, read_anchor_file
from raadhus.core.audit.rules.findings import Report
from raadhus.kernel.doors import door
from raadhus.ui.terminal import DONE, FINDINGS, print_json

FORMAT = "raadhus-audit-verify/1"


@click.command("verify")
@click.option(
    "--anchor", "files", multiple=True, type=click.Path(path_type=Path), help="Ankerfil; må gives flere gange."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@click.pass_context
@door("audit.verify")
def verify_command(ctx: click.Context, files: tuple[Path, ...], *, as_json: bool) -> None:
    """Efterprøv revisionssporet. Svarer 0, når det er urørt, og 1, når noget er rettet, slettet, sat ind eller skåret af."""
    anchors = list(kept(Path(settings.DATA)))
    for file in files:
        anchors += read_anchor_file(file)
    report = verify(anchors=anchors)
    if as_json:
        print_json(_as_json(report))
    else:
        _tell(report)
    ctx.exit(DONE if report.is_sound else FINDINGS)


def _as_json(report: Report) -> dict[str, object]:
    return {
        "format": FORMAT,
        "sound": report.is_sound,
        "entries": report.entries,
        "segments": report.segments,
        "dropped_segments": report.dropped,
        "last_sequence": report.last_sequence,
        "anchors_checked": report.anchors_checked,
        "anchors_unchecked": report.anchors_unchecked,
        "total": report.total,
        "findings": [{**finding.as_json(), "message": finding_sentence(finding)} for finding in report.findings],
    }


def _tell(report: Report) -> None:
    for finding in report.findings:
        click.echo(finding_sentence(finding))
    if report.total > len(report.findings):
        click.echo(f"... og {report.total - len(report.findings)} fund til.")
    looked_at = f"{report.entries} poster i {report.segments} segmenter ({report.dropped} slettet efter udløb)"
    anchored = (
        f"{report.anchors_checked} ankre passer" if report.is_sound else f"{report.anchors_checked} ankre sammenholdt"
    )
    verdict = "Sporet er urørt" if report.is_sound else f"Sporet er ikke urørt: {report.total} fund"
    click.echo(f"{verdict}. {looked_at}; {anchored}, {report.anchors_unchecked} kunne ikke sammenholdes.")
