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
from raadhus.ui.terminal import DONE, FINDINGS, print_json


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--without-keys", is_flag=True, help="Lad nøglerne (secret-key og audit-key) blive ude.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("audit.backup")
def backup(file: Path, *, without_keys: bool, as_json: bool) -> None:
    """Gem hele installationen i FILE: database, filer, nøgler og revisionssporets ankre."""
    try:
        manifest = make_backup(file, with_keys=not without_keys, now=timezone.now())
    except OSError as error:
        raise WrongInput(f"{file}: sikkerhedskopien kunne ikke skrives ({reason(error)}).") from error
    size = sum(member.size for member in manifest.members)
    if as_json:
        print_json({"file": str(file), "members": len(manifest.members), "bytes": size, "with_keys": not without_keys})
        return
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
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@click.pass_context
@door("audit.restore")
def restore(ctx: click.Context, file: Path, *, replace: bool, as_json: bool) -> None:
    """Gendan installationen fra FILE. En beskadiget kopi afvises, før noget er ændret."""
    if file.is_dir():
        raise WrongInput(f"{file}: er en mappe. Angiv filen med sikkerhedskopien.")
    if not file.is_file():
        raise WrongInput(f"{file}: filen findes ikke.")
    try:
        manifest, report = restore_backup(file, replace=replace)
    except (OSError, DatabaseError) as error:
        raise WrongInput(
            f"{file}: gendannelsen mislykkedes ({reason(error) if isinstance(error, OSError) else error})."
        ) from error
    if report.is_sound:
        _say(system("command-line", "Kommandolinjen"), file, manifest)
    made_at = str(manifest.facts.get("made_at"))
    if as_json:
        print_json({"made_at": made_at, "sound": report.is_sound, "findings": report.total, "entries": report.entries})
    elif report.is_sound:
        click.echo(f"Gendannet fra {made_at}: {report.entries} poster i revisionssporet, alle urørte.")
    else:
        click.echo(f"Gendannet, men revisionssporet er ikke urørt: {report.total} fund. Kør raadhus audit verify.")
    ctx.exit(DONE if report.is_sound else FINDINGS)
