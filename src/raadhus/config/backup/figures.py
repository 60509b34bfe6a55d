"""Released figures in a backup: what is published, the sums that years still to come follow from, and the key of the noise.

The micro data are left out: they are made again from payroll. With another key every figure would get another noise, and the
difference would tell what lies under it; so the key goes where the other keys go.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings

FIGURES = "figures/"
KEY = "figures-key"
_KEPT = ("published/*/cube.duckdb", "published/*/manifest.json", "private/*/terms/*.json.gz")


def figure_files() -> Iterator[tuple[str, Path]]:
    """Yield each file as (its name in the backup, where it lies)."""
    folder = Path(settings.PERSONNEL_FOLDER)
    for pattern in _KEPT:
        for path in sorted(folder.glob(pattern)):
            if not any(part.startswith(".") for part in path.relative_to(folder).parts):
                yield f"{FIGURES}{path.relative_to(folder)}", path


def key_file() -> Path:
    """Return where the key of the noise lies, whether it is there or not."""
    return Path(settings.PERSONNEL_FOLDER) / "private" / "key"


def empty_figures() -> None:
    """Remove what is published here and the sums behind it; the key stays until another one comes."""
    folder = Path(settings.PERSONNEL_FOLDER)
    shutil.rmtree(folder / "published", ignore_errors=True)
    for path in (folder / "private").glob("[0-9]*"):
        shutil.rmtree(path, ignore_errors=True)


def put_figure(name: str, content: IO[bytes]) -> None:
    """Put one file of a backup in its place."""
    path = Path(settings.PERSONNEL_FOLDER) / name
    _private()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        shutil.copyfileobj(content, file)


def put_key(content: IO[bytes]) -> None:
    """Put the key of the noise in its place."""
    _private()
    path = key_file()
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(content.read())


def _private() -> None:
    folder = key_file().parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
