"""The backup file: a gzipped tar whose last member is the manifest with the hash of every other.

A file that is cut off has no manifest, one that is damaged does not match it: neither is ever restored.
"""

import hashlib
import io
import json
import tarfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Any, Self

from raadhus.kernel.errors import WrongInput

FORMAT = "raadhus-backup/1"
MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 500_000_000
_DAMAGE = (tarfile.TarError, EOFError, zlib.error, OSError, ValueError, KeyError)


class DamagedBackup(WrongInput):
    """The file is not a backup, or not whole. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file in the backup."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the backup says about itself."""

    members: tuple[Member, ...]
    facts: dict[str, Any] = field(default_factory=dict)

    def text(self) -> bytes:
        """Return the manifest as it lies in the file."""
        files = [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in self.members]
        return json.dumps({"format": FORMAT, **self.facts, "files": files}, ensure_ascii=False, indent=1).encode()


class _Hashing(io.RawIOBase):
    """Passes bytes through and remembers their hash and number."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.sha256 = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes."""
        data = self._source.read(size)
        self.sha256.update(data)
        self.size += len(data)
        return data


class Writer:
    """Writes a backup beside its place and moves it there when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._draft = path.with_name(f".{path.name}.partial")
        self._tar = tarfile.open(self._draft, "w:gz", compresslevel=6)  # noqa: SIM115 - closed in __exit__
        self._members: list[Member] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place when nothing went wrong; otherwise leave nothing behind."""
        try:
            self._tar.close()
            if kind is None:
                self._draft.replace(self._path)
        finally:
            self._draft.unlink(missing_ok=True)

    def add(self, name: str, source: IO[bytes], size: int) -> None:
        """Add one file of a known size."""
        info = tarfile.TarInfo(name)
        info.size, info.mtime, info.mode = size, int(time.time()), 0o600
        hashing = _Hashing(source)
        self._tar.addfile(info, hashing)
        self._members.append(Member(name, hashing.size, hashing.sha256.hexdigest()))

    def add_path(self, name: str, path: Path) -> None:
        """Add a file from disk."""
        with path.open("rb") as source:
            self.add(name, source, path.stat().st_size)

    def finish(self, facts: dict[str, Any]) -> Manifest:
        """Write the manifest: the backup is now whole."""
        manifest = Manifest(tuple(self._members), facts)
        text = manifest.text()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mtime, info.mode = len(text), int(time.time()), 0o600
        self._tar.addfile(info, io.BytesIO(text))
        return manifest


def read_manifest(path: Path) -> Manifest:
    """Read the whole backup and compare every file with the manifest. Raises DamagedBackup; changes nothing."""
    found: dict[str, Member] = {}
    text = b""
    try:
        for info, content in _members(path):
            if info.name == MANIFEST:
                text = content.read(_LARGEST_MANIFEST)
            else:
                found[info.name] = _hashed(info.name, content)
        facts = json.loads(text) if text else None
    except _DAMAGE as error:
        raise DamagedBackup(f"{path}: filen er ikke en hel sikkerhedskopi ({error}).") from error
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise DamagedBackup(f"{path}: filen er ikke en hel sikkerhedskopi (ingen oversigt bagerst).")
    return _compared(path, facts, found)


def _compared(path: Path, facts: dict[str, Any], found: dict[str, Member]) -> Manifest:
    try:
        listed = [Member(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in facts.pop("files")]
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedBackup(f"{path}: sikkerhedskopiens oversigt kan ikke læses.") from error
    for member in listed:
        if found.pop(member.name, None) != member:
            raise DamagedBackup(f"{path}: {member.name} i sikkerhedskopien mangler eller er beskadiget.")
    for name in found:
        raise DamagedBackup(f"{path}: {name} i sikkerhedskopien står ikke i dens oversigt.")
    return Manifest(tuple(listed), facts)


def contents(path: Path) -> Iterator[tuple[str, int, IO[bytes]]]:
    """Yield every file but the manifest as (name, size, content); call only after read_manifest has accepted it."""
    for info, content in _members(path):
        if info.name != MANIFEST:
            yield info.name, info.size, content


def _members(path: Path) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    """Yield plain files only; links, devices and names that lead elsewhere make the file damaged."""
    with tarfile.open(path, "r|gz") as tar:
        for info in tar:
            name = PurePosixPath(info.name)
            content = tar.extractfile(info) if info.isreg() else None
            if content is None or name.is_absolute() or ".." in name.parts:
                raise tarfile.TarError(f"uventet indhold: {info.name}")
            yield info, content


def _hashed(name: str, content: IO[bytes]) -> Member:
    hashing = _Hashing(content)
    while hashing.read(_CHUNK):
        pass
    return Member(name, hashing.size, hashing.sha256.hexdigest())
