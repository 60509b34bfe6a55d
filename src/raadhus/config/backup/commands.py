"""`raadhus backup FILE` and `raadhus restore FILE`."""

from pathlib import Path

import click
from django.db.utils import DatabaseError
from django.utils import timezone

from raadhus.config.backup.archive import Manifest
from raadhus.config.backup.making import make_backup
from raadhus.config.backup.restoring import restore_backup
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.ui.terminal import DONE, FINDINGS


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--without-keys", is_flag=True, help="Lad nøglerne (secret-key og audit-key) blive ude.")
@door("audit.backup")
def backup(file: Path, *, without_keys: bool) -> None:
    """Gem hele installationen i FILE: database, filer, nøgler og revisionssporets ankre."""
    try:
        manifest = make_backup(file, with_keys=not without_keys, now=timezone.now())
    except OSError as error:
        raise WrongInput(f"{file}: sikkerhedskopien kunne ikke skrives ({reason(error)}).") from error
    size = sum(member.size for member in manifest.members)
    click.echo(f"{file}: {len(manifest.members)} filer, {size / 1_000_000:.1f} MB før pakning.")
    if not without_keys:
        click.echo("Kopien rummer nøglerne: opbevar den, som du opbevarer installationen selv.")


def _say(actor: Actor, file: Path, manifest: Manifest) -> None:
    subject = Subject("backup", file.name, file.name)
    data = {"made_at": str(manifest.facts.get("made_at", ""))}
    record(actor=actor, event="audit.restored", subject=subject, data=data, now=timezone.now())


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Erstat alt, hvad der er i installationen.")
@click.pass_context
@door("audit.restore")
def restore(ctx: click.Context, file: Path, *, replace: bool) -> None:
    """Gendan installationen fra FILE. En beskadiget kopi afvises, før noget er ændret."""
    if not file.is_file():
        raise WrongInput(f"{file}: filen findes ikke.")
    try:
        manifest, report = restore_backup(file, replace=replace)
    except (OSError, DatabaseError) as error:
        raise WrongInput(f"{file}: gendannelsen mislykkedes ({error}).") from error
    if not report.is_sound:
        click.echo(f"Gendannet, men revisionssporet er ikke urørt: {report.total} fund. Kør raadhus audit verify.")
        ctx.exit(FINDINGS)
    _say(system("command-line", "Kommandolinjen"), file, manifest)
    click.echo(
        f"Gendannet fra {manifest.facts.get('made_at')}: {report.entries} poster i revisionssporet, alle urørte."
    )
    ctx.exit(DONE)
