"""Keeping anchors outside the database, in the data directory: the first place where a cut-off tail is noticed."""

import os
from collections.abc import Iterable
from pathlib import Path

from raadhus.core.audit.rules.anchors import FILE_NAME
from raadhus.core.audit.rules.canonical import canonical
from raadhus.core.audit.rules.chain import Anchor
from raadhus.ui.written import write_whole


def keep(anchor: Anchor, folder: Path) -> None:
    """Add one anchor to the file of kept anchors. One short line at a time, so that several processes may write."""
    file = os.open(folder / FILE_NAME, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
    with os.fdopen(file, "w", encoding="utf-8") as target:
        target.write(canonical(anchor.as_json()) + "\n")


def keep_only(anchors: Iterable[Anchor], folder: Path) -> None:
    """Replace the kept anchors, after a backup was restored: what came after the backup is gone, and known to be."""
    lines = "".join(canonical(anchor.as_json()) + "\n" for anchor in anchors)
    write_whole(folder / FILE_NAME, lines.encode())
