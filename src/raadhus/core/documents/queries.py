"""Reads of documents. Who may see a file is decided by the room whose thing it is attached to, before it asks here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO, cast

from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.documents import storage
from raadhus.core.documents.models import FileContent, FileName, FileScan, FileText
from raadhus.core.documents.rules.files import StoredFile, path_of
from raadhus.core.documents.rules.scans import Scan
from raadhus.core.documents.rules.source_json import unpack
from raadhus.core.documents.rules.source_text import SourceText
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound

# Raised by one whenever the readers read differently: what was kept of older ones is then read again.
READER_VERSION = 1


class Flaw(StrEnum):
    """What can be wrong with a kept file."""

    MISSING = "missing"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One file that is not as it was kept; `name` is where it lies."""

    name: str
    flaw: Flaw
    sentence: str


def file(sha256: str) -> StoredFile:
    """Return a kept file under the name it was first given. Raises NotFound."""
    named = FileName.objects.filter(content_id=sha256).select_related("content").order_by("pk").first()
    if named is None:
        raise NotFound(_("Filen findes ikke."))
    return StoredFile(sha256, named.name, named.content.media_type, named.content.size)


def open_file(sha256: str) -> BinaryIO:
    """Open a kept file for reading. Raises NotFound when it is not kept, or is gone from where it should lie."""
    file(sha256)
    try:
        return cast("BinaryIO", storage.read(sha256))
    except FileNotFoundError as error:
        raise NotFound(_("Filens indhold mangler i lageret: hent det fra en sikkerhedskopi.")) from error


def scan_of(sha256: str) -> Scan:
    """Return what the virus scanner said of a content; NOT_SCANNED when it was never asked, or the content is not kept."""
    verdict = FileScan.objects.filter(content_id=sha256).values_list("verdict", flat=True).first()
    return Scan(verdict) if verdict else Scan.NOT_SCANNED


def kept_text(sha256: str) -> SourceText | None:
    """Return the text that today's readers found earlier, or None when they have not read it yet."""
    kept = FileText.objects.filter(content_id=sha256, reader_version=READER_VERSION).first()
    return unpack(bytes(kept.packed)) if kept else None


def verify_files(viewer: Actor, *, now: datetime) -> Iterator[Finding]:
    """Hash every kept file again and yield those that are missing, changed, or that nothing accounts for."""
    require(viewer, "documents.verify", now=now)
    known = set()
    for sha256 in FileContent.objects.order_by("sha256").values_list("sha256", flat=True).iterator():
        known.add(path_of(sha256))
        try:
            if storage.digest(sha256) != sha256:
                yield Finding(
                    path_of(sha256), Flaw.CHANGED, _("Indholdet er ændret: hent filen fra en sikkerhedskopi.")
                )
        except FileNotFoundError:
            yield Finding(path_of(sha256), Flaw.MISSING, _("Filen mangler: hent den fra en sikkerhedskopi."))
    for name in storage.names():
        if name not in known:
            yield Finding(
                name, Flaw.UNKNOWN, _("Ingen post hører til filen; den kan slettes, når ingen import er i gang.")
            )
