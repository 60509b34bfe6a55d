"""Attachments of a case: put on, replaced by a new version, named, taken away and put back. No version is ever lost."""

from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.core.documents.public import StoredFile, store_file
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.kernel.ids import new_id
from raadhus.meetings.models import CaseDraft, DraftAttachment
from raadhus.meetings.queries.draft_sight import draft_subject, writable_draft
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.rules.agenda_order import moved

MOST_ATTACHMENTS = 100


@transaction.atomic
def attach_file(
    *,
    actor: Actor,
    draft_id: str | UUID,
    name: str,
    data: bytes | BinaryIO,
    title: str = "",
    publish: bool = True,
    replaces: str | UUID | None = None,
    now: datetime,
) -> str:
    """Put a file on a case and return the attachment's id; with `replaces` as the next version of that attachment.

    The same file as the newest version changes nothing. Raises CannotWrite, NotAllowed, or WrongInput (too large, wrong
    kind, or refused by the virus scanner: the sentence is that of core/documents).
    """
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    old = _of_draft(draft, replaces) if replaces else None
    # Who may attach is decided here; the store itself is open to the keepers of files only.
    file = store_file(actor=system("meetings", actor.name), name=name, data=data, now=now)
    if old is not None and old.sha256 == file.sha256:
        return str(old.pk)
    made = _version(draft, file, old, title)
    made.publish, made.added_at, made.added_by_name = publish, now, actor.name[:200]
    if old is not None:
        old.replaced_at = now
        old.save(update_fields=["replaced_at"])
    made.save(force_insert=True)
    _touch(draft, now)
    data_of = {"version": made.version}
    record(actor=actor, event="meetings.draft_attachment_added", subject=draft_subject(draft), data=data_of, now=now)
    return str(made.pk)


@transaction.atomic
def change_attachment(
    *,
    actor: Actor,
    draft_id: str | UUID,
    attachment_id: str | UUID,
    title: str,
    publish: bool,
    place: int | None = None,
    now: datetime,
) -> None:
    """Name an attachment, say whether the public may have it, and give it another place (0 is the first)."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    chosen = _of_draft(draft, attachment_id)
    if not title.strip():
        raise WrongInput(_("Bilaget skal have en titel."))
    chosen.title, chosen.publish = " ".join(title.split()), publish
    chosen.save(update_fields=["title", "publish"])
    if place is not None:
        rows = {row.pk: row for row in _counting(draft).order_by("position", "added_at")}
        for position, key in enumerate(moved(tuple(rows), chosen.pk, place)):
            rows[key].position = position
        DraftAttachment.objects.bulk_update(rows.values(), ["position"])
    _touch(draft, now)
    record(actor=actor, event="meetings.draft_changed", subject=draft_subject(draft), now=now)


@transaction.atomic
def remove_attachment(*, actor: Actor, draft_id: str | UUID, attachment_id: str | UUID, now: datetime) -> None:
    """Take an attachment away; it can be put back."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    chosen = _of_draft(draft, attachment_id)
    chosen.removed_at = now
    chosen.save(update_fields=["removed_at"])
    _touch(draft, now)
    record(actor=actor, event="meetings.draft_attachment_removed", subject=draft_subject(draft), now=now)


@transaction.atomic
def restore_attachment(*, actor: Actor, draft_id: str | UUID, attachment_id: str | UUID, now: datetime) -> None:
    """Put an attachment back that was taken away."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    gone = DraftAttachment.objects.filter(pk=uuid_of(attachment_id), draft=draft, replaced_at=None).first()
    if gone is None:
        raise NotFound(_("Bilaget findes ikke."))
    _check_room(draft)
    gone.removed_at = None
    gone.save(update_fields=["removed_at"])
    _touch(draft, now)
    record(actor=actor, event="meetings.draft_attachment_restored", subject=draft_subject(draft), now=now)


def _version(draft: CaseDraft, file: StoredFile, old: DraftAttachment | None, title: str) -> DraftAttachment:
    """Return the file as the draft's next attachment, or as the next version of the old one. Not saved yet."""
    return DraftAttachment(
        draft=draft,
        series=old.series if old else new_id(),
        version=_next_version(old),
        position=old.position if old else _next_position(draft),
        title=" ".join(title.split()) or (old.title if old else _named(file.name)),
        sha256=file.sha256,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
    )


def _of_draft(draft: CaseDraft, attachment_id: str | UUID) -> DraftAttachment:
    """Return one of the draft's attachments that count. Raises NotFound, or Conflict for one that a newer version replaced."""
    found = DraftAttachment.objects.filter(pk=uuid_of(attachment_id), draft=draft).first()
    if found is None:
        raise NotFound(_("Bilaget findes ikke."))
    if found.replaced_at is not None or found.removed_at is not None:
        raise Conflict(_("Bilaget er erstattet eller fjernet i mellemtiden. Se siden, som den er nu."))
    return found


def _counting(draft: CaseDraft) -> QuerySet[DraftAttachment]:
    return DraftAttachment.objects.filter(draft=draft, replaced_at=None, removed_at=None)


def _next_position(draft: CaseDraft) -> int:
    _check_room(draft)
    last: int | None = DraftAttachment.objects.filter(draft=draft).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _check_room(draft: CaseDraft) -> None:
    if _counting(draft).count() >= MOST_ATTACHMENTS:
        raise WrongInput(_("En sag kan højst have %(most)s bilag.") % {"most": MOST_ATTACHMENTS})


def _next_version(old: DraftAttachment | None) -> int:
    if old is None:
        return 1
    newest: int = DraftAttachment.objects.filter(series=old.series).aggregate(last=Max("version"))["last"]
    return newest + 1


def _named(file_name: str) -> str:
    """Return a title from a file's name: without its ending, and with spaces for underscores."""
    return file_name.rsplit(".", 1)[0].replace("_", " ").strip() or file_name


def _touch(draft: CaseDraft, now: datetime) -> None:
    draft.revision += 1
    draft.changed_at = now
    draft.save(update_fields=["revision", "changed_at"])
