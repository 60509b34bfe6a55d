"""Files of figures from outside that were taken in, the newest first."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.ids import is_id
from raadhus.personnel.models import ReferenceImport
from raadhus.personnel.queries.references import READ, NoSuchReference

VALUES, SERVED = "values", "served"


@dataclass(frozen=True, slots=True)
class ImportShown:
    """A file that was taken in; `may_undo` when it is the newest of its kind that stands."""

    key: str
    kind: str
    file_name: str
    source: str
    added: int
    corrected: int
    reading: Mapping[str, object]
    imported_by: str
    imported_at: datetime
    undone_by: str
    undone_at: datetime | None
    undo_reason: str
    may_undo: bool


def same_file(data: bytes, kind: str, reading: Mapping[str, object]) -> ReferenceImport | None:
    """Return the import that stands of the very same file, read the same way, or None."""
    stands = ReferenceImport.objects.filter(file_sha256=digest(data), kind=kind, undone_at=None).order_by(
        "-imported_at"
    )
    return next((one for one in stands if one.reading == reading), None)


def digest(data: bytes) -> str:
    """Return what a file is known by."""
    return hashlib.sha256(data).hexdigest()


def imports(viewer: Actor, kind: str, now: datetime) -> tuple[ImportShown, ...]:
    """Return the files of a kind that were taken in, the newest first."""
    require(viewer, READ, now=now)
    rows = list(ReferenceImport.objects.filter(kind=kind).order_by("-imported_at", "-pk")[:200])
    newest = next((row.pk for row in rows if row.undone_at is None), None)
    return tuple(_shown(row, may_undo=row.pk == newest) for row in rows)


def import_shown(viewer: Actor, key: str, now: datetime) -> ImportShown:
    """Return one of them. Raises NoSuchReference."""
    require(viewer, READ, now=now)
    row = ReferenceImport.objects.filter(pk=key).first() if is_id(key) else None
    if row is None:
        raise NoSuchReference(_("Der er ingen indlæsning her. Find den på listen."))
    return next((one for one in imports(viewer, row.kind, now) if one.key == key), _shown(row, may_undo=False))


def _shown(row: ReferenceImport, *, may_undo: bool) -> ImportShown:
    return ImportShown(
        key=str(row.pk),
        kind=row.kind,
        file_name=row.file_name,
        source=row.source,
        added=row.added,
        corrected=row.corrected,
        reading=row.reading,
        imported_by=row.imported_by,
        imported_at=row.imported_at,
        undone_by=row.undone_by,
        undone_at=row.undone_at,
        undo_reason=row.undo_reason,
        may_undo=may_undo,
    )
