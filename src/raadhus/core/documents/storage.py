"""Where contents lie: a folder by default; any storage that Django knows (such as S3) by the setting STORAGES["documents"]."""

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, storages

from raadhus.core.documents.rules.files import path_of

_CHUNK = 1 << 20


class FolderStorage(FileSystemStorage):
    """Files in a folder. A content is whole or not there: it is written beside its place and moved into it.

    A name is the content's hash, so that a file already there is the same file.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return the name itself: two contents never share one."""
        del max_length
        return name

    def _save(self, name: str, content: "File[bytes]") -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".partial-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return name


def contents() -> Storage:
    """Return the storage that holds the contents."""
    return storages["documents"]


@contextmanager
def copied(data: bytes | BinaryIO, most: int) -> Iterator[tuple[BinaryIO, str, int]]:
    """Give a copy of at most so many bytes, with its SHA-256 and size; what is over a megabyte lies on disk meanwhile."""
    source = io.BytesIO(data) if isinstance(data, bytes) else data
    found, size = hashlib.sha256(), 0
    with tempfile.SpooledTemporaryFile(max_size=_CHUNK) as copy:
        while size < most and (piece := source.read(min(_CHUNK, most - size))):
            found.update(piece)
            copy.write(piece)
            size += len(piece)
        copy.seek(0)
        yield cast("BinaryIO", copy), found.hexdigest(), size


def write(sha256: str, content: BinaryIO) -> None:
    """Keep a content; one that is there already is left alone."""
    name = path_of(sha256)
    if not contents().exists(name):
        content.seek(0)
        contents().save(name, File(content, name=sha256))


def read(sha256: str) -> "File[bytes]":
    """Open a content. Raises FileNotFoundError when it is not there."""
    return contents().open(path_of(sha256), "rb")


def digest(sha256: str) -> str:
    """Return the SHA-256 of what really lies there. Raises FileNotFoundError."""
    found = hashlib.sha256()
    with read(sha256) as file:
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            found.update(chunk)
    return found.hexdigest()


def names() -> Iterator[str]:
    """Return the name of every file in the storage, also those that no content accounts for."""
    return _walk(contents(), "")


def _walk(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}/{name}".lstrip("/")
    for name in sorted(folders):
        yield from _walk(storage, f"{folder}/{name}".lstrip("/"))
