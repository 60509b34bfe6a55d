"""Writes of documents: keep a file, read its text once."""

import logging
from datetime import datetime
from typing import BinaryIO

from django.conf import settings
from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.documents import storage
from raadhus.core.documents.models import FileContent, FileName, FileScan, FileText
from raadhus.core.documents.queries import READER_VERSION, file, kept_text, open_file
from raadhus.core.documents.readers.media_types import media_type_of_file
from raadhus.core.documents.readers.reading import read_document
from raadhus.core.documents.rules.files import LABELS, StoredFile, clean_name, require_kept
from raadhus.core.documents.rules.scans import Scan, ScannerSilent, require_clean
from raadhus.core.documents.rules.source_json import pack
from raadhus.core.documents.rules.source_text import SourceText
from raadhus.core.documents.scanning import scan
from raadhus.kernel.actors import Actor

log = logging.getLogger("raadhus.documents")


def store_file(*, actor: Actor, name: str, data: bytes | BinaryIO, now: datetime) -> StoredFile:
    """Keep a file and return it. The same content under the same name again changes nothing.

    A stream is copied piece by piece: however large it is, no more than a megabyte of it is in memory. Raises NotAllowed,
    or WrongInput when it is empty, too large, of a kind that is not kept, or the virus scanner says no.
    """
    require(actor, "documents.store", now=now)
    largest = settings.DOCUMENTS_MAX_BYTES
    name = clean_name(name)
    with storage.copied(data, largest + 1) as (content, sha256, size):
        media_type = media_type_of_file(content)
        allowed = settings.DOCUMENTS_ALLOWED_TYPES or LABELS
        require_kept(name=name, size=size, media_type=media_type, largest=largest, allowed=allowed)
        verdict = _scanned(name, content)
        stored = StoredFile(sha256, name, media_type, size)
        # The content first: a row without its file would be worse than a file without a row, which `verify` tells.
        storage.write(stored.sha256, content)
    _remember(actor, stored, verdict, now)
    return stored


def _scanned(name: str, content: BinaryIO) -> Scan:
    """Return what the virus scanner says, when there is one. Raises WrongInput when the file may not be kept for that."""
    address = settings.CLAMD
    try:
        verdict = scan(content, address=address) if address else Scan.NOT_SCANNED
    except ScannerSilent:
        log.warning("The virus scanner at %s did not answer.", address)
        verdict = Scan.NOT_SCANNED
    require_clean(name=name, scan=verdict, is_configured=bool(address), is_required=settings.CLAMD_REQUIRED)
    return verdict


@transaction.atomic
def _remember(actor: Actor, stored: StoredFile, verdict: Scan, now: datetime) -> None:
    """Write the rows of a file that is kept for the first time under this name."""
    content, _created = FileContent.objects.get_or_create(
        sha256=stored.sha256, defaults={"size": stored.size, "media_type": stored.media_type, "stored_at": now}
    )
    if verdict is not Scan.NOT_SCANNED:
        FileScan.objects.update_or_create(content=content, defaults={"verdict": verdict, "scanned_at": now})
    _name, is_new = FileName.objects.get_or_create(
        content=content, name=stored.name, defaults={"stored_by": actor.key, "stored_at": now}
    )
    if is_new:
        # A file's name may tell what a closed item is about: it stays out of the chain.
        subject = Subject("file", stored.sha256, f"fil {stored.sha256[:12]}")
        data: dict[str, JSON] = {"size": stored.size, "media_type": stored.media_type}
        record(
            actor=actor, event="documents.stored", subject=subject, data=data, personal={"name": stored.name}, now=now
        )


def extract_text(*, actor: Actor, sha256: str, now: datetime) -> SourceText:
    """Return the text of a kept file; it is read once and then remembered. Raises NotAllowed, NotFound or WrongInput."""
    require(actor, "documents.store", now=now)
    known = kept_text(sha256)
    if known is not None:
        return known
    stored = file(sha256)
    with open_file(sha256) as opened:
        source = read_document(opened.read(), stored.name)
    FileText.objects.update_or_create(
        content_id=sha256, defaults={"reader_version": READER_VERSION, "packed": pack(source), "read_at": now}
    )
    return source
