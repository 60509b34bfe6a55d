"""Files that commands write: whole, or not at all."""

import os
import shutil
from contextlib import suppress
from pathlib import Path


def write_whole(target: Path, data: bytes) -> None:
    """Write a file beside its place and move it there when it is whole, so that a full disk or a kill loses no older file.

    What is no ordinary file (a terminal, a pipe) is written as it is. Raises OSError, and then nothing has changed.
    """
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    place = target.resolve()
    draft = place.with_name(f".{place.name[:200]}.{os.getpid()}.partial")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, draft)
        draft.replace(place)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
