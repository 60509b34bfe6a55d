"""What only an item that was written here has, as plain JSON values: its key, public words, ground, people, files, names of voters.

Empty values are left out, so that a reading of an imported document is stored as before.
"""

from collections.abc import Mapping
from typing import Any

from raadhus.meetings.rules.reading import Dissent, ReadAttachment, ReadItem, ReadVote, Span
from raadhus.meetings.rules.reading_parts import Json, span_to_json

_TEXTS = ("key", "public_title", "public_decision", "legal_ground", "late_reason")
_PEOPLE = ("absent", "disqualified")
_NAMES = ("in_favour_names", "against_names", "abstain_names")


def written_to_json(item: ReadItem) -> Json:
    """Return what was written about the item beyond what a document prints."""
    said: Json = {name: getattr(item, name) for name in _TEXTS if getattr(item, name) is not None}
    said |= {name: list(getattr(item, name)) for name in _PEOPLE if getattr(item, name)}
    if item.dissents:
        said["dissents"] = [{"by": one.by, "text": one.text} for one in item.dissents]
    return said


def written_from_json(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a ReadItem that `written_to_json` kept."""
    fields: dict[str, Any] = {name: data[name] for name in _TEXTS if name in data}
    fields |= {name: tuple(data[name]) for name in _PEOPLE if name in data}
    if "dissents" in data:
        fields["dissents"] = tuple(Dissent(one["by"], one["text"]) for one in data["dissents"])
    return fields


def attachment_to_json(attachment: ReadAttachment) -> Json:
    """Return an attachment; the file's facts only where there is a file, `publish` only where it is held back."""
    said: Json = {"title": attachment.title, "source": span_to_json(attachment.source)}
    if attachment.sha256 is not None:
        said |= {"sha256": attachment.sha256, "media_type": attachment.media_type, "size": attachment.size}
    if not attachment.publish:
        said["publish"] = False
    return said


def attachment_from_json(data: Mapping[str, Any], source: Span) -> ReadAttachment:
    """Return the attachment of a dictionary."""
    file = (data.get("sha256"), data.get("media_type"), data.get("size"))
    return ReadAttachment(data["title"], source, *file, publish=data.get("publish", True))


def names_to_json(vote: ReadVote) -> Json:
    """Return who voted how, where names are known."""
    return {name: list(getattr(vote, name)) for name in _NAMES if getattr(vote, name)}


def names_from_json(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the fields of a ReadVote that `names_to_json` kept."""
    return {name: tuple(data[name]) for name in _NAMES if name in data}
