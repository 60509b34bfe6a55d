"""The files that a command's arguments name: files, folders and patterns."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from raadhus.kernel.errors import WrongInput

ENDINGS = frozenset({".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".txt", ".xml"})


def files_named(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files of names that may be files, folders (searched through) or patterns. Raises WrongInput for nothing."""
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.is_file() and one.suffix.lower() in ENDINGS)
        elif path.exists():
            yield path
        else:
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - the pattern may be absolute
            if not matches:
                raise WrongInput(f"{name}: findes ikke. Angiv en fil, en mappe eller et mønster som 'referater/*.pdf'.")
            yield from (Path(match) for match in matches if Path(match).is_file())
