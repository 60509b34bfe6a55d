"""An installation out of its backup."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from raadhus.config.backup.archive import Manifest, contents, read_manifest
from raadhus.config.backup.database import SQLITE_MEMBER, TABLE_PREFIX, fresh_schema, put_sqlite, unknown_migrations
from raadhus.config.backup.files import put_files
from raadhus.core.audit.public import Anchor, Report, keep_only, verify
from raadhus.core.documents import storage
from raadhus.kernel.errors import WrongInput

# Rows that a new installation has before anybody has used it.
_FROM_THE_START = {"contenttypes", "auth", "sessions"}


class NotEmpty(WrongInput):
    """There is something here already that a restore would remove."""


def restore_backup(path: Path, *, replace: bool) -> tuple[Manifest, Report]:
    """Put a backup in the installation's place and verify its audit trail against the anchors it was made with.

    The whole file is checked before anything is changed. Raises DamagedBackup, NotEmpty or WrongInput.
    """
    manifest = read_manifest(path)
    _require_usable(path, manifest)
    if not replace and not _is_empty():
        raise NotEmpty("Installationen er ikke tom. Brug --replace for at erstatte alt, hvad der er i den.")
    if manifest.facts["engine"] == "sqlite":
        for name, _size, content in contents(path):
            if name == SQLITE_MEMBER:
                put_sqlite(content, Path(str(settings.DATABASES["default"]["NAME"])))
    else:
        with fresh_schema([tuple(one) for one in manifest.facts["migrations"]]) as fill:
            for name, _size, content in contents(path):
                if name.startswith(TABLE_PREFIX):
                    fill(name.removeprefix(TABLE_PREFIX), content)
    put_files(path, manifest)
    anchors = tuple(Anchor(one["segment"], one["sequence"], one["mac"]) for one in manifest.facts["anchors"])
    keep_only(anchors, Path(settings.DATA))
    call_command("migrate", verbosity=0, interactive=False)
    return manifest, verify(anchors=anchors)


def _require_usable(path: Path, manifest: Manifest) -> None:
    made_on, here = str(manifest.facts.get("engine")), connection.vendor
    if made_on != here:
        raise WrongInput(f"{path}: kopien er fra {made_on}, men installationen bruger {here}. Gendan på {made_on}.")
    if unknown := unknown_migrations([tuple(one) for one in manifest.facts.get("migrations", [])]):
        raise WrongInput(f"{path}: kopien er fra en nyere udgave af raadhus (kender ikke {unknown[0]}). Opdatér først.")


def _is_empty() -> bool:
    """Return True when nothing has been recorded, kept or written here."""
    models = [model for model in apps.get_models() if model._meta.app_label not in _FROM_THE_START]  # noqa: SLF001 - Django's public name for it
    tables = set(connection.introspection.table_names())
    used = any(model._meta.db_table in tables and model._default_manager.exists() for model in models)  # noqa: SLF001 - likewise
    return not used and next(storage.names(), None) is None
