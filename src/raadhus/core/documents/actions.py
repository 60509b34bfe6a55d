"""Writes of documents: keep a file, read its text once."""

import hashlib
from datetime import datetime
from typing import BinaryIO

from django.conf import settings
from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.documents import storage
from raadhus.core.documents.models import FileContent, FileName, FileText
from raadhus.core.documents.queries import READER_VERSION, file, kept_text, open_file
from raadhus.core.documents.readers.media_types import media_type_of
from raadhus.core.documents.readers.reading import read_document
from raadhus.core.documents.rules.files import LABELS, StoredFile, clean_name, require_kept
from raadhus.core.documents.rules.source_json import pack
from raadhus.core.documents.rules.source_text import SourceText
from raadhus.kernel.actors import Actor


def store_file(*, actor: Actor, name: str, data: bytes | BinaryIO, now: datetime) -> StoredFile:
    """Keep a file and return it. The same content under the same name again changes nothing.

    Raises NotAllowed, or WrongInput when it is empty, too large or of a kind that is not kept.
    """
    require(actor, "documents.store", now=now)
    largest = settings.DOCUMENTS_MAX_BYTES
    content = data if isinstance(data, bytes) else data.read(largest + 1)
    name = clean_name(name)
    media_type = media_type_of(content[: largest + 1])
    allowed = settings.DOCUMENTS_ALLOWED_TYPES or LABELS
    require_kept(name=name, size=len(content), media_type=media_type, largest=largest, allowed=allowed)
    stored = StoredFile(hashlib.sha256(content).hexdigest(), name, media_type, len(content))
    # The content first: a row without its file would be worse than a file without a row, which `verify` tells.
    storage.write(stored.sha256, content)
    _remember(actor, stored, now)
    return stored


@transaction.atomic
def _remember(actor: Actor, stored: StoredFile, now: datetime) -> None:
    """Write the rows of a file that is kept for the first time under this name."""
    content, _created = FileContent.objects.get_or_create(
        sha256=stored.sha256, defaults={"size": stored.size, "media_type": stored.media_type, "stored_at": now}
    )
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
