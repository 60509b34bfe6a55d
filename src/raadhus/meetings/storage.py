"""Where built packages lie for a while: files in the data directory that can be built again, named by what went into them."""

import contextlib
import os
import time
from pathlib import Path

from django.conf import settings

_KEPT_SECONDS = 24 * 60 * 60


def _folder() -> Path:
    return Path(settings.DATA) / "packages"


def kept_package(key: str) -> bytes | None:
    """Return the package that was kept under a key, or None."""
    try:
        return (_folder() / f"{key}.pdf").read_bytes()
    except FileNotFoundError:
        return None


def keep_package(key: str, data: bytes) -> None:
    """Keep a package for a day, readable by this program alone, and let go of those that are older."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _let_go(folder)
    partial = folder / f".{key}.{os.getpid()}"
    with os.fdopen(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(data)
    partial.replace(folder / f"{key}.pdf")


def _let_go(folder: Path) -> None:
    oldest = time.time() - _KEPT_SECONDS
    for file in folder.iterdir():
        # Another process may have let it go already.
        with contextlib.suppress(FileNotFoundError):
            if file.stat().st_mtime < oldest:
                file.unlink()
