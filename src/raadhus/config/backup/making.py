"""The installation into one file."""

import tempfile
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection

from raadhus.config.backup.archive import Manifest, Writer
from raadhus.config.backup.database import applied_migrations, dump
from raadhus.config.backup.figures import KEY, figure_files, key_file
from raadhus.core.audit.public import anchors
from raadhus.core.documents.storage import contents, names
from raadhus.kernel.errors import WrongInput

FILES = "files/"
KEYS = "keys/"
# Where the installation keeps what it made itself; a key that comes from the environment is not the backup's to hold.
KEY_FILES = ("secret-key", "audit-key", "signing-key")


def make_backup(path: Path, *, with_keys: bool, now: datetime) -> Manifest:
    """Write the whole installation into a file and return its manifest. An existing file is never overwritten."""
    if path.exists():
        raise WrongInput(f"{path}: filen findes allerede. Vælg et andet navn.")
    if not path.parent.is_dir():
        raise WrongInput(f"{path}: mappen findes ikke.")
    facts = {
        "made_at": now.isoformat(),
        "version": version("raadhus"),
        "engine": connection.vendor,
        "municipality": settings.MUNICIPALITY,
        "migrations": applied_migrations(),
        # Taken before the copy: the chain in the backup reaches at least this far.
        "anchors": [anchor.as_json() for anchor in anchors()],
    }
    with tempfile.TemporaryDirectory(prefix="backup-", dir=settings.DATA) as folder, Writer(path) as writer:
        for member, file in dump(Path(folder)):
            writer.add_path(member, file)
        # The database first: what it names is kept for ever, so every file that it knows is there afterwards.
        for name in names():
            with contents().open(name) as content:
                writer.add(f"{FILES}{name}", content, content.size)
        for member, file in figure_files():
            writer.add_path(member, file)
        if with_keys and key_file().is_file():
            writer.add_path(f"{KEYS}{KEY}", key_file())
        for name in KEY_FILES if with_keys else ():
            if (Path(settings.DATA) / name).is_file():
                writer.add_path(f"{KEYS}{name}", Path(settings.DATA) / name)
        return writer.finish(facts)
