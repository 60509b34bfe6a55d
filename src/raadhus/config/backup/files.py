"""Kept files and keys, out of a backup."""

import os
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files.base import File

from raadhus.config.backup.archive import Manifest, contents
from raadhus.config.backup.figures import FIGURES, KEY, empty_figures, put_figure, put_key
from raadhus.config.backup.making import FILES, KEYS
from raadhus.core.documents import storage


def put_files(path: Path, manifest: Manifest) -> None:
    """Put the kept files and keys in place, and remove kept files that the backup does not know."""
    wanted = {one.name.removeprefix(FILES) for one in manifest.members if one.name.startswith(FILES)}
    for name in list(storage.names()):
        if name not in wanted:
            storage.contents().delete(name)
    empty_figures()
    for name, _size, content in contents(path):
        if name.startswith(FILES):
            _put_file(name.removeprefix(FILES), content)
        elif name.startswith(FIGURES):
            put_figure(name.removeprefix(FIGURES), content)
        elif name == f"{KEYS}{KEY}":
            put_key(content)
        elif name.startswith(KEYS):
            _put_key(name.removeprefix(KEYS), content.read().decode())


def _put_file(name: str, content: IO[bytes]) -> None:
    # A file of that name may be there and be damaged: what the backup holds was compared with its hash a moment ago.
    if storage.contents().exists(name):
        storage.contents().delete(name)
    storage.contents().save(name, File(content, name))


def _put_key(name: str, key: str) -> None:
    """Put a key back, unless the environment gives it: then this process goes on with that one."""
    setting = {"secret-key": "SECRET_KEY", "audit-key": "AUDIT_KEY", "signing-key": "SIGNING_KEY"}[name]
    if os.environ.get(f"RAADHUS_{setting}") or os.environ.get(f"RAADHUS_{setting}_FILE"):
        return
    file = Path(settings.DATA) / name
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(key, encoding="utf-8")
    setattr(settings, setting, key.strip())
