"""Where releases lie: what is published, what the batch alone may read, and the key of the noise. Written beside, then moved into place."""

import fcntl
import gzip
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.batch.planning import Published, TermResult
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term
from raadhus.personnel.rules.disclosure.noise import LEAST_SECRET, Secret
from raadhus.personnel.rules.measures.definitions import Component

PUBLISHED, PRIVATE = "published", "private"
CUBE, MANIFEST = "cube.duckdb", "manifest.json"
_KEY, _TERMS, _DRAFT, _LOCK = "key", "terms", ".draft-", ".running"
_CHUNK = 1 << 20


class Store:
    """The folder of the releases."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)

    def published(self, number: int) -> Path:
        """Return where a release lies."""
        return self.folder / PUBLISHED / str(number)

    def private(self, number: int) -> Path:
        """Return where the micro data behind a release lies."""
        return self.folder / PRIVATE / str(number)

    def secret_after(self, before: Mapping[str, Any]) -> Secret:
        """Return the key of the noise for the release after the one of a manifest, none for the first.

        Raises WrongInput when it is not the key that what is out was made with: two noises on one figure tell of what lies under them.
        """
        if before and not (self.folder / PRIVATE / _KEY).exists():
            raise WrongInput("Støjens nøgle (private/key) mangler. Hent den fra en sikkerhedskopi, og udgiv igen.")
        secret = self.secret()
        if before.get("key", secret.mark) != secret.mark:
            raise WrongInput(
                "Støjens nøgle (private/key) er en anden end før. Læg den rigtige på plads, og udgiv igen."
            )
        return secret

    def secret(self) -> Secret:
        """Return the key of the noise, made once and never changed: with another one every figure would get another noise."""
        folder = self.folder / PRIVATE
        _private_folder(folder)
        path = folder / _KEY
        if not path.exists():
            draft = folder / f"{_DRAFT}{secrets.token_hex(8)}"
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(_new_key())
            try:
                os.link(draft, path)  # whoever comes first has made the key; it is never written over
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return Secret(path.read_bytes())

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Hold the one place that releases are made from; give False when another process has it. The lock goes with the process."""
        _private_folder(self.folder / PRIVATE)
        with (self.folder / PRIVATE / _LOCK).open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
            else:
                yield True

    def is_held(self) -> bool:
        """Return True while a process makes a release."""
        with self.held() as is_free:
            return not is_free

    @contextmanager
    def drafts(self, number: int) -> Iterator[tuple[Path, Path]]:
        """Give the folders that a release is written in, (published, private), and remove what is left of them when it fails."""
        self.sweep()
        name = f"{_DRAFT}{number}-{secrets.token_hex(4)}"
        drafts = (self.folder / PUBLISHED / name, self.folder / PRIVATE / name)
        (self.folder / PUBLISHED).mkdir(parents=True, exist_ok=True)
        drafts[0].mkdir()
        _private_folder(drafts[1].parent)
        _private_folder(drafts[1])
        try:
            yield drafts
        finally:
            for draft in drafts:
                shutil.rmtree(draft, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what a process left that was ended in the middle."""
        for kind in (PUBLISHED, PRIVATE):
            for draft in (self.folder / kind).glob(f"{_DRAFT}*"):
                shutil.rmtree(draft, ignore_errors=True)

    def put(self, drafts: tuple[Path, Path], number: int) -> None:
        """Move a whole release into place. Raises OSError when one of that number is there."""
        drafts[1].rename(self.private(number))
        drafts[0].rename(self.published(number))

    def take_back(self, number: int) -> None:
        """Remove a release that was put there and is not in the house's books."""
        shutil.rmtree(self.published(number), ignore_errors=True)
        shutil.rmtree(self.private(number), ignore_errors=True)

    def forget(self, number: int) -> bool:
        """Remove the micro data behind a release; return False when there was none."""
        if not self.private(number).exists():
            return False
        shutil.rmtree(self.private(number))
        return True

    def manifest(self, number: int) -> dict[str, Any]:
        """Return the manifest of a release. Raises WrongInput when it is gone: what is out could not be held to."""
        path = self.published(number) / MANIFEST
        if not path.is_file():
            raise WrongInput(f"Udgivelse {number} mangler på disken. Hent den fra en sikkerhedskopi, og udgiv igen.")
        found: dict[str, Any] = json.loads(path.read_bytes())
        return found


def _new_key() -> bytes:
    return secrets.token_bytes(LEAST_SECRET)


def _private_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file."""
    found = sha256()
    with path.open("rb") as file:
        while data := file.read(_CHUNK):
            found.update(data)
    return found.hexdigest()


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> str:
    """Write a manifest and return its SHA-256."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode()
    (folder / MANIFEST).write_bytes(text)
    return sha256(text).hexdigest()


def private_hashes(folder: Path) -> dict[str, str]:
    """Return the hash of each file about people in a private folder, by its path in there."""
    found = sorted([*folder.glob("*.parquet"), *folder.glob("*/*.npz")])
    return {path.relative_to(folder).as_posix(): file_hash(path) for path in found}


def keep_term(folder: Path, result: TermResult) -> None:
    """Keep a term's sums in the private folder, for what follows from them: longer terms, and a correction. They hold no people."""
    (folder / _TERMS).mkdir(exist_ok=True)
    sums = {
        name: [
            [place_written(place), one.total, int(one.blurred), {c.value: n for c, n in one.below.items()}]
            for place, one in told.items()
        ]
        for name, told in result.sums.items()
    }
    said = sorted({text for told in result.words.values() for text in told.values()})
    at = {text: number for number, text in enumerate(said)}
    words = {
        name: [[place_written(place), at[text]] for place, text in told.items()] for name, told in result.words.items()
    }
    data = {
        "sums": sums,
        "there": [place_written(place) for place in sorted(result.there)],
        "said": said,
        "words": words,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    (folder / _TERMS / f"{result.term}.json.gz").write_bytes(gzip.compress(text, 6, mtime=0))


def kept_term(folder: Path, term: Term) -> TermResult | None:
    """Return a term's sums as they were kept, or None when they are gone."""
    path = folder / _TERMS / f"{term}.json.gz"
    if not path.is_file():
        return None
    data = json.loads(gzip.decompress(path.read_bytes()))
    result = TermResult(term)
    result.there = frozenset(place_read(one) for one in data["there"])
    for name, told in data["sums"].items():
        words = data.get("words", {}).get(name, [])
        result.words[name] = {place_read(place): data["said"][number] for place, number in words}
        result.sums[name] = {
            place_read(place): Published(total, bool(blurred), {Component(c): n for c, n in below.items()})
            for place, total, blurred, below in told
        }
    return result


def place_written(place: Place) -> list[str | int]:
    """Return a place as it is kept in a file of a release."""
    return [place.version, place.unit, place.breakdown, place.value, int(place.merged)]


def place_read(parts: Iterable[Any]) -> Place:
    """Return the place that was written like this."""
    version, unit, breakdown, value, merged = parts
    return Place(version, unit, breakdown, value, bool(merged))


def term_of(text: str) -> Term:
    """Return the term that was written like this: 2025, 2025-03, 2025K2."""
    if "K" in text:
        year, number = text.split("K")
        return Term(int(year), Step.QUARTER, int(number))
    if "-" in text:
        year, number = text.split("-")
        return Term(int(year), Step.MONTH, int(number))
    return Term(int(text), Step.YEAR)
